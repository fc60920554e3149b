/**
 * Measures what a search loads from a built site, with an empty cache for each query, until everything in view is there:
 * `node bench/search/bytes.ts DIST… [--query WORDS]…`. Bytes are response bodies in gzip, without the page itself, its
 * style, fonts and scripts. Several sites are compared query by query.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../test/support/browser/chromium.ts';
import { median } from '../archive/results.ts';
import { totalFetched } from './cold.ts';
import { kilobytes } from './goals.ts';
import { type Delivery, serveFolder } from './host.ts';
import { openSearch } from './search-page.ts';

/** Queries of one to three words on which newspapers of 2015 have articles. */
const usualQueries = [
  ...['الانتخابات البلدية', 'الحرب اليمن', 'النووي الإيراني فيينا', 'المونديال'],
  ...['سوق الأسهم السعودية', 'رئيس الوزراء', 'الطقس الأمطار جدة', 'مهرجان'],
];

const parts = {
  'terms and filters': '/search/terms/',
  'stored fields': '/search/cards/',
  articles: '/articles/',
  everything: '/',
} as const;

/** Milliseconds without a request after which nothing more is expected: filters follow the results. */
const idleMilliseconds = 1500;

/** Returns what a query loads. */
async function deliveriesOf(
  browser: Browser,
  folder: string,
  query: string,
): Promise<readonly Delivery[]> {
  const host = await serveFolder(folder);
  const page = await openSearch(browser, host, query);
  await page.settled();
  await page.page.waitForTimeout(idleMilliseconds);
  const deliveries = host.takeDeliveries();
  await page.close();
  host.close();
  return deliveries;
}

const { values, positionals } = parseArgs({
  options: { query: { type: 'string', multiple: true, default: usualQueries } },
  allowPositionals: true,
});
const browser = await launchChromium();
for (const folder of positionals) {
  const all: (readonly Delivery[])[] = [];
  for (const query of values.query) all.push(await deliveriesOf(browser, resolve(folder), query));
  process.stdout.write(`${folder}\n`);
  for (const [name, start] of Object.entries(parts)) {
    const sums = all.map((deliveries) =>
      totalFetched(deliveries, (path) => path.startsWith(start)),
    );
    const bytes = sums.map(({ sentBytes }) => sentBytes);
    const requests = median(sums.map((sum) => sum.requests)) ?? 0;
    const middle = kilobytes(median(bytes) ?? 0);
    process.stdout.write(
      `  ${name}: median ${middle} KB, ${requests} requests (${bytes.map(kilobytes).join(' ')})\n`,
    );
  }
}
await browser.close();
