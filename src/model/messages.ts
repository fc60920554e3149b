import type { RepairKind } from './article.ts';
import type { ArticleWords } from './article-words.ts';
import type { CalendarWords, ChartWords, IndexWords } from './calendar-words.ts';
import type { CountedNoun } from './counted-noun.ts';
import type { DownloadForm, ExportForm } from './download.ts';
import type { FrameWords } from './frame-words.ts';
import type { Inferred, InferredKey } from './inferred.ts';
import type { ListWords } from './list-words.ts';
import type { HeldState } from './publication.ts';
import type { ReaderWords } from './reader-words.ts';
import type { Region } from './region.ts';
import type { SearchPanelWords } from './search-panel-words.ts';
import type { SearchWords } from './search-words.ts';
import type { TermKind } from './term-kind.ts';

/** Texts of a term kind. */
export interface TermWords {
  /** Name of the index of all terms: «المصادر». */
  readonly all: string;
  readonly count: CountedNoun;
  /** Description of one term's listing: «مقالات الأرشيف المنقولة عن {name}.» */
  readonly articlesOf: string;
}

/** Texts of the notices of an article's page. */
export interface NoticeWords {
  /** Who took a picture: «تصوير: {name}». */
  readonly pictureCredit: string;
  /** Heading of the corrections, by their number and without it: «تصويب». */
  readonly corrections: CountedNoun;
  /** Day of the last change: «حُدّث في {date}». */
  readonly updated: string;
  /** Precedes the persistent identifiers. */
  readonly identifiers: string;
}

/** Labels of metadata on the page of an article. */
export interface FactWords {
  readonly volume: string;
  readonly series: string;
  readonly part: string;
  readonly license: string;
}

/** Texts of the pages in one interface language; `{…}` is a placeholder. */
export interface Messages {
  /** BCP 47 tag: selects the language in `warraq.yaml` and the plural rules. */
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
  /** Format of dates and numbers; absent where the site's `region` decides, as in Arabic. */
  readonly region?: Region;
  readonly siteName: string;
  readonly siteDescription: string;
  readonly skipToContent: string;
  readonly home: string;
  readonly articles: CountedNoun;
  readonly latestArticles: string;
  readonly allArticles: string;
  readonly noArticles: string;
  /** Labels of articles that are held back, in a site that shows them. */
  readonly held: Readonly<Record<HeldState, string>>;
  readonly undated: string;
  readonly contents: string;
  /** Label of the link to a paragraph: «الفقرة {number}». */
  readonly paragraph: string;
  /** Label of a table that scrolls sideways and has no caption. */
  readonly table: string;
  /** Label of the link from a note back to its place: «عودة إلى موضع الحاشية {number}». */
  readonly noteBack: string;
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
  /** Label of the links to the neighbours within a source. */
  readonly neighboursOf: string;
  /** Heading of the related articles. */
  readonly related: string;
  /** Precedes the words that a related article shares. */
  readonly shared: string;
  readonly listingPages: string;
  /** Position of a page in its listing, which no newer article changes: «الصفحة {page} (الأولى أقدمها)». */
  readonly listingPage: string;
  readonly lists: ListWords;
  /** First and last date of a page's articles. */
  readonly dateSpan: string;
  readonly newerArticles: string;
  readonly olderArticles: string;
  /** Label of the breadcrumb: the pages above this one, from the front page. */
  readonly within: string;
  readonly dates: string;
  readonly allDates: string;
  readonly years: string;
  /** The years of the Hijri calendar. */
  readonly hijriYears: string;
  /** Says that a Hijri month is computed by rule. */
  readonly hijriApproximate: string;
  /** Title of the articles of one day through the years. */
  readonly onThisDay: string;
  /** Precedes the choice of months. */
  readonly chooseMonth: string;
  /** Title of a month's days through the years: «أيام {month} عبر السنين». */
  readonly onDaysOf: string;
  readonly about: string;
  /** What the archive guarantees to readers, in a few sentences. */
  readonly aboutArchive: string;
  readonly exports: Readonly<Record<ExportForm, string>>;
  readonly manifest: string;
  readonly months: string;
  readonly days: string;
  /** Title of the listing of a day or month: «مقالات {date}». */
  readonly articlesOfDate: string;
  readonly articlesOfYear: string;
  /** Name of a year: «عام {date}». */
  readonly yearName: string;
  readonly undatedArticles: string;
  readonly dayUnknown: string;
  readonly monthUnknown: string;
  readonly terms: Readonly<Record<TermKind, TermWords>>;
  /** Texts of the terms of declared fields: `{label}` is the name of the field. */
  readonly fieldTerms: Pick<TermWords, 'count' | 'articlesOf'>;
  /** Link to a term's feed: «تابع جديد {name}». */
  readonly feedOf: string;
  /** Link from the largest terms to the whole index: «الفهرس كاملًا: {terms}». */
  readonly wholeIndex: string;
  readonly indexPages: string;
  readonly indexPage: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly citation: string;
  /** Opening and closing quotation mark of a title in a citation. */
  readonly citedTitle: readonly [string, string];
  /** Precedes the citation files for reference managers. */
  readonly citationFiles: string;
  /** Precedes the download formats of an article. */
  readonly download: string;
  readonly downloads: Readonly<Record<DownloadForm, string>>;
  readonly aboutText: string;
  /** Precedes the forms in which a text names a term: «ورد بلفظ «…»». */
  readonly foundAs: string;
  readonly times: CountedNoun;
  /** Precedes other names of a term. */
  readonly alsoCalled: string;
  readonly wikidata: string;
  readonly file: string;
  /** Number of the article's record in its file: «السجل {number}». */
  readonly record: string;
  readonly encoding: string;
  /** Says that a damaged text was repaired; a list of `repairs` with numbers follows. */
  readonly repaired: string;
  readonly repairs: Readonly<Record<RepairKind, string>>;
  /** Explains the use of a fingerprint. */
  readonly fingerprintUse: string;
  readonly fingerprint: string;
  readonly titleDerived: string;
  /** Says that metadata was inferred from the text; a list of `inferredKeys` with the words follows. */
  readonly inferred: string;
  readonly inferredKeys: Readonly<Record<InferredKey, string>>;
  /** Says where a date comes from that is not read from the text; `{words}` is the Hijri date, or a part of the path. */
  readonly dateOrigins: Readonly<Record<NonNullable<Inferred['from']>, string>>;
  /** A date calculated from a Hijri one: «{date} (محسوب)». */
  readonly dateDerived: string;
  readonly headingsRecovered: string;
  /** Says that paragraph breaks were recovered, and where; «{breaks}» is their number. */
  readonly paragraphsRecovered: string;
  readonly breaks: CountedNoun;
  readonly headingsEditor: string;
  readonly rights: string;
  readonly facts: FactWords;
  /** Days of the week, Sunday first. */
  readonly weekdays: readonly string[];
  /** Months of the Hijri calendar, Muharram first. */
  readonly hijriMonths: readonly string[];
  /** A Hijri date: «{date} هـ». */
  readonly hijriDate: string;
  /** A Hijri date computed by rule instead of the Umm al-Qura table: «{date} (تقريبي)». */
  readonly hijriReckoned: string;
  readonly approximately: string;
  readonly probably: string;
  readonly listSeparator: string;
  readonly search: SearchWords;
  readonly searchPanel: SearchPanelWords;
  /** Stands in place of a withheld name; it holds no name itself. */
  readonly redactedName: string;
  /** Says that names in an article are withheld. */
  readonly redactedNames: string;
  /** The page at the address of a withdrawn article. */
  readonly withdrawn: {
    readonly title: string;
    readonly text: string;
    readonly date: string;
    readonly reason: string;
  };
  /** The page at an address that would show a withheld name. */
  readonly unavailable: { readonly title: string; readonly text: string };
  /** The frame around every page. */
  readonly frame: FrameWords;
  /** The reader script. */
  readonly reader: ReaderWords;
  readonly notFoundTitle: string;
  readonly notFoundText: string;
  /** Title, text and link of the page at an old address of an article. */
  readonly movedTitle: string;
  readonly movedText: string;
  readonly movedLink: string;
  /** Title and text of the page at the address of a deleted article. */
  readonly goneTitle: string;
  readonly goneText: string;
  readonly madeWith: string;
  /** Corrections, last change and identifiers of an article. */
  readonly notices: NoticeWords;
  /** Texts of an article's page below and beside its text. */
  readonly article: ArticleWords;
  readonly calendar: CalendarWords;
  readonly chart: ChartWords;
  readonly index: IndexWords;
}
