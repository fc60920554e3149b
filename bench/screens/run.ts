/**
 * Judges the pages of a built archive: `node bench/screens/run.ts DIST [--each N] [PAGE…]`. It opens N pages of each kind, or
 * the given ones (a search with its query: `search.html?q=…`), runs axe on each in light and dark on a desktop and a
 * phone, and looks for sideways scroll from 320 to 1920 px. It prints what it finds, and how much it has tried.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { axeViolations } from '../../test/support/browser/axe.ts';
import { launchChromium } from '../../test/support/browser/chromium.ts';
import { axeSource } from '../../test/support/browser/site.ts';
import { type View, visit } from '../../test/support/browser/visit.ts';
import { wholeNumber } from '../option-values.ts';

const { values, positionals } = parseArgs({
  options: { each: { type: 'string', default: '3' } },
  allowPositionals: true,
});
const [dist = 'dist', ...given] = positionals;
const folder = resolve(dist);

const widths = [320, 360, 412, 600, 768, 1024, 1200, 1440, 1920];

/** Returns pages at equal distances from a list. */
const evenly = (pages: readonly string[], count: number): readonly string[] =>
  pages.filter(
    (_, i) =>
      Math.floor((i * count) / pages.length) !== Math.floor(((i - 1) * count) / pages.length),
  );

/** Returns some pages of each kind; a page at an old address leads away, and is none. */
function pagesOfKinds(count: number): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pages = files.filter((name) => name.endsWith('.html')).sort();
  const kinds = Map.groupBy(
    pages,
    (page) => /<body class="page-([a-z-]+)">/.exec(readFileSync(join(folder, page), 'utf8'))?.[1],
  );
  return [...kinds]
    .filter(([kind]) => kind !== undefined && kind !== 'moved')
    .flatMap(([, paths]) => evenly(paths, count));
}

/** The address of a page, with its query. */
function addressOf(page: string): string {
  const [path = '', query] = page.split('?');
  return pathToFileURL(join(folder, path)).href + (query === undefined ? '' : `?${query}`);
}

/** Waits for the answer to a search. */
const answered = ({ page }: View): Promise<unknown> =>
  page.waitForFunction("document.querySelector('[data-total]')?.textContent.trim()");

let judged = 0;
let resized = 0;
let found = 0;

function tell(line: string): void {
  found += 1;
  process.stdout.write(`${line}\n`);
}

/** Judges one page in all views. */
async function judge(page: string, view: View): Promise<void> {
  await view.page.evaluate(axeSource);
  for (const colorScheme of ['light', 'dark'] as const) {
    await view.page.emulateMedia({ colorScheme });
    for (const width of [1440, 390]) {
      await view.page.setViewportSize({ width, height: 900 });
      judged += 1;
      const lines = await axeViolations(view.page);
      for (const line of lines) tell(`${page} ${width} ${colorScheme}: ${line}`);
    }
  }
  for (const width of widths) {
    await view.page.setViewportSize({ width, height: 900 });
    resized += 1;
    const excess = await view.probe<number>('sideways()');
    if (excess > 0) tell(`${page} ${width}: scrolls sideways by ${excess} px`);
  }
  for (const trouble of view.troubles) tell(`${page}: ${trouble}`);
}

const pages = given.length > 0 ? given : pagesOfKinds(wholeNumber(values.each, '--each'));
const browser = await launchChromium();
for (const page of pages) {
  const view = await visit(browser, addressOf(page));
  if (page.includes('?')) await answered(view);
  await judge(page, view);
  await view.close();
}
await browser.close();
process.stdout.write(
  `${pages.length} pages: ${judged} runs of axe, ${resized} widths, ${found} findings\n`,
);
process.exitCode = found === 0 ? 0 : 1;
