import { agencyForms } from '../../arabic/agencies.ts';
import { placeNames } from '../../arabic/place-names.ts';
import {
  type DatePhrase,
  dateConnectors,
  dateLabels,
  readDateItem,
} from '../../calendar/date-phrase.ts';
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
 * | page                 | «الصفحة 5», «ص 5»                                      | `page`       |
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
  readonly place?: string;
  /** The name of the agency; empty for unnamed agencies. */
  readonly agency?: string;
  /** Number of tokens of the line. */
  readonly length: number;
}

const separators = new Set('-|/،,():.*«»;؛–["]'.split(''));

/** Punctuation that belongs to the item before it: «العدد (232)». */
const closingMarks = new Set('-|،):.]'.split(''));

const issueWords = new Set(['العدد', 'عدد']);
const pageWords = new Set(['الصفحه', 'صفحه', 'ص']);

/** Folded words that may start a masthead, besides the days of the week. */
export const mastheadWords: readonly string[] = [
  ...[...dateLabels, ...issueWords, ...pageWords],
  ...['يوم', 'الموافق', 'السنه', 'غره'],
];

type Draft = { -readonly [K in keyof Masthead]: Masthead[K] } & {
  items: number;
  hasLabel: boolean;
};

/** Reads one item at `at`. Returns the index after it; `at` itself where there is none. */
function readItem(draft: Draft, tokens: readonly LineToken[], at: number): number {
  const token = tokens[at];
  if (token === undefined) return at;
  if (token.kind === 'sign') return at;
  const dated = readDateItem(draft.dates, tokens, at);
  if (dated > at) return dated;
  if (issueWords.has(token.text)) return readLabelledNumber(tokens, at, (n) => (draft.issue ??= n));
  if (pageWords.has(token.text)) return readLabelledNumber(tokens, at, (n) => (draft.page ??= n));
  if (token.text === 'السنه') return readPublicationYear(tokens, at);
  return at;
}

/** Reads a label and its number: «العدد رقم (232)». */
function readLabelledNumber(
  tokens: readonly LineToken[],
  at: number,
  take: (number: string) => void,
): number {
  let next = at + 1;
  while (['رقم', ':', '(', '/', '-', '['].includes(tokens[next]?.text ?? '')) next += 1;
  const number = tokens[next];
  if (number?.kind !== 'number' || number.text.length > 6) return at;
  take(number.text.replace(/^0+(?=\d)/, ''));
  return next + 1;
}

/** Reads the year of publication: «السنة 12», «السنة الثانية عشرة»; every numeral word but the last has the article. */
function readPublicationYear(tokens: readonly LineToken[], at: number): number {
  const afterNumber = readLabelledNumber(tokens, at, () => undefined);
  if (afterNumber > at) return afterNumber;
  const first = tokens[at + 1];
  if (first?.kind !== 'word' || !/^ال\p{L}{3,}/u.test(first.text)) return at;
  return /^(?:عشر|عشره|وال\p{L}{4,})$/u.test(tokens[at + 2]?.text ?? '') ? at + 3 : at + 2;
}

/**
 * Reads a masthead from the start of a line.
 *
 * @param line the line
 * @param tokens its tokens
 * @param isWholeLine whether the tokens reach the end of the line: then a masthead needs two items, at
 *   least one of them a date or an issue. Otherwise text follows it, as in flattened text, and it needs
 *   a date and the issue, or both dates between a place and an agency.
 * @returns undefined where there is none; never throws
 */
export function readMasthead(
  line: string,
  tokens: readonly LineToken[],
  isWholeLine: boolean,
): Masthead | undefined {
  const draft: Draft = { dates: {}, length: 0, items: 0, hasLabel: false };
  let at = 0;
  const place = longestNameLength(tokens, 0, (name) => placeNames.has(name));
  if (place > 0) {
    draft.place = line.slice(tokens[0]?.start, tokens[place - 1]?.end);
    at = place;
  }
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const next = readItem(draft, tokens, at);
    if (next > at) {
      draft.items += 1;
      at = next;
      draft.length = at;
    } else if (
      separators.has(token.text) ||
      dateConnectors.has(token.text) ||
      dateLabels.has(token.text)
    ) {
      if (dateLabels.has(token.text)) draft.hasLabel = true;
      at += 1;
      if (draft.length === at - 1 && closingMarks.has(token.text)) draft.length = at;
    } else break;
  }
  if (draft.place !== undefined && draft.items > 0) {
    const agency = longestNameLength(tokens, at, (name) => agencyForms.has(name));
    if (agency > 0) {
      const letters = tokens.slice(at, at + agency).filter(({ kind }) => kind === 'word');
      draft.agency = agencyForms.get(letters.map(({ text }) => text).join(' ')) ?? '';
      at += agency;
      draft.length = at;
      while (separators.has(tokens[at]?.text ?? '')) at += 1;
    }
  }
  const { items, hasLabel, ...read } = draft;
  const { hijri, gregorian } = draft.dates;
  const isDated = gregorian !== undefined || hijri !== undefined;
  const printed = (date: DatePhrase['hijri']): string =>
    line.slice(tokens[date?.start ?? 0]?.start, tokens[(date?.next ?? 1) - 1]?.end);
  const masthead = {
    ...read,
    ...(hijri === undefined ? {} : { hijri: printed(hijri) }),
    ...(gregorian === undefined ? {} : { gregorian: printed(gregorian) }),
  };
  if (isWholeLine && at === tokens.length && (isDated || draft.issue !== undefined)) {
    if (items + (hasLabel ? 1 : 0) >= 2) return { ...masthead, length: at };
  }
  const isAgencyReport =
    draft.agency !== undefined && gregorian !== undefined && hijri !== undefined;
  if (isDated && draft.place === undefined && draft.issue !== undefined) return masthead;
  return isAgencyReport ? masthead : undefined;
}
