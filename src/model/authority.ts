import type { TermKind } from './term-kind.ts';

/** One heading of an authority file: what the archive calls something, and what texts call it. */
export interface Authority {
  readonly kind: TermKind;
  /** The name under which articles are gathered. */
  readonly name: string;
  /** Other names of it, as texts write them. */
  readonly variants: readonly string[];
  /** Its item in Wikidata: `Q39524`. */
  readonly wikidata?: string;
}
