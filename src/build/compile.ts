import { ageOf } from '../catalogue/age.ts';
import { encodeArticle } from '../catalogue/article-bytes.ts';
import { toArticle } from '../content/to-article.ts';
import type { Article, SourceDocument } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type {
  CompiledArticle,
  CompiledDocument,
  HeadingNote,
  TermName,
} from '../model/document.ts';
import type { Entry } from '../model/page.ts';
import type { HeadingSpan, Origin } from '../model/structure.ts';
import { reservedBy } from '../pages/kinds.ts';

/** Returns an article as listings show it. */
export function toEntry(article: Article): Entry {
  const { id, url, title, description, metadata, readingMinutes } = article;
  const { date, source, language } = metadata;
  return { id, url, title, description, date, source, readingMinutes, language };
}

/** All headings of an article as the report shows them, where recovery found or suggests any. */
function headingNotes(
  article: Article,
  suggestions: readonly HeadingSpan[],
): readonly HeadingNote[] | undefined {
  const { sections } = article;
  const ofInterest =
    suggestions.length > 0 || sections.some(({ origin }) => origin === 'recovered');
  if (!ofInterest) return undefined;
  return [
    ...sections.map(({ heading, origin, confidence }) => ({
      ...{ heading, origin, confidence },
      shown: true,
    })),
    ...suggestions.map(({ text, origin, confidence }) => ({
      ...{ heading: text, origin, confidence },
      shown: false,
    })),
  ];
}

/**
 * Makes a document into what the catalogue keeps of it.
 *
 * @param read what reading the document gave
 * @param content hash of all that it was read from
 * @param received the bytes from which it was read
 */
export function compile(
  read: Outcome<SourceDocument | undefined>,
  place: { readonly seed: string; readonly ordinal: number },
  content: string,
  config: Config,
  received: Uint8Array | undefined,
): CompiledDocument {
  const diagnostics: Diagnostic[] = [...read.diagnostics];
  if (read.value === undefined) return { ...place, content, article: undefined, diagnostics };
  const compiled = toArticle(read.value, config);
  const { record } = read.value.provenance;
  for (const found of compiled.diagnostics) {
    // In a file of many the place of the text is the record's.
    diagnostics.push(record === undefined ? found : { line: record.line, ...found });
  }
  const { article, suggestions } = compiled.value;
  const { id, url } = article;
  const kind = reservedBy(url);
  if (kind !== undefined) {
    const at = { severity: 'error', file: place.seed } as const;
    const line = record === undefined ? {} : { line: record.line };
    diagnostics.push({ ...at, ...line, rule: 'url-reserved', values: { url, kind } });
  }
  const count = (wanted: Origin): number =>
    article.sections.filter(({ origin }) => origin === wanted).length;
  const sections = {
    recovered: count('recovered'),
    marked: count('marked'),
    editor: count('editor'),
  };
  const kept: CompiledArticle = {
    ...{ id, url, sections, words: article.words },
    urlKey: url.normalize('NFC').toLowerCase(),
    age: ageOf(article.metadata.date),
    refused: kind !== undefined,
    entry: JSON.stringify(toEntry(article)),
    article: encodeArticle(article),
    terms: article.terms.map(({ kind, slug, name }): TermName => ({ kind, slug, name })),
    keywords: article.keywords.map(({ key }) => key),
    original: config.downloads.includes('original') ? received : undefined,
    headings: headingNotes(article, suggestions),
  };
  return { ...place, content, article: kept, diagnostics };
}
