/**
 * A Gregorian date at its known precision, as in EDTF (ISO 8601-2:2019, levels 0 and 1). It has no time and
 * no time zone, so that conversions cannot shift it by a day.
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
  /** EDTF `?` or `%`: the source is uncertain. */
  readonly uncertain: boolean;
  /** EDTF `~` or `%`: approximate («حوالي»). */
  readonly approximate: boolean;
}

/** Order of the numbers in a date: day, month, year; month, day, year; year, month, day. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';
