import type { CompiledArticle, CompiledDocument } from '../model/document.ts';
import type { HeldState } from '../model/publication.ts';

/** The columns that `insert` and `update` share, in the order of `articleValues`. */
export const articleColumns = [
  ...['recovered', 'marked', 'editor', 'words'],
  ...['source', 'entry', 'terms', 'keywords', 'fragments'],
  ...['headings', 'refs', 'origins', 'plain_path', 'withdrawn', 'modified'],
];

/** The columns that `insert` writes, in the order of `insertValues`. */
export const insertColumns = [
  ...['seed', 'ordinal', 'content_hash', 'id', 'output_path', 'path_key'],
  ...['source_hash', 'withheld', 'known_as', 'sort_key'],
  ...['accepted', 'refused', 'held', 'dirty'],
  ...articleColumns,
];

/** Values of the columns by which an article is recognised, in their order. */
export const identityValues = ({
  identity: { hash, isWithheld, knownAs },
}: CompiledArticle): readonly (string | number | null)[] => [
  hash,
  isWithheld ? 1 : 0,
  knownAs ?? null,
];

/** Values of the columns that `insert` and `update` share, in their order. */
export const articleValues = ({
  sections: { recovered, marked, editor },
  words,
  entry,
  terms,
  keywords,
  fragments,
  headings,
  references,
  origins,
  plainPath,
  withdrawn,
  modified,
}: CompiledArticle): readonly (string | number | null)[] => [
  ...[recovered, marked, editor, words],
  terms.find(({ kind }) => kind === 'source')?.slug ?? '',
  ...[entry, JSON.stringify(terms), keywords.join(' '), fragments],
  headings === undefined ? null : JSON.stringify(headings),
  references === undefined ? null : JSON.stringify(references),
  origins === undefined ? null : origins.join('\n'),
  plainPath ?? null,
  withdrawn === undefined ? null : JSON.stringify(withdrawn),
  modified ?? null,
];

/** What a new row has that its document does not say. */
export interface RowState {
  readonly accepted: boolean;
  readonly held: HeldState | undefined;
  readonly dirty: 0 | 1;
}

/** Values of the columns of a new row, in their order. */
export const insertValues = (
  { seed, ordinal, contentHash }: Omit<CompiledDocument, 'article' | 'diagnostics'>,
  article: CompiledArticle,
  { accepted, held, dirty }: RowState,
): readonly (string | number | null)[] => [
  ...[seed, ordinal, contentHash ?? null, article.id, article.outputPath, article.pathKey],
  ...identityValues(article),
  ...[article.sortKey, accepted ? 1 : 0, article.refused ? 1 : 0, held ?? null, dirty],
  ...articleValues(article),
];
