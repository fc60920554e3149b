import type { BuiltInTermKind } from './term-kind.ts';

/** An entry of an authority file: a name and its variants in texts. */
export interface Authority {
  readonly kind: BuiltInTermKind;
  /** The name of the term. */
  readonly name: string;
  /** Variants of the name in texts. */
  readonly variants: readonly string[];
  /** Wikidata item: `Q39524`. */
  readonly wikidata?: string;
}

/** Names of the authority file: the current one and an old one. */
export const authorityNames = ['authority.yaml', 'subjects.yaml'] as const;
