import type { CalendarKey } from './calendar.ts';
import type { CountedNoun } from './counted-noun.ts';
import type { PlainDate } from './date.ts';
import type { License } from './license.ts';
import type { Messages, TermWords } from './messages.ts';
import type { Export, MetaTag } from './page.ts';
import type { TermKind } from './term-kind.ts';

/** A font file that pages preload. */
export interface Preload {
  readonly outputPath: string;
  readonly type: string;
  /** The direction of the interfaces that it is for; all where there is none. */
  readonly direction?: 'ltr' | 'rtl';
}

/** A picture that programs show beside a link to a page. */
export interface PreviewPicture {
  readonly outputPath: string;
  readonly mediaType: string;
}

/** A link of the site's menu: to a page of the archive, or to an address on another site. */
export type MenuLink = { readonly title: string } & (
  | { readonly outputPath: string }
  | { readonly url: string }
);

/** The site as seen from one page: links are relative to that page. */
export interface Site {
  readonly name: string;
  readonly description: string;
  readonly messages: Messages;
  /** Language of the text that is printed, where it is not Arabic. */
  readonly textLanguage?: string;
  /** Shapes of the region's digits: `arab` ٠١٢٣, `latn` 0123. */
  readonly digits: 'arab' | 'latn';
  /** URL of the published archive, with a slash at its end, where it is configured. */
  readonly baseUrl: string | undefined;
  /** Whether lists show pictures. */
  readonly thumbnails: boolean;
  /** Whether the site shows articles that are held back; it is not for publication. */
  readonly drafts: boolean;
  /** Output paths of the style sheets, in order. */
  readonly styles: readonly string[];
  readonly preloads: readonly Preload[];
  /** Output paths of the search page and its two scripts; absent where the archive has no search. */
  readonly search:
    | { readonly page: string; readonly script: string; readonly panels: string }
    | undefined;
  /** Output path of the reader script, which every page has; absent where none is built. */
  readonly reader: string | undefined;
  /** The links of the masthead; empty where the site has none. */
  readonly menu: readonly MenuLink[];
  /** The links at the end of every page. */
  readonly ways: readonly MenuLink[];
  /** Whether the front page alone says what the archive is. */
  readonly isAboutOnHome: boolean;
  /** Files of the whole archive. */
  readonly exports: readonly Export[];
  /** HTML of the site's own above and below the content, with links relative to the page. */
  readonly head: string | undefined;
  readonly foot: string | undefined;
  /** Rights and licence of the archive, where the settings state them. */
  readonly rights: string | undefined;
  readonly license: License | undefined;
  /** What programs may do with the pages, for the head of each. */
  readonly robots: readonly MetaTag[];
  /** Output path of the favicon; undefined where the files of the site are not made. */
  readonly icon: string | undefined;
  /** Output path of the site's logo, where it has one. */
  readonly logo: string | undefined;
  /** The site's picture for link previews, for pages without a picture of their own. */
  readonly preview: PreviewPicture | undefined;
  /**
   * Returns the relative link from this page to an output path; it names the file and works from a
   * disk.
   */
  href(outputPath: string): string;
  /** Returns a licence by its name or its address. */
  licenseOf(written: string): License;
  /** Returns the URL of an output path, where `baseUrl` is known. */
  address(outputPath: string): string | undefined;
  /** Returns a date in words, with the region's month names and digits. */
  date(date: PlainDate): string;
  /** Returns the Hijri date of a certain day, in words; undefined where the day is uncertain. */
  hijriDate(date: PlainDate): string | undefined;
  /** Returns a date as `<time datetime>` takes it. */
  machineDate(date: PlainDate): string;
  /** Returns the date of a calendar page as far as it is known; undefined for undated articles. */
  calendarDate(key: CalendarKey): PlainDate | undefined;
  /** Returns the name of a date's listing: «مقالات ٢١ يوليو ٢٠١٥», «مقالات بلا تاريخ». */
  calendarTitle(key: CalendarKey): string;
  /** Returns the name of a date: «٢١ يوليو ٢٠١٥», «عام ٢٠١٥». */
  calendarName(key: CalendarKey): string;
  /** Returns a Hijri day for a calendar's cell; `opens` is true on the first of a month. */
  hijriDay(
    date: PlainDate,
  ): { readonly day: string; readonly month: string; readonly opens: boolean } | undefined;
  /** Names of the days of the week, in the region's order. */
  readonly weekdays: readonly string[];
  /** Returns a month's name; 1 is January. */
  month(month: number): string;
  /** Returns a number in the region's digits. */
  number(count: number): string;
  /** Returns a text with its numbers («العدد 15230») in the region's digits. */
  numerals(text: string): string;
  /** Returns a counted noun with its number. */
  count(count: number, noun: CountedNoun): string;
  /** Returns the texts of a kind of terms, built in or of a field of the site's own. */
  termWords(kind: TermKind): TermWords;
  /** Returns one year, or a range of years. */
  years(first: number, last: number): string;
}
