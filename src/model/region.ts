/** Conventions of a country, or of a language, for printed dates and numbers. */
export interface Region {
  /** January first. */
  readonly months: readonly string[];
  /** `arab` ٠١٢٣, `latn` 0123. */
  readonly digits: 'arab' | 'latn';
  /** First day of the week; 0 is Sunday. */
  readonly weekStart: number;
}
