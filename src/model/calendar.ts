/** The known parts of a date: no month for «٢٠١٧», none at all for an undated article. */
export interface CalendarKey {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** A year, month or day with articles in it. */
export interface CalendarEntry extends CalendarKey {
  readonly articles: number;
  /** Output path of its page. */
  readonly outputPath: string;
  /** Level of a heat map, 1 to 5, where it is shown in one. */
  readonly heat?: number;
}

/** A year or a month in a heat map, with its articles where there are any. */
export interface HeatPart {
  readonly name: string;
  readonly entry: CalendarEntry | undefined;
}

/** A day of a Hijri month, its Gregorian day, and its articles where there are any. */
export interface HijriDay {
  readonly day: number;
  readonly date: Required<CalendarKey>;
  readonly entry: CalendarEntry | undefined;
}

/** A day of a month, with its articles where there are any. */
export interface MonthDay {
  readonly day: number;
  readonly entry: CalendarEntry | undefined;
}
