/**
 * Measures the layout shift (CLS) of pages of a built site on a phone with a slow connection (Lighthouse's slow 4G: 1.6 Mbit/s,
 * 150 ms to a server), each page on a first visit: `node bench/fonts/layout-shift.ts DIST [PAGE…]`.
 */
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createGzip } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../test/support/browser/chromium.ts';

/** Slow 4G as the developer tools of Chromium emulate it. */
const slow4g = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};

/** A phone of medium size. */
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
};

/** A host of static files on the loopback address. */
export interface LocalHost {
  readonly origin: string;
  close(): void;
}

/** Serves a folder, texts compressed as hosts do. */
export async function serveFolder(folder: string): Promise<LocalHost> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    if (!/text|javascript|css/.test(type)) {
      response.writeHead(200, { 'content-type': type });
      createReadStream(file).pipe(response);
      return;
    }
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' });
    createReadStream(file).pipe(createGzip()).pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

/** Adds up the layout shifts that no input of the reader caused, in the page. */
const observer = `window.shifts = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifts += value;
}).observe({ type: 'layout-shift', buffered: true });`;

/** Returns the layout shift of a page on a first visit, until its fonts are there. */
export async function layoutShift(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4g);
  await page.addInitScript(observer);
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.waitForTimeout(300);
  const shifts = await page.evaluate<number>('window.shifts');
  await context.close();
  return shifts;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder = 'dist', ...pages] = process.argv.slice(2);
  const host = await serveFolder(resolve(folder));
  const browser = await launchChromium();
  for (const page of pages.length > 0 ? pages : ['index.html', 'all/index.html', 'search.html']) {
    const shift = await layoutShift(browser, `${host.origin}/${page}`);
    process.stdout.write(`${shift.toFixed(4)} ${page}\n`);
  }
  await browser.close();
  host.close();
}
