/**
 * A calendar date of the Gregorian calendar at the precision at which it is known, as EDTF (ISO
 * 8601-2:2019, levels 0 and 1) writes it. It is never a moment in time: there is no clock and no
 * time zone in it, so it cannot slip by a day.
 */
export interface PlainDate {
  /** The date as written, for `<time datetime>` when exact and for data exports: `2017-12-12?`. */
  readonly edtf: string;
  /** Gregorian year, 1 to 9999. */
  readonly year: number;
  /** 1 to 12; absent where only the year is known. */
  readonly month?: number;
  /** 1 to 31; absent where only the month or year is known. */
  readonly day?: number;
  /** EDTF `?` or `%`: the source itself is in doubt. */
  readonly uncertain: boolean;
  /** EDTF `~` or `%`: near that date («حوالي»). */
  readonly approximate: boolean;
}
