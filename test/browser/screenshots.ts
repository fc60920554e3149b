/**
 * Takes pictures of the built archive for people to look at, in five views each:
 * `node test/browser/screenshots.ts --out DIR [--dist DIR] [page …]`, pages as places under `dist/`.
 * Without `--out` it makes the README's picture again.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.ts';

/** How a page is looked at. */
interface View {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  readonly media: 'screen' | 'print';
}

const views: Readonly<Record<string, View>> = {
  desktop: { width: 1280, height: 900, scheme: 'light', media: 'screen' },
  dark: { width: 1280, height: 900, scheme: 'dark', media: 'screen' },
  phone: { width: 390, height: 844, scheme: 'light', media: 'screen' },
  narrow: { width: 320, height: 640, scheme: 'dark', media: 'screen' },
  print: { width: 794, height: 1123, scheme: 'light', media: 'print' },
};

const { values, positionals } = parseArgs({
  options: { dist: { type: 'string', default: 'dist' }, out: { type: 'string' } },
  allowPositionals: true,
});

const browser = await launchChromium();

async function picture(page: string, view: View, path: string, fullPage: boolean): Promise<void> {
  const { width, height, scheme, media } = view;
  const tab = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: width < 500 ? 2 : 1,
  });
  await tab.emulateMedia({ media, colorScheme: scheme });
  await tab.goto(pathToFileURL(resolve(values.dist, page)).href);
  await tab.evaluate('document.fonts.ready');
  await tab.screenshot({ path, fullPage });
  await tab.close();
}

const article = 'articles/000_8c196781ef486721.html';

if (values.out === undefined) {
  const view = { width: 1100, height: 1250, scheme: 'light', media: 'screen' } as const;
  await picture(article, view, 'test/screenshots/article.png', false);
} else {
  for (const page of positionals.length > 0 ? positionals : ['index.html', article]) {
    const stem = page.replace(/\.html$/, '').replaceAll('/', '-');
    for (const [name, view] of Object.entries(views)) {
      await picture(page, view, `${values.out}/${stem}-${name}.png`, true);
    }
  }
}
await browser.close();
