/** Texts of the pages of years, months and days. */
export interface CalendarWords {
  /** Label of the links to the pages before and after: «السابق والتالي». */
  readonly neighbours: string;
  /** The nearest year or month before and after that has articles. */
  readonly earlier: string;
  readonly later: string;
  /** Precedes the levels of a heat map: «عدد المقالات:». */
  readonly levels: string;
  /** The highest level: «{from} فأكثر». */
  readonly orMore: string;
  /** Link to all articles of a day or month where some are shown: «كل ما نُشر ({articles})». */
  readonly wholeDay: string;
  /** Heading of an index without dates, and what to do. */
  readonly noDates: string;
  readonly noDatesHelp: string;
  /** Precedes the years of a day that are shown without a title. */
  readonly otherYears: string;
  /** Label of the links to the days of a month. */
  readonly daysOfMonth: string;
  /** Page of a newspaper, after its name: «ص {page}». */
  readonly onPage: string;
}

/** Texts of the chart of a term's articles. */
export interface ChartWords {
  /** Heading: «المقالات بحسب السنوات». */
  readonly byYear: string;
  readonly byMonth: string;
  readonly byDay: string;
  readonly byDecade: string;
  /** Title of a bar: «{period}: {articles}». */
  readonly bar: string;
  /** The highest bar: «الأكثر: {period} ({articles})». */
  readonly most: string;
  /** Opens the list of the numbers. */
  readonly numbers: string;
  /** Skips the links of the chart. */
  readonly skip: string;
}

/** Texts of an index of terms. */
export interface IndexWords {
  /** Label of the links to letters: «حروف الفهرس». */
  readonly letters: string;
  /** Names that begin with a letter of another script. */
  readonly otherLetters: string;
  /** Label of the links to the two orders. */
  readonly order: string;
  readonly byName: string;
  readonly byCount: string;
  /** After the name of an index, in the title of its pages in the order of numbers. */
  readonly inOrderOfCount: string;
}
