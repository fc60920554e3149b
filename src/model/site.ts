import type { CalendarKey } from './calendar.ts';
import type { PlainDate } from './date.ts';
import type { CountedNoun, Messages } from './messages.ts';

/** A font file that every page needs at once. */
export interface Preload {
  readonly url: string;
  readonly type: string;
}

/** The site as one page sees it: links are relative to that page. */
export interface Site {
  readonly name: string;
  readonly description: string;
  readonly messages: Messages;
  /** Shapes of the region's digits: `arab` ٠١٢٣, `latn` 0123. */
  readonly digits: 'arab' | 'latn';
  /** Absolute address of the archive with a slash at its end, where one is configured. */
  readonly baseUrl: string | undefined;
  /** Places of the style sheets under `dist/`, in order. */
  readonly styles: readonly string[];
  readonly preloads: readonly Preload[];
  /** Place of the page that searches, and of its script; absent where the archive is not searched. */
  readonly search: { readonly page: string; readonly script: string } | undefined;
  /** Place of the site's own picture, where it has one. */
  readonly logo: string | undefined;
  /** Link from this page to a place under `dist/`; names the file, works from a disk. */
  href(url: string): string;
  /** Whole address of a place under `dist/`, where it is known where the archive will be. */
  address(url: string): string | undefined;
  /** A date in words, in the region's month names and digits. */
  date(date: PlainDate): string;
  /** The Hijri date of a day that is known, in words; absent where the day is in doubt. */
  hijriDate(date: PlainDate): string | undefined;
  /** A date as `<time datetime>` takes it. */
  machineDate(date: PlainDate): string;
  /** The date of a page of the calendar as far as it is known, or undefined for the undated. */
  calendarDate(key: CalendarKey): PlainDate | undefined;
  /** What the articles of a date are called: «مقالات ٢١ يوليو ٢٠١٥», «مقالات بلا تاريخ». */
  calendarTitle(key: CalendarKey): string;
  /** The same without the word for articles: «٢١ يوليو ٢٠١٥», «عام ٢٠١٥». */
  calendarName(key: CalendarKey): string;
  /** A day of the Hijri calendar as a calendar's cell shows it; `opens` on the first of a month. */
  hijriDay(
    date: PlainDate,
  ): { readonly day: string; readonly month: string; readonly opens: boolean } | undefined;
  /** Names of the days of the week, in the region's order. */
  readonly weekdays: readonly string[];
  /** A month's name; 1 is January. */
  month(month: number): string;
  /** A number in the region's digits. */
  number(count: number): string;
  /** A number printed in a text («العدد 15230») in the region's digits; other text stays. */
  numerals(text: string): string;
  /** A counted noun with its number. */
  count(count: number, noun: CountedNoun): string;
  /** One year, or the first and the last. */
  years(first: number, last: number): string;
}
