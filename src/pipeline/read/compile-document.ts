import { toArticle } from '../../article/to-article.ts';
import type { Article, SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { CompiledDocument, DocumentRef } from '../../model/document.ts';
import type { HeadingSpan } from '../../model/structure.ts';
import { reservedBy } from '../../pages/kinds.ts';
import { articleRow } from './article-row.ts';

/** An article made of a source document. */
interface ConvertedArticle {
  readonly article: Article;
  readonly suggestions: readonly HeadingSpan[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a document into an article; in a file of many the line of a diagnostic is the record's. */
function makeArticle(document: SourceDocument, config: Config): ConvertedArticle {
  const { value, diagnostics } = toArticle(document, config);
  const line = document.provenance.record?.line;
  return {
    ...value,
    diagnostics:
      line === undefined ? diagnostics : diagnostics.map((found) => ({ line, ...found })),
  };
}

/** Returns the diagnostic of an article whose address belongs to a page of another kind. */
function reservedAddress(
  { outputPath, provenance: { record } }: Article,
  file: string,
): Diagnostic | undefined {
  const kind = reservedBy(outputPath);
  if (kind === undefined) return undefined;
  const line = record?.line === undefined ? {} : { line: record.line };
  return {
    severity: 'error',
    file,
    ...line,
    rule: 'url-reserved',
    values: { url: outputPath, kind },
  };
}

/**
 * Makes a document into what the catalogue keeps of it.
 *
 * @param read what reading the document gave
 * @param content hash of all that it was read from; undefined where some of that could not be read
 * @param received the bytes from which it was read
 */
export function compileDocument(
  read: Outcome<SourceDocument | undefined>,
  place: DocumentRef,
  content: string | undefined,
  config: Config,
  received: Uint8Array | undefined,
): CompiledDocument {
  const { value: document, diagnostics } = read;
  if (document === undefined)
    return { ...place, contentHash: content, article: undefined, diagnostics };
  const { article, suggestions, diagnostics: found } = makeArticle(document, config);
  const reserved = reservedAddress(article, place.seed);
  return {
    ...place,
    contentHash: content,
    article: articleRow(article, suggestions, {
      refused: reserved !== undefined,
      original: config.downloads.includes('original') ? received : undefined,
    }),
    diagnostics: [...diagnostics, ...found, ...(reserved === undefined ? [] : [reserved])],
  };
}
