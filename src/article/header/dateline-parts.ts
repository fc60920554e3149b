import { monthOf, weekdayOf } from '../../calendar/date-names.ts';
import { type DatePhrase, type DateRun, readDateRun } from '../../calendar/date-phrase.ts';
import { anotherAuthorFollows, readAuthorName } from './author-name.ts';
import { type LineToken, longestNameLength } from './line-tokens.ts';

/** A part of a dateline: a place, an agency, …, as a span of tokens. */
export interface DatelinePart {
  readonly kind: 'place' | 'agency' | 'paper' | 'author' | 'credit' | 'date' | 'unknown';
  /** The folded name of an agency; empty for other kinds. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The punctuation before it. */
  readonly before: 'nothing' | 'dash' | 'colon' | 'comma' | 'bracket';
  /** The dates of a date. */
  readonly dates?: DatePhrase;
}

/** What ends a dateline: punctuation, the bracket around an agency, or the end of the line. */
export type Terminator = 'none' | 'line' | 'dash' | 'colon' | 'bracket';

/** The parts at the start of a line. */
export interface DatelineParts {
  readonly parts: readonly DatelinePart[];
  readonly terminator: Terminator;
  /** Number of tokens of the line that they span. */
  readonly length: number;
}

/** Predicates for folded names. */
export interface KnownNames {
  readonly isPlace: (name: string) => boolean;
  readonly isAgency: (name: string) => boolean;
  readonly isPaper: (name: string) => boolean;
}

/** Byline words. «تصوير» and «ترجمة» are missing, because they credit photographers and translators. */
export const creditWords: ReadonlySet<string> = new Set(
  'كتب كتبت كتبه كتبها بقلم اعداد اعدها حوار حاوره حاورها حاورته تقرير تحقيق متابعه استطلاع'.split(
    ' ',
  ),
);

const maxParts = 8;
const maxQuotedWords = 4;
const maxUnknownWords = 3;

const quotes: Readonly<Record<string, string>> = { '«': '»', '"': '"', '“': '”', '{': '}' };

/** Punctuation between parts. */
const separators: Readonly<Record<string, DatelinePart['before']>> = {
  '-': 'dash',
  '|': 'dash',
  ':': 'colon',
  '،': 'comma',
  ',': 'comma',
  '/': 'comma',
  '(': 'bracket',
};

/** Bullets that may precede a dateline: «* أحمد الرشيد من الرياض». */
const bullets = new Set(['*', '•', '#', '-']);

/** Returns the end of a quoted name, as newspapers print their own: «الشرق الأوسط»; `at` where there is none. */
function readQuoted(tokens: readonly LineToken[], at: number): number {
  const closing = quotes[tokens[at]?.text ?? ''];
  if (closing === undefined) return at;
  let next = at + 1;
  while (tokens[next]?.kind === 'word' && next - at <= maxQuotedWords) next += 1;
  return next > at + 1 && tokens[next]?.text === closing ? next + 1 : at;
}

/** Returns the end of the day and month after a place: «القاهرة 23 يوليو (رويترز)». */
function afterDay(tokens: readonly LineToken[], at: number): number {
  const [day, first, second] = tokens.slice(at, at + 3);
  if (day?.kind !== 'number' || day.text.length > 2 || first === undefined) return at;
  if (second !== undefined && monthOf(`${first.text} ${second.text}`) !== undefined) return at + 3;
  return monthOf(first.text) === undefined ? at : at + 2;
}

/** Reads the dates at a token, also after «في»: «حلب - سانا - في 8 سبتمبر 1949:». */
const dateAfterIn = (tokens: readonly LineToken[], at: number): DateRun | undefined =>
  readDateRun(tokens, tokens[at]?.text === 'في' ? at + 1 : at);

/**
 * Reads the parts at the start of a line, as long as punctuation separates them. A part without
 * punctuation after it belongs to the sentence, as the name in «القاهرة - رويترز: محمد علي قال».
 *
 * @param tokens tokens of the line
 * @param isWholeLine whether the tokens reach the end of the line, which then ends a part
 * @param known predicates for places, agencies and newspapers
 * @returns the parts; never throws
 */
export function readDatelineParts(
  tokens: readonly LineToken[],
  isWholeLine: boolean,
  known: KnownNames,
): DatelineParts {
  const reader = { tokens, isWholeLine, known };
  const parts: DatelinePart[] = [];
  let [at, inBracket] = [0, false];
  while (bullets.has(tokens[at]?.text ?? '')) at += 1;
  let before: DatelinePart['before'] = 'nothing';
  let terminator: Terminator = 'none';
  if (tokens[at]?.text === '(') {
    [before, inBracket] = ['bracket', true];
    at += 1;
  }
  // The dateline up to its day, where what follows is no part of it: «عدن - 5 أكتوبر 2015 - طالب عدد من …».
  let dated: DatelineParts | undefined;
  while (parts.length < maxParts) {
    if (terminator !== 'none' && parts.at(-1)?.kind === 'date') {
      dated = { parts: [...parts], terminator, length: at };
    }
    const part = readPart(reader, at, before, parts.at(-1));
    if (part === undefined) {
      return (terminator === 'none' && dated) || { parts, terminator, length: at };
    }
    parts.push(part);
    at = part.end;
    terminator = 'none';
    if (inBracket && tokens[at]?.text === ')') {
      [inBracket, terminator] = [false, 'bracket'];
      at += 1;
    }
    const token = tokens[at];
    if (token === undefined) break;
    const isDated =
      (part.kind === 'place' && token.kind === 'number') ||
      ((part.kind === 'place' || (part.kind === 'agency' && terminator === 'bracket')) &&
        dateAfterIn(tokens, at) !== undefined);
    if (isDated) {
      // «القاهرة 23 يوليو 2012 (رويترز)», «القاهرة (رويترز) 23 يوليو 2012 -»
      before = 'nothing';
      continue;
    }
    if (token.kind === 'word') {
      // «كتب أحمد علي» is a sentence; `readPart` accepts the byline word of «بقلم أحمد علي».
      const another = part.kind === 'author' && anotherAuthorFollows(tokens, at);
      const named = part.kind === 'author' || part.kind === 'paper';
      const from = named && token.text === 'من' && isWholeLine;
      if (!another && !from && part.kind !== 'credit') {
        return dated ?? { parts, terminator, length: at };
      }
      before = another ? 'comma' : from ? 'dash' : 'nothing';
      if (from || token.text === 'و') at += 1;
      continue;
    }
    const separator = separators[token.text];
    if (separator === undefined) return dated ?? { parts, terminator, length: at };
    before = separator;
    terminator = !inBracket && (separator === 'dash' || separator === 'colon') ? separator : 'none';
    if (separator === 'bracket') inBracket = true;
    at += 1;
    // «المزاحمية - محمد الثاقب :- » has several separators.
    while (tokens[at]?.text === '-' || tokens[at]?.text === ':') at += 1;
    if (at >= tokens.length) break;
    // «لندن - (رويترز)»
    if (!inBracket && tokens[at]?.text === '(' && separator !== 'comma') {
      [before, inBracket] = ['bracket', true];
      at += 1;
    }
  }
  const ended = at >= tokens.length && isWholeLine && !inBracket;
  if (!ended && dated !== undefined) return dated;
  return { parts, terminator: ended ? 'line' : 'none', length: at };
}

/** The tokens of a line and what is needed to read parts of them. */
interface Reader {
  readonly tokens: readonly LineToken[];
  readonly isWholeLine: boolean;
  readonly known: KnownNames;
}

/** Tells whether a date may start at a token: a number or day of the week, or a word after another part. */
const isDateStart = ({ kind, text }: LineToken, last: DatelinePart | undefined): boolean =>
  kind === 'number' ||
  weekdayOf(text) !== undefined ||
  (kind === 'word' && (last?.kind === 'place' || last?.kind === 'agency'));

/** Reads one part; undefined where there is none or no punctuation ends it. */
function readPart(
  { tokens, isWholeLine, known }: Reader,
  start: number,
  before: DatelinePart['before'],
  last: DatelinePart | undefined,
): DatelinePart | undefined {
  const isFrom = (at: number): boolean => isWholeLine && tokens[at]?.text === 'من';
  const ends = (at: number): boolean =>
    at >= tokens.length ? isWholeLine : tokens[at]?.kind === 'sign' && tokens[at]?.text !== '.';
  const part = (kind: DatelinePart['kind'], end: number, name = ''): DatelinePart | undefined =>
    end > start && (ends(end) || (kind === 'paper' && isFrom(end)))
      ? { kind, name, start, end, before }
      : undefined;
  const datedPlace = (end: number): DatelinePart | undefined =>
    dateAfterIn(tokens, end) === undefined
      ? undefined
      : { kind: 'place', name: '', start, end, before };
  const end = (isKnown: (name: string) => boolean): number =>
    start + longestNameLength(tokens, start, isKnown);

  const [first, second] = tokens.slice(start, start + 2);
  if (first === undefined) return undefined;
  const dated = isDateStart(first, last) ? dateAfterIn(tokens, start) : undefined;
  if (dated !== undefined) {
    const { phrase: dates, next } = dated;
    return ends(next) ? { kind: 'date', name: '', start, end: next, before, dates } : undefined;
  }
  if (creditWords.has(first.text) && last?.kind !== 'credit' && second !== undefined) {
    const isCredit = first.text === 'بقلم' || second.text === ':' || second.text === '-';
    if (isCredit) return { kind: 'credit', name: '', start, end: start + 1, before };
  }
  const agency = end(known.isAgency);
  const place = end(known.isPlace);
  // «قنا» is a town and an agency: after a place it is the agency.
  if (agency > start && (place === start || last?.kind === 'place')) {
    const letters = tokens.slice(start, agency).filter(({ kind }) => kind === 'word');
    const found = part('agency', agency, letters.map(({ text }) => text).join(' '));
    if (found !== undefined) return found;
  }
  // «الرياض» is a newspaper and a city: beside a place it is the newspaper.
  const paper = place > start && last?.kind !== 'place' ? start : end(known.isPaper);
  const found =
    part('paper', paper) ??
    (place > start ? (part('place', afterDay(tokens, place)) ?? datedPlace(place)) : undefined) ??
    part('paper', readQuoted(tokens, start));
  if (found !== undefined) return found;
  const author = readAuthorName(tokens, start, (at) => ends(at) || isFrom(at));
  if (author > start) return { kind: 'author', name: '', start, end: author, before };
  if ((last?.kind !== 'author' && last?.kind !== 'paper') || before !== 'dash') return undefined;
  let next = start;
  while (tokens[next]?.kind === 'word' && next - start < maxUnknownWords) next += 1;
  return part('unknown', next);
}
