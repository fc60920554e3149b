import { placeNames } from '../../arabic/place-names.ts';
import { monthOf, weekdayOf } from '../../calendar/date-names.ts';
import { type DateRun, readDateRun } from '../../calendar/date-phrase.ts';
import { creditWords } from './dateline-parts.ts';
import { type LineToken, longestNameLength, tokenizeLine } from './line-tokens.ts';

/**
 * The date in the head of a text that lost its line breaks. Only what stands directly beside it tells it from a date
 * of the title or the first sentence:
 *
 * | beside the date           | printed as                                                  |
 * | ------------------------- | ----------------------------------------------------------- |
 * | issue, page, year, price  | «صحيفة المدينة العدد 502 الخميس 2 ديسمبر 1993 مستشفى …»        |
 * | a label                   | «… كتب: سعاد علي تاريخ النشر: 24/2/2005 عقد …»                |
 * | a byline                  | «… كتب: سعاد علي الأربعاء 24/1/2007 طالب …»                   |
 * | a place, and marks        | «مكتبة جديدة في الحي عدن - 24 يوليو 2012 - افتتح …»           |
 * | the start of the text     | «الأحد 26/7/2009 ندوة …», in figures                          |
 */
export interface FlatDate extends DateRun {
  readonly start: number;
  readonly tokens: readonly LineToken[];
}

const separators = new Set(['-', '|', '/', '•', '،', ',', '(', ')', ':', '؛', '*', '.']);
const itemWords = new Set(['العدد', 'عدد', 'ص', 'الصفحه', 'صفحه', 'السنه', 'المجلد']);
const bylineWords = new Set([...creditWords, 'ترجمه', 'تصوير', 'شعر', 'عرض']);
const priceWords = new Set(['الثمن', 'ثمن', 'السعر']);
const prepositions = new Set('في من الي علي عن بين قرب منذ حتي الى مدينه محافظه'.split(' '));

/** Most words of a byline before a date. */
const maxNameWords = 6;

const textAt = (tokens: readonly LineToken[], at: number): string => tokens[at]?.text ?? '';

/**
 * Tells whether an issue, page, volume or year of publication stands directly before a date, and not in a sentence:
 * «العدد 114 - السنة الرابعة - الأربعاء», but not «نُشر في العدد 114 الصادر في».
 */
function followsItem(tokens: readonly LineToken[], start: number): boolean {
  let first: number | undefined;
  for (let at = start - 1; at >= 0; at -= 1) {
    const { kind, text } = tokens[at] ?? { kind: 'sign', text: '' };
    if (itemWords.has(text)) first = at;
    else if (kind === 'word' && !itemWords.has(textAt(tokens, at - 1)) && text !== 'يوم') break;
    else if (kind === 'sign' && !separators.has(text)) break;
  }
  return first !== undefined && !prepositions.has(textAt(tokens, first - 1));
}

/** Tells whether a label stands directly before a date: «تاريخ النشر:», «التاريخ:». */
function followsLabel(tokens: readonly LineToken[], start: number): boolean {
  if (textAt(tokens, start - 1) !== ':') return false;
  const word = textAt(tokens, start - 2);
  return (
    word === 'التاريخ' ||
    word === 'تاريخ' ||
    (word === 'النشر' && textAt(tokens, start - 3) === 'تاريخ')
  );
}

/** Tells whether a byline stands directly before a date: its word, a mark, and names. */
function followsByline(tokens: readonly LineToken[], start: number): boolean {
  for (let at = start - 1; at > 0 && at >= start - 1 - maxNameWords; at -= 1) {
    const { kind, text } = tokens[at] ?? { kind: 'sign', text: '' };
    if (kind === 'word') continue;
    return (
      (text === ':' || text === '/') && at < start - 2 && bylineWords.has(textAt(tokens, at - 1))
    );
  }
  return false;
}

/** Tells whether a date is that of a dateline: a listed place before it, and marks around it. */
function isOfDateline(tokens: readonly LineToken[], start: number, next: number): boolean {
  const [mark, after] = [textAt(tokens, start - 1), textAt(tokens, next)];
  if (!/^[-،,(]$/.test(mark) || !/^[-:)]$/.test(after)) return false;
  for (const count of [1, 2, 3]) {
    const at = start - 1 - count;
    const isPlace = longestNameLength(tokens, at, (name) => placeNames.has(name)) === count;
    if (isPlace && !prepositions.has(textAt(tokens, at - 1))) return true;
  }
  return false;
}

/** Tells whether a date is written in figures: «الأحد 26/7/2009», «2009-07-26». */
const isInFigures = (tokens: readonly LineToken[], start: number, next: number): boolean =>
  tokens
    .slice(start, next)
    .every(
      ({ kind, text }) => kind !== 'word' || text.length === 1 || weekdayOf(text) !== undefined,
    );

/** Tells whether a word may begin a date: a day of the week, or a month as in «سبتمبر 7، 1994». */
const isDateWord = (word: string, next: LineToken | undefined): boolean =>
  weekdayOf(word) !== undefined ||
  monthOf(word) !== undefined ||
  (next?.kind === 'word' && monthOf(`${word} ${next.text}`) !== undefined);

/**
 * Reads the date in the head of a text without line breaks.
 *
 * @param text the beginning of the text
 * @returns undefined where none is certain; never throws
 */
export function readFlatDate(text: string): FlatDate | undefined {
  const { tokens } = tokenizeLine(text);
  for (let at = 0; at < tokens.length; at += 1) {
    const { kind, text: word } = tokens[at] ?? { kind: 'sign', text: '' };
    if (kind === 'sign' || (kind === 'word' && !isDateWord(word, tokens[at + 1]))) continue;
    const run = readDateRun(tokens, at);
    if (run === undefined) continue;
    const isCertain =
      (at === 0 && isInFigures(tokens, at, run.next)) ||
      followsItem(tokens, at) ||
      followsLabel(tokens, at) ||
      followsByline(tokens, at) ||
      isOfDateline(tokens, at, run.next) ||
      priceWords.has(textAt(tokens, run.next)) ||
      (textAt(tokens, run.next) === 'العدد' &&
        (at === 0 || separators.has(textAt(tokens, at - 1))));
    if (isCertain) return { ...run, start: at, tokens };
    at = run.next - 1;
  }
  return undefined;
}
