/** Forms of a counted noun by plural category (CLDR plural rules); `{n}` stands for the number. */
export interface CountedNoun {
  readonly zero: string;
  /** مقال واحد */
  readonly one: string;
  /** مقالان */
  readonly two: string;
  /** 3 to 10: ٣ مقالات */
  readonly few: string;
  /** 11 to 99: ١١ مقالًا */
  readonly many: string;
  /** 100 and its like: ١٠٠ مقال */
  readonly other: string;
}

/** What the pages say in one interface language; `{…}` stands for what is put in its place. */
export interface Messages {
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
  readonly siteName: string;
  readonly siteDescription: string;
  readonly skipToContent: string;
  readonly home: string;
  readonly articles: CountedNoun;
  readonly latestArticles: string;
  readonly allArticles: string;
  readonly noArticles: string;
  readonly undated: string;
  readonly contents: string;
  readonly date: string;
  readonly source: string;
  readonly place: string;
  readonly issue: string;
  readonly page: string;
  readonly topics: string;
  readonly people: string;
  readonly places: string;
  readonly readingTime: CountedNoun;
  readonly originalAddress: string;
  readonly newer: string;
  readonly older: string;
  readonly neighbours: string;
  readonly listingPages: string;
  readonly listingPage: string;
  readonly newerArticles: string;
  readonly olderArticles: string;
  readonly aboutText: string;
  readonly file: string;
  readonly encoding: string;
  readonly fingerprint: string;
  readonly titleDerived: string;
  readonly headingsRecovered: string;
  readonly headingsEditor: string;
  readonly rights: string;
  readonly approximately: string;
  readonly probably: string;
  readonly listSeparator: string;
  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly madeWith: string;
}
