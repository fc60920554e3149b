/** Kinds of terms that a query can ask for by name. */
export const termFields = ['source', 'section', 'subject', 'author', 'person', 'place'] as const;

/** One of {@link termFields}. */
export type TermField = (typeof termFields)[number];

/** A word of a text, folded: all its forms match. */
export interface WordNode {
  readonly kind: 'word';
  readonly form: string;
  /** Whether it must stand in the title. */
  readonly inTitle: boolean;
}

/** Words in sequence, folded, as they are; one word alone matches only in this form. */
export interface PhraseNode {
  readonly kind: 'phrase';
  readonly forms: readonly string[];
  readonly inTitle: boolean;
}

/** A term of the archive: a source, an author, a subject. */
export interface TermNode {
  readonly kind: 'term';
  readonly field: TermField;
  /** The words of its name, folded; a term whose name has no further words is preferred. */
  readonly forms: readonly string[];
}

/** Days, YYYYMMDD with zeros for unknown parts, both included; 0 for no limit. */
export interface DateNode {
  readonly kind: 'date';
  readonly from: number;
  readonly to: number;
}

/** A condition on articles. */
export type QueryNode =
  | WordNode
  | PhraseNode
  | TermNode
  | DateNode
  /** All of the conditions. */
  | { readonly kind: 'all'; readonly nodes: readonly QueryNode[] }
  /** At least one of the conditions. */
  | { readonly kind: 'any'; readonly nodes: readonly QueryNode[] }
  /** Everything but the articles of the condition. */
  | { readonly kind: 'not'; readonly node: QueryNode };

/** A parsed query. */
export interface Query {
  /** The conditions, all of which an article must fulfil. */
  readonly nodes: readonly QueryNode[];
  /** The word at the end, which may be incomplete while it is typed; undefined after anything else. */
  readonly lastWord: string | undefined;
}

/** Returns the words and phrases that an article may match, without the excluded ones. */
export function queryTexts(nodes: readonly QueryNode[]): readonly (WordNode | PhraseNode)[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'word' || node.kind === 'phrase') return [node];
    return node.kind === 'all' || node.kind === 'any' ? queryTexts(node.nodes) : [];
  });
}

/**
 * Tells whether a condition consists of words alone. Only such conditions may be dropped where no article
 * fulfils all: who quotes a phrase or names a field means it.
 */
export function isWordsOnly(node: QueryNode): boolean {
  if (node.kind === 'any' || node.kind === 'all') return node.nodes.every(isWordsOnly);
  return node.kind === 'word' && !node.inTitle;
}
