import { agencyForms } from '../../arabic/agencies.ts';
import { placeNames } from '../../arabic/place-names.ts';
import { weekdayOf } from '../../calendar/date-names.ts';
import {
  type DatePhrase,
  dateConnectors,
  dateLabels,
  readDateItem,
} from '../../calendar/date-phrase.ts';
import { gregorianOf } from '../../calendar/resolve-dates.ts';
import { type HeadItems, itemWords, readHeadItem } from './head-items.ts';
import { type HeadName, readHeadName } from './head-names.ts';
import { type LineToken, longestNameLength } from './line-tokens.ts';

/**
 * A masthead line, read item by item from its start. A line with any other word is not a masthead, so
 * that «في يوم 4 رمضان 1433هـ عُقد…» stays a sentence.
 *
 * | item                 | printed as                                             | gives        |
 * | -------------------- | ------------------------------------------------------ | ------------ |
 * | day of the week      | «الاثنين», «يوم الاثنين»                               | checks dates |
 * | Hijri date           | «4 رمضان 1433هـ», «غرة محرم 1400 هـ», «4/9/1433هـ»      | `hijri`      |
 * | Gregorian date       | «23 يوليو (تموز) 2012م», «23/7/2012», «2012-07-23»      | `date`       |
 * | issue number         | «العدد (232)», «العدد رقم 232», «العدد: ٢٣٢»            | `issue`      |
 * | year of publication  | «السنة 12», «السنة الثانية عشرة»                        |              |
 * | page                 | «الصفحة 5», «ص 5», «الصفحة الأولى»                      | `page`       |
 * | price                | «الثمن: 5 قروش»                                         |              |
 * | paper                | «صحيفة الأيام», «الأيام» between other items            | `source`     |
 * | section              | «محليات» between other items                            | `section`    |
 * | place and agency     | «الرياض … واس», as agencies start their reports         | dateline     |
 * | connecting words     | «الموافق», «التاريخ:», «نشر في», «الصادر بتاريخ»         |              |
 */
export interface Masthead {
  readonly dates: DatePhrase;
  /** The dates as printed. */
  readonly hijri?: string;
  readonly gregorian?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly volume?: string;
  /** The name of the paper, as printed. */
  readonly paper?: string;
  readonly section?: string;
  readonly place?: string;
  /** The name of the agency; empty for unnamed agencies. */
  readonly agency?: string;
  /** Number of tokens of the line. */
  readonly length: number;
}

const separators = new Set('-|/،,():.*«»;؛–["]•·_=~'.split(''));

/** Punctuation that belongs to the item before it: «العدد (232)». */
const closingMarks = new Set('-|،):.]'.split(''));

/** Folded words that may start a masthead, besides the days of the week. */
export const mastheadWords: readonly string[] = [
  ...[...dateLabels, ...itemWords],
  ...['يوم', 'الموافق', 'غره'],
];

/** The items of a line while it is read. */
export type MastheadDraft = { -readonly [K in keyof Masthead]: Masthead[K] } & HeadItems & {
    items: number;
    hasLabel: boolean;
    certainty?: HeadName['certainty'];
  };

/** Reads one item at `at`. Returns the index after it; `at` itself where there is none. */
function readItem(
  draft: MastheadDraft,
  line: string,
  tokens: readonly LineToken[],
  at: number,
): number {
  const token = tokens[at];
  if (token === undefined || token.kind === 'sign') return at;
  const dated = readDateItem(draft.dates, tokens, at);
  return dated > at ? dated : readHeadItem(draft, line, tokens, at);
}

/** Adds a name between the items of a line; returns the index after it, or `at` where there is none. */
function readName(
  draft: MastheadDraft,
  line: string,
  tokens: readonly LineToken[],
  at: number,
  source: string | undefined,
): number {
  const name = readHeadName(line, tokens, at, source);
  if (name === undefined || name.next === at) return at;
  if (name.kind === 'section' && draft.section === undefined) draft.section = name.value;
  else if (name.kind === 'paper' && draft.paper === undefined) {
    draft.paper = name.value;
    draft.certainty = name.certainty;
  } else if (name.kind !== 'place' && name.kind !== 'description') return at;
  if (name.kind === 'paper' || name.kind === 'section') draft.items += 1;
  return name.next;
}

/** Reads the place at the start of a line; 0 where a longer name of a paper starts there («عدن الغد»). */
function readPlace(
  draft: MastheadDraft,
  line: string,
  tokens: readonly LineToken[],
  isWholeLine: boolean,
  source: string | undefined,
): number {
  const place = longestNameLength(tokens, 0, (name) => placeNames.has(name));
  if (place === 0) return 0;
  const isPaper = isWholeLine && readName(draft, line, tokens, 0, source) > place;
  if (isPaper) {
    draft.items -= 1;
    delete draft.paper;
    delete draft.certainty;
    return 0;
  }
  if (draft.paper !== undefined) draft.items -= 1;
  delete draft.paper;
  delete draft.certainty;
  draft.place = line.slice(tokens[0]?.start, tokens[place - 1]?.end);
  return place;
}

/**
 * Reads the items at the start of a line, names among them only where they end in punctuation or an item. */
export function readItems(
  line: string,
  tokens: readonly LineToken[],
  isWholeLine: boolean,
  source: string | undefined,
): { readonly draft: MastheadDraft; readonly at: number } {
  const draft: MastheadDraft = { dates: {}, length: 0, items: 0, hasLabel: false };
  let at = readPlace(draft, line, tokens, isWholeLine, source);
  // In flattened text only a line's first words may be a name.
  let mayBeName = true;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const item = readItem(draft, line, tokens, at);
    const isItem = item > at;
    if (isItem) draft.items += 1;
    const isConnecting = dateConnectors.has(token.text) || dateLabels.has(token.text);
    const tryName = !isItem && !isConnecting && mayBeName && (isWholeLine || at === 0);
    const next = tryName ? readName(draft, line, tokens, at, source) : item;
    if (next > at) {
      at = next;
      draft.length = at;
      mayBeName = false;
    } else if (separators.has(token.text) || isConnecting) {
      if (dateLabels.has(token.text)) draft.hasLabel = true;
      at += 1;
      if (draft.length === at - 1 && closingMarks.has(token.text)) draft.length = at;
      mayBeName = true;
    } else break;
  }
  if (draft.place !== undefined && draft.items > 0) at = readAgency(draft, tokens, at);
  return { draft, at };
}

/** Reads the agency at the end of its own masthead; returns the index after it. */
function readAgency(draft: MastheadDraft, tokens: readonly LineToken[], start: number): number {
  const agency = longestNameLength(tokens, start, (name) => agencyForms.has(name));
  if (agency === 0) return start;
  const letters = tokens.slice(start, start + agency).filter(({ kind }) => kind === 'word');
  draft.agency = agencyForms.get(letters.map(({ text }) => text).join(' ')) ?? '';
  let at = start + agency;
  draft.length = at;
  while (separators.has(tokens[at]?.text ?? '')) at += 1;
  return at;
}

/**
 * Returns where a Hijri date alone begins: with the day of the week before it, where that is another than the calendar
 * says, and decides between near days.
 */
function hijriStart({ hijri, weekday }: DatePhrase, tokens: readonly LineToken[]): number {
  const start = hijri?.start ?? 0;
  const [parts] = hijri?.readings ?? [];
  const at = tokens[start - 1]?.kind === 'sign' ? start - 2 : start - 1;
  if (parts === undefined || weekdayOf(tokens[at]?.text ?? '') !== weekday) return start;
  const isDecided = gregorianOf(parts, weekday)?.edtf !== gregorianOf(parts)?.edtf;
  return weekday !== undefined && isDecided ? at : start;
}

/** Returns what a draft says, with its dates as printed. */
export function mastheadOf(
  line: string,
  tokens: readonly LineToken[],
  draft: MastheadDraft,
  length = draft.length,
): Masthead {
  const { items: _, hasLabel: __, hasOther: ___, certainty: ____, ...masthead } = draft;
  const { hijri, gregorian } = draft.dates;
  const printed = (date: DatePhrase['hijri'], start = date?.start ?? 0): string =>
    line.slice(tokens[start]?.start, tokens[(date?.next ?? 1) - 1]?.end);
  return {
    ...masthead,
    length,
    ...(hijri === undefined
      ? {}
      : { hijri: printed(hijri, gregorian ? undefined : hijriStart(draft.dates, tokens)) }),
    ...(gregorian === undefined ? {} : { gregorian: printed(gregorian) }),
  };
}
