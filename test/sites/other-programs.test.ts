import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  hugoSite,
  jekyllSite,
  type SourceArticle,
  savedPages,
  sourceArticles,
  webArchive,
  wordFiles,
  wordPressExport,
  wordsOf,
} from '../support/other-programs.ts';
import type { Files } from '../support/temporary-folder.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

/** An archive of another program: its files, and how it becomes seeds. */
interface Archive {
  readonly program: string;
  readonly files: (articles: readonly SourceArticle[]) => Files;
  /** Whether its files are seeds as they are. */
  readonly isSeeds: boolean;
  readonly articles: number;
  /** Whether the program knows drafts. */
  readonly hasDrafts: boolean;
}

const archives: readonly Archive[] = [
  { program: 'a site of Hugo', files: hugoSite, isSeeds: true, articles: 6, hasDrafts: true },
  { program: 'a site of Jekyll', files: jekyllSite, isSeeds: true, articles: 6, hasDrafts: true },
  {
    program: 'an export of WordPress',
    files: wordPressExport,
    isSeeds: false,
    articles: 6,
    hasDrafts: true,
  },
  {
    program: 'a folder of saved pages',
    files: savedPages,
    isSeeds: false,
    articles: 6,
    hasDrafts: false,
  },
  { program: 'a web archive', files: webArchive, isSeeds: false, articles: 6, hasDrafts: false },
  { program: '50 Word files', files: wordFiles, isSeeds: false, articles: 50, hasDrafts: false },
  {
    program: '50 Word files as seeds',
    files: wordFiles,
    isSeeds: true,
    articles: 50,
    hasDrafts: false,
  },
];

/** Returns files in a folder. */
const under = (folder: string, files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]),
  );

/** The texts of the pages of articles. */
function pagesOf(site: TemporarySite): readonly string[] {
  const folder = join(site.dist, 'articles');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** The title of a page. */
const titleIn = (html: string): string =>
  (/<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, '');

/** The words of a page: text and what pictures show. */
function wordsIn(html: string): ReadonlySet<string> {
  const shown = html.replace(/<img\b[^>]*\balt="([^"]*)"[^>]*>/g, ' $1 ');
  // A number within a word is isolated from it.
  const text = shown.replace(/<\/?bdi\b[^>]*>/g, '').replace(/<[^>]*>/g, ' ');
  return new Set(text.match(/[\p{L}\p{N}]+/gu));
}

test.each(archives)(
  '$program becomes an archive with every word and picture; drafts stay out',
  async ({ files, isSeeds, articles: count, hasDrafts }) => {
    const articles = sourceArticles(count);
    const site = temporarySite(under(isSeeds ? 'seeds' : 'old', files(articles)));
    mkdirSync(site.at('seeds'), { recursive: true });
    if (!isSeeds) {
      const imported = await site.run('import', site.at('old'), '--json');
      expect(imported.code, imported.err).toBe(0);
    }
    const built = await site.run('build', '--json');
    expect(built.code, built.err).toBe(0);
    const pages = pagesOf(site);
    const shown = articles.filter(({ isDraft }) => !hasDrafts || !isDraft);
    expect(pages.length).toBe(shown.length);
    for (const article of shown) {
      const page = pages.find((html) => titleIn(html) === article.title);
      expect(page, article.title).toBeDefined();
      const words = wordsIn(page ?? '');
      expect(
        wordsOf(article).filter((word) => !words.has(word)),
        article.title,
      ).toEqual([]);
      expect(page, article.name).toContain(`<time datetime="${article.day}"`);
      expect(page).toContain(article.author);
      expect(page).toMatch(/<table data-table/);
      const [, address = ''] =
        /<figure data-figure[^>]*>\s*<img[^>]* src="([^"]*)"/.exec(page ?? '') ?? [];
      expect(address, `picture of ${article.name}`).not.toBe('');
      const width = readFileSync(join(site.dist, 'articles', address)).readUInt32BE(16);
      expect(width).toBe(10 + Number(article.name.replace(/\D/g, '')));
    }
    if (hasDrafts) {
      const all = [...site.tree().keys()].filter((path) =>
        /\.(?:html|json|xml|txt|md)$/.test(path),
      );
      const text = all.map((path) => readFileSync(join(site.dist, path), 'utf8')).join('\n');
      for (const { isDraft, paragraphs } of articles) {
        const [first = ''] = paragraphs;
        expect(text.includes(first.split(' ').at(-1) ?? ''), first).toBe(!isDraft);
      }
    }
  },
);
