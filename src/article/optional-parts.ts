import type { Article, Provenance, SourceDocument } from '../model/article.ts';
import type { Reference } from '../model/reference.ts';
import type { ArticleContent } from './article-content.ts';

/** Returns references with the lines of the seed: in a record all have the line of the record. */
function placedReferences(
  references: readonly Reference[],
  { record }: Provenance,
): readonly Reference[] {
  if (record === undefined) return references;
  const at = record.line === undefined ? {} : { line: record.line };
  return references.map(({ kind, href }) => ({ kind, href, ...at }));
}

/** What few articles have, in the order in which it is stored. */
type OptionalParts = {
  -readonly [K in
    | 'redacted'
    | 'markdown'
    | 'references'
    | 'referenceSpans'
    | 'assets'
    | 'language']?: Article[K];
};

/**
 * Returns the parts of an article that few have.
 *
 * @param content the content of the document
 */
export function optionalParts(
  { links }: ArticleContent,
  { text, assets, provenance }: SourceDocument,
  of: {
    readonly isRedacted: boolean;
    readonly keepsMarkdown: boolean;
    readonly language: string | undefined;
  },
): OptionalParts {
  const parts: OptionalParts = {};
  if (of.isRedacted) parts.redacted = true;
  if (of.keepsMarkdown) parts.markdown = text;
  if (links !== undefined) {
    parts.references = placedReferences(links.references, provenance);
    if (of.keepsMarkdown) parts.referenceSpans = links.spans;
  }
  if (assets !== undefined) {
    parts.assets = assets.map(({ name, mediaType }) => ({ name, mediaType }));
  }
  if (of.language !== undefined) parts.language = of.language;
  return parts;
}
