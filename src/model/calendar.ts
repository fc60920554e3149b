/** The known parts of a date: no month for «٢٠١٧», no part for an undated article. */
export interface CalendarKey {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** A year, month or day with articles. */
export interface CalendarEntry extends CalendarKey {
  readonly articles: number;
  /** Output path of its listing. */
  readonly outputPath: string;
  /** Level in a heat map, 1 to 5; absent outside one. */
  readonly heat?: number;
}

/** A level of a heat map with the numbers of articles that it stands for. */
export interface HeatStep {
  readonly heat: number;
  readonly from: number;
  /** Undefined for the highest level. */
  readonly to: number | undefined;
}

/** A year or a month in a heat map; no entry where it has no articles. */
export interface HeatPart {
  readonly name: string;
  readonly entry: CalendarEntry | undefined;
}

/** Years, months or days in a heat map, with its levels, lowest first. */
export interface HeatMap {
  readonly parts: readonly HeatPart[];
  readonly steps: readonly HeatStep[];
}

/** A day of a Hijri month with its Gregorian date; no entry where it has no articles. */
export interface HijriDay {
  readonly day: number;
  readonly date: Required<CalendarKey>;
  readonly entry: CalendarEntry | undefined;
}

/** A day of a month; no entry where it has no articles. */
export interface MonthDay {
  readonly day: number;
  readonly entry: CalendarEntry | undefined;
}

/** A decade with its ten years; those without articles have no entry. */
export interface Decade {
  readonly first: number;
  readonly last: number;
  readonly articles: number;
  readonly years: readonly { readonly year: number; readonly entry: CalendarEntry | undefined }[];
}
