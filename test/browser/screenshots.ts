/**
 * Takes pictures of a built archive for people to look at, in five views each:
 * `node test/browser/screenshots.ts --out DIR [--dist DIR] [page …]`, pages as output paths.
 * Without `--out` it builds the gallery's archive and remakes the pictures of the README.
 */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from '../support/browser/chromium.ts';
import { buildSite } from '../support/browser/site.ts';
import { fixture, repository } from '../support/paths.ts';

/** A view of a page. */
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

/** A picture of the README: a page, or its part from the first element that matches `from`. */
interface Picture extends View {
  readonly page: string;
  readonly from?: string;
  /** A search, whose results are waited for. */
  readonly query?: string;
  /** Language of the interface; Arabic where absent. */
  readonly language?: 'en';
}

const wide = { width: 1040, height: 860, scheme: 'light', media: 'screen' } as const;
const column = { ...wide, width: 800, height: 820 };
const phone = { ...wide, width: 390, height: 800 };
const article = 'articles/2010-10-14-lighthouse.html';

const gallery: Readonly<Record<string, Picture>> = {
  home: { ...wide, page: 'index.html' },
  article: { ...wide, width: 1280, height: 900, page: article },
  provenance: { ...column, page: article, from: '.gathered' },
  month: { ...column, page: 'dates/2010/10/index.html' },
  term: { ...column, page: 'subjects/المنارات.html' },
  print: { ...column, height: 1123, width: 794, media: 'print', page: article },
  'article-dark': { ...phone, scheme: 'dark', page: article },
  'hijri-month': { ...phone, page: 'hijri/1431/11.html' },
  years: { ...phone, scheme: 'dark', page: 'dates/index.html' },
  search: { ...wide, width: 1280, height: 900, page: 'search.html', query: 'الميناء' },
  'search-phone': { ...phone, page: 'search.html', query: 'المدرسة' },
  'home-phone': { ...phone, page: 'index.html' },
  english: { ...wide, page: 'index.html', language: 'en' },
  'english-month': { ...column, page: 'dates/2010/10/index.html', language: 'en' },
};

/** A browser's default print margins. */
const sheet = '@media print { body { padding: 2cm 2.5cm } }';

const { values, positionals } = parseArgs({
  options: { dist: { type: 'string', default: 'dist' }, out: { type: 'string' } },
  allowPositionals: true,
});

const browser = await launchChromium();

/** Takes a picture of a page, of its full height where `whole`. */
async function take(
  dist: string,
  { page, from, query, width, height, scheme, media }: Picture,
  path: string,
  whole: boolean,
): Promise<void> {
  const tab = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: whole && width < 500 ? 2 : 1,
    // The page's policy would block the margins.
    bypassCSP: true,
  });
  await tab.emulateMedia({ media, colorScheme: scheme });
  const search = query === undefined ? '' : `?q=${encodeURIComponent(query)}`;
  await tab.goto(`${pathToFileURL(resolve(dist, page)).href}${search}`);
  if (query !== undefined) await tab.waitForSelector('[data-result]');
  if (!whole) await tab.addStyleTag({ content: sheet });
  await tab.evaluate('document.fonts.ready');
  if (from !== undefined) {
    await tab.evaluate(`document.querySelector('${from}').scrollIntoView()`);
  }
  await tab.screenshot({ path, fullPage: whole });
  await tab.close();
}

if (values.out === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-gallery-'));
  const dists = new Map<string | undefined, string>();
  for (const language of [undefined, 'en']) {
    const site = join(folder, language ?? 'ar');
    cpSync(fixture('gallery-site'), site, { recursive: true });
    if (language !== undefined) {
      appendFileSync(join(site, 'warraq.yaml'), `language: ${language}\n`);
    }
    const dist = join(site, 'dist');
    const { code, said } = await buildSite(site, dist, join(site, 'cache'));
    if (code !== 0) throw new Error(said);
    dists.set(language, dist);
  }
  for (const [name, picture] of Object.entries(gallery)) {
    const dist = dists.get(picture.language) ?? '';
    await take(dist, picture, join(repository, `test/screenshots/${name}.png`), false);
  }
  rmSync(folder, { recursive: true });
} else {
  for (const page of positionals.length > 0 ? positionals : ['index.html']) {
    const stem = page.replace(/\.html$/, '').replaceAll('/', '-');
    for (const [name, view] of Object.entries(views)) {
      await take(values.dist, { ...view, page }, `${values.out}/${stem}-${name}.png`, true);
    }
  }
}
await browser.close();
