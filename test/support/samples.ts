import { toArticle } from '../../src/article/to-article.ts';
import { defineConfig } from '../../src/config/define.ts';
import type { Article, SourceDocument } from '../../src/model/article.ts';
import type { Block } from '../../src/model/block.ts';
import type { Config } from '../../src/model/config.ts';
import type { Outcome } from '../../src/model/diagnostic.ts';
import type { Metadata } from '../../src/model/metadata.ts';
import { citationOf } from '../../src/outputs/citation.ts';
import type { Page, PageData } from '../../src/pages/kinds.ts';
import { renderPage, siteFor } from '../../src/pages/render-page.ts';
import { builtInTemplates } from '../../src/pages/templates.ts';
import type { BlockPrinters } from '../../templates/partials/blocks.ts';
import { blocks } from '../../templates/partials/blocks.ts';
/** Returns a source document as reading a seed gives it. */
export function sampleDocument(
  text: string,
  metadata: Metadata = {},
  path = 'khabar.txt',
): SourceDocument {
  return {
    provenance: {
      path,
      encoding: 'utf-8',
      sha256: '0'.repeat(64),
      bytes: Buffer.byteLength(text),
    },
    format: path.endsWith('.md') ? 'markdown' : 'text',
    text,
    metadata,
  };
}

/** Converts a text into an article, with its diagnostics. */
export function compile(
  text: string,
  metadata: Metadata = {},
  path = 'khabar.txt',
  permalink = 'articles/{id}.html',
  settings: Partial<Config> = {},
): Outcome<Article> {
  const { recovery, downloads } = defineConfig(settings);
  const { value, diagnostics } = toArticle(sampleDocument(text, metadata, path), {
    permalink,
    ...{ recovery, downloads },
    authority: [],
  });
  return { value: value.article, diagnostics };
}

/** Returns an article of a short text. */
export const sampleArticle = (
  id: string,
  metadata: Metadata = {},
  permalink = 'articles/{id}.html',
): Article =>
  compile('وصلت القافلة إلى المدينة فجرًا.', { id, ...metadata }, 'khabar.txt', permalink).value;

/** Returns the page of an article. */
export function articlePage(article: Article): Page<'article'> {
  const { outputPath, title, description } = article;
  const beside = {
    ...{ newer: undefined, older: undefined, newerOfSource: undefined, olderOfSource: undefined },
    related: [],
    alsoPublished: [],
    date: undefined,
    source: undefined,
  };
  const data: PageData['article'] = {
    article,
    ...beside,
    section: undefined,
    ...{ authors: [], subjects: [], people: [], places: [] },
    citation: citationOf(article, { permalink: undefined, language: 'ar' }),
    ...{ citationFiles: [], downloads: [], version: 'tagmanifest-sha256.txt' },
  };
  return { kind: 'article', outputPath, title, description, data };
}

/** Prints blocks with the built-in printers. */
export function printBlocks(list: readonly Block[], printers?: Partial<BlockPrinters>): string {
  const site = siteFor(defineConfig({}), { styles: [], preloads: [] });
  return blocks(list, site(articlePage(sampleArticle('a'))), printers).source;
}

/** Renders a page with the built-in templates. */
export function render(page: Page, settings: Partial<Config> = {}): string {
  const site = siteFor(defineConfig(settings), { styles: ['assets/site.css'], preloads: [] });
  return renderPage(page, builtInTemplates, site(page));
}
