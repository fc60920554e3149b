import type { RepairKind } from './article.ts';
import type { DownloadForm, ExportForm } from './download.ts';
import type { InferredKey } from './inferred.ts';
import type { Region } from './region.ts';
import type { TermKind } from './term-kind.ts';

/**
 * Forms of a counted noun by plural category (CLDR plural rules); `{n}` stands for the number. A language
 * gives those that its rules know.
 */
export interface CountedNoun {
  readonly zero: string;
  /** مقال واحد */
  readonly one: string;
  /** مقالان */
  readonly two?: string;
  /** 3 to 10: ٣ مقالات */
  readonly few?: string;
  /** 11 to 99: ١١ مقالًا */
  readonly many?: string;
  /** 100 and its like: ١٠٠ مقال; and whatever has no form of its own */
  readonly other: string;
}

/** What is said of one kind of terms. */
export interface TermWords {
  /** All of them: «المصادر». */
  readonly all: string;
  readonly count: CountedNoun;
  /** The articles of one: «مقالات الأرشيف المنقولة عن {name}.» */
  readonly articlesOf: string;
}

/** What the page that searches says. */
export interface SearchWords {
  readonly title: string;
  readonly description: string;
  /** Names the field. */
  readonly label: string;
  readonly button: string;
  /** How phrases and exclusions are written. */
  readonly hint: string;
  readonly filters: string;
  readonly exact: string;
  readonly from: string;
  readonly to: string;
  readonly sort: string;
  readonly sorts: { readonly best: string; readonly newest: string; readonly oldest: string };
  /** The choice that narrows nothing. */
  readonly any: string;
  readonly results: CountedNoun;
  /** How many of the results have every word: «{n}» counts them. */
  readonly complete: string;
  readonly alsoSearched: string;
  readonly passedOver: string;
  readonly missing: string;
  readonly near: string;
  readonly none: string;
  readonly noneHelp: string;
  readonly years: string;
  readonly allYears: string;
  readonly searching: string;
  /** A part of the index did not come, or is not what it should be. */
  readonly failed: string;
  readonly reload: string;
  readonly noScript: string;
  readonly pages: string;
  /** Leads from a source, a subject, … to the search in it: «ابحث في {name}». */
  readonly within: string;
}

/** What the pages say in one interface language; `{…}` stands for what is put in its place. */
export interface Messages {
  /** BCP 47 tag: what `warraq.yaml` calls the language, and whose plural rules hold. */
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
  /** How dates and numbers are printed; absent where the site's `region` decides it, as in Arabic. */
  readonly region?: Region;
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
  /** Names the link to a paragraph: «الفقرة {number}». */
  readonly paragraph: string;
  readonly sectionLink: string;
  readonly date: string;
  readonly source: string;
  readonly place: string;
  readonly issue: string;
  readonly page: string;
  readonly readingTime: CountedNoun;
  readonly originalAddress: string;
  readonly newer: string;
  readonly older: string;
  readonly neighbours: string;
  /** Names the links to the articles before and after of one source. */
  readonly neighboursOf: string;
  /** Articles that share rare words with one. */
  readonly related: string;
  /** Before the words that a related article shares. */
  readonly shared: string;
  readonly listingPages: string;
  /** Place of a page in its listing: «الصفحة {page} بدءًا من الأقدم». */
  readonly listingPage: string;
  /** The dates between which the articles of a page lie. */
  readonly dateSpan: string;
  readonly newerArticles: string;
  readonly olderArticles: string;
  /** Names the links to all indexes. */
  readonly browse: string;
  /** Names the links from a date to its month, its year and all dates. */
  readonly within: string;
  readonly dates: string;
  readonly allDates: string;
  readonly years: string;
  /** The years of the Hijri calendar. */
  readonly hijriYears: string;
  /** Says that a Hijri month is reckoned by rule. */
  readonly hijriApproximate: string;
  /** What was printed on a day through the years. */
  readonly onThisDay: string;
  /** Before the months to choose from. */
  readonly chooseMonth: string;
  /** The same for the days of a month: «أيام {month} عبر السنين». */
  readonly onDaysOf: string;
  readonly about: string;
  /** What readers may rely on, in a few sentences. */
  readonly aboutArchive: string;
  readonly exports: Readonly<Record<ExportForm, string>>;
  readonly manifest: string;
  readonly months: string;
  readonly days: string;
  /** A day or a month of the archive: «مقالات {date}». */
  readonly articlesOfDate: string;
  readonly articlesOfYear: string;
  /** A year by itself: «عام {date}». */
  readonly yearName: string;
  readonly undatedArticles: string;
  readonly dayUnknown: string;
  readonly monthUnknown: string;
  readonly terms: Readonly<Record<TermKind, TermWords>>;
  /** Leads to a term's feed: «تابع جديد {name}». */
  readonly feedOf: string;
  /** Leads from the largest terms to all: «الفهرس كاملًا: {terms}». */
  readonly wholeIndex: string;
  readonly indexPages: string;
  readonly indexPage: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly citation: string;
  /** What stands before and after a title in a citation. */
  readonly citedTitle: readonly [string, string];
  /** Before the files for programs that keep bibliographies. */
  readonly citationFiles: string;
  /** Before the forms in which an article can be taken away. */
  readonly download: string;
  readonly downloads: Readonly<Record<DownloadForm, string>>;
  readonly aboutText: string;
  /** Before the words in which a text names a subject: «ورد بلفظ «…»». */
  readonly foundAs: string;
  readonly times: CountedNoun;
  /** Before other names of a subject. */
  readonly alsoCalled: string;
  readonly wikidata: string;
  readonly file: string;
  /** Which of a file’s records the article is: «السجل {number}». */
  readonly record: string;
  readonly encoding: string;
  /** Says that the text came damaged and what was done; a list of `repairs` with numbers follows. */
  readonly repaired: string;
  readonly repairs: Readonly<Record<RepairKind, string>>;
  /** What a fingerprint is good for. */
  readonly fingerprintUse: string;
  readonly fingerprint: string;
  readonly titleDerived: string;
  /** Says that metadata were read from the text; a list of `inferredKeys` with its words follows. */
  readonly inferred: string;
  readonly inferredKeys: Readonly<Record<InferredKey, string>>;
  readonly headingsRecovered: string;
  /** Says that breaks between paragraphs were recovered, and where: «{breaks}» counts them. */
  readonly paragraphsRecovered: string;
  readonly breaks: CountedNoun;
  readonly headingsEditor: string;
  readonly rights: string;
  /** Days of the week, Sunday first. */
  readonly weekdays: readonly string[];
  /** Months of the Hijri calendar, Muharram first. */
  readonly hijriMonths: readonly string[];
  /** A Hijri date: «{date} هـ». */
  readonly hijriDate: string;
  /** A Hijri date reckoned by a rule, not taken from tables: «{date} (تقريبي)». */
  readonly hijriReckoned: string;
  readonly approximately: string;
  readonly probably: string;
  readonly listSeparator: string;
  readonly search: SearchWords;
  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly madeWith: string;
}
