/** A date as far as it is known: the month is absent from «٢٠١٧», all from an undated article. */
export interface CalendarKey {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** A year, month or day with articles in it. */
export interface CalendarEntry extends CalendarKey {
  readonly articles: number;
  /** Place of its page. */
  readonly url: string;
  /** How full it is beside the others, 1 to 5, where they are shown together. */
  readonly heat?: number;
}

/** A year or a month in a map of them, with its articles where there are any. */
export interface HeatPart {
  readonly name: string;
  readonly entry: CalendarEntry | undefined;
}

/** A day of a Hijri month, the same day of the Gregorian calendar, and its articles where there are any. */
export interface HijriDay {
  readonly day: number;
  readonly date: Required<CalendarKey>;
  readonly entry: CalendarEntry | undefined;
}

/** A day of a month, with the articles of it where there are any. */
export interface MonthDay {
  readonly day: number;
  readonly entry: CalendarEntry | undefined;
}
