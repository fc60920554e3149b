/** How a country's newspapers, or those of a language, print dates and numbers. */
export interface Region {
  /** January first. */
  readonly months: readonly string[];
  /** `arab` ٠١٢٣, `latn` 0123. */
  readonly digits: 'arab' | 'latn';
  /** The day with which a week begins; 0 is Sunday. */
  readonly weekStart: number;
}
