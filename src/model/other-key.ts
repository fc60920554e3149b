/** An entry of a map among the values of a key that is not ours. */
export interface OtherEntry {
  readonly key: string;
  readonly value: OtherValue;
}

/** A value of a key that is not ours: a text, a list, or the entries of a map. */
export type OtherValue = string | readonly OtherValue[] | { readonly pairs: readonly OtherEntry[] };

/** A metadata key that is neither ours nor declared in the settings, as written. */
export interface OtherKey extends OtherEntry {
  /** Where it stands; known until the settings have been applied. */
  readonly at?: { readonly file: string; readonly line: number };
}
