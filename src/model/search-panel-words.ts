import type { CountedNoun } from './counted-noun.ts';

/** Texts of the chart of the search page. */
export interface SearchChartWords {
  readonly years: string;
  /** «{year}» is the year. */
  readonly months: string;
  readonly monthUnknown: string;
  readonly count: string;
  readonly share: string;
  /** Label of the choice between numbers and shares. */
  readonly measure: string;
  /** How a span is chosen with pointer and keys. */
  readonly help: string;
  /** The first end of a span is chosen: «{name}». */
  readonly started: string;
  /** Shows one year or month: «{name}». */
  readonly only: string;
  readonly cancel: string;
  readonly table: string;
  readonly year: string;
  readonly month: string;
  readonly compare: string;
  readonly add: string;
  /** Removes a term from the comparison: «{name}». */
  readonly remove: string;
  /** Name of the first line where the query has no words. */
  readonly chosen: string;
}

/** Texts of the download of results. */
export interface SearchExportWords {
  /** Precedes the forms, in the search. */
  readonly results: string;
  /** Precedes the forms, on the page of a term or a year. */
  readonly articles: string;
  readonly forms: { readonly csv: string; readonly jsonl: string };
  /** «{n}» of «{total}» articles are read. */
  readonly reading: string;
  readonly ready: string;
  readonly save: string;
  /** The file has the first «{n}» articles only. */
  readonly bounded: string;
  /** The archive's export cannot be read; the file has what the search index has. */
  readonly reduced: string;
  readonly whole: string;
  readonly failed: string;
}

/** Texts that the script of the search page shows: filters, suggestions, chart, downloads, states. */
export interface SearchPanelWords {
  /** Precedes the filters that are set. */
  readonly chosen: string;
  /** Removes a filter: «{name}». */
  readonly remove: string;
  readonly removeAll: string;
  readonly exactChip: string;
  /** How a date is written: «{day}» and «{year}» are examples. */
  readonly dateExample: string;
  /** First and last date of the archive. */
  readonly dateBounds: string;
  readonly badDate: string;
  readonly outside: string;
  /** The first date is after the second. */
  readonly reversed: string;
  /** The dates of a span: «{from}», «{to}». */
  readonly span: string;
  readonly since: string;
  readonly until: string;
  readonly suggested: CountedNoun;
  /** Names of the kinds of terms in the singular; a kind that is missing has its index's name. */
  readonly kinds: Readonly<Record<string, string>>;
  /** No article has all words. */
  readonly most: string;
  /** A link to the search for any of the words, where few articles have all. */
  readonly any: string;
  readonly slow: string;
  readonly retry: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly copyField: string;
  /** Precedes the query on paper. */
  readonly printed: string;
  readonly chart: SearchChartWords;
  readonly files: SearchExportWords;
}

/** Texts of the search page itself, besides those of its script. */
export interface SearchPageWords {
  readonly dates: string;
  readonly fromYear: string;
  readonly toYear: string;
  /** Label of the list of suggestions. */
  readonly suggestions: string;
  readonly start: string;
  /** Examples of queries, each with its meaning. */
  readonly examples: readonly (readonly [query: string, meaning: string])[];
  readonly startBrowse: string;
}
