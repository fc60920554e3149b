/** A persistent identifier of an article: DOI, ARK, URN, the number of a library. */
export interface Identifier {
  readonly kind: 'doi' | 'ark' | 'other';
  /** `10.1000/182`, `ark:/12148/bpt6k5834013m`, any other as written. */
  readonly value: string;
  /** Where it is resolved; absent where there is no such address. */
  readonly url?: string;
}
