import { monthOf } from '../../calendar/printed-day.ts';
import { type LineWord, longestName } from './line-words.ts';
import { isAnother, readWriter } from './writer-name.ts';

/** A part of a dateline: a place, an agency, …, by the words that it takes of the line. */
export interface Part {
  readonly kind: 'place' | 'agency' | 'paper' | 'writer' | 'role' | 'unknown';
  /** An agency's, folded. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it. */
  readonly before: 'nothing' | 'dash' | 'colon' | 'comma' | 'bracket';
}

/** What ends a dateline: a sign, the bracket around an agency, or the line. */
export type Closing = 'none' | 'line' | 'dash' | 'colon' | 'bracket';

/** The parts with which a line begins. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly closing: Closing;
  /** How many words and signs of the line they take. */
  readonly length: number;
}

/** What is known of names, folded. */
export interface KnownNames {
  readonly isPlace: (name: string) => boolean;
  readonly isAgency: (name: string) => boolean;
  readonly isPaper: (name: string) => boolean;
}

/** Words that say that someone wrote. Those before «تصوير» and «ترجمة» are others than writers. */
export const roles: ReadonlySet<string> = new Set(
  'كتب كتبت كتبه كتبها بقلم اعداد اعدها حوار حاوره حاورها حاورته تقرير تحقيق متابعه استطلاع'.split(
    ' ',
  ),
);

const maxParts = 8;
const maxQuotedWords = 4;
const maxUnknownWords = 3;

const quotes: Readonly<Record<string, string>> = { '«': '»', '"': '"', '“': '”', '{': '}' };

/** Signs between parts. */
const separators: Readonly<Record<string, Part['before']>> = {
  '-': 'dash',
  '|': 'dash',
  ':': 'colon',
  '،': 'comma',
  ',': 'comma',
  '/': 'comma',
  '(': 'bracket',
};

/** Signs that may stand before a dateline: «* أحمد الرشيد من الرياض». */
const bullets = new Set(['*', '•', '#', '-']);

/** Reads a name in quotation marks, as papers print their own: «الشرق الأوسط». */
function readQuoted(words: readonly LineWord[], at: number): number {
  const closing = quotes[words[at]?.text ?? ''];
  if (closing === undefined) return at;
  let next = at + 1;
  while (words[next]?.kind === 'word' && next - at <= maxQuotedWords) next += 1;
  return next > at + 1 && words[next]?.text === closing ? next + 1 : at;
}

/** «القاهرة 23 يوليو (رويترز)»: the day after a place, by its month. */
function afterDay(words: readonly LineWord[], at: number): number {
  const [day, first, second] = words.slice(at, at + 3);
  if (day?.kind !== 'number' || day.text.length > 2 || first === undefined) return at;
  if (second !== undefined && monthOf(`${first.text} ${second.text}`) !== undefined) return at + 3;
  return monthOf(first.text) === undefined ? at : at + 2;
}

/**
 * Reads the parts with which a line begins, as long as signs stand between them. A part that no sign
 * ends belongs to the sentence: in «القاهرة - رويترز: محمد علي قال» the name is none of them.
 *
 * @param isWhole whether the words are all of the line, so that its end ends a part
 */
export function readParts(words: readonly LineWord[], isWhole: boolean, known: KnownNames): Parts {
  const reader = { words, isWhole, known };
  const parts: Part[] = [];
  let [at, inBracket] = [0, false];
  while (bullets.has(words[at]?.text ?? '')) at += 1;
  let before: Part['before'] = 'nothing';
  let closing: Closing = 'none';
  if (words[at]?.text === '(') {
    [before, inBracket] = ['bracket', true];
    at += 1;
  }
  while (parts.length < maxParts) {
    const part = readPart(reader, at, before, parts.at(-1));
    if (part === undefined) return { parts, closing, length: at };
    parts.push(part);
    at = part.end;
    closing = 'none';
    if (inBracket && words[at]?.text === ')') {
      [inBracket, closing] = [false, 'bracket'];
      at += 1;
    }
    const word = words[at];
    if (word === undefined) break;
    if (word.kind === 'word') {
      // «كتب أحمد علي» is a sentence, «بقلم أحمد علي» was let in by the role itself.
      const another = part.kind === 'writer' && isAnother(words, at);
      const named = part.kind === 'writer' || part.kind === 'paper';
      const from = named && word.text === 'من' && isWhole;
      if (!another && !from && part.kind !== 'role') return { parts, closing, length: at };
      before = another ? 'comma' : from ? 'dash' : 'nothing';
      if (from || word.text === 'و') at += 1;
      continue;
    }
    const separator = separators[word.text];
    if (separator === undefined) return { parts, closing, length: at };
    before = separator;
    closing = !inBracket && (separator === 'dash' || separator === 'colon') ? separator : 'none';
    if (separator === 'bracket') inBracket = true;
    at += 1;
    // «المزاحمية - محمد الثاقب :- » has more than one sign.
    while (words[at]?.text === '-' || words[at]?.text === ':') at += 1;
    if (at >= words.length) break;
    // «لندن - (رويترز)»
    if (!inBracket && words[at]?.text === '(' && separator !== 'comma') {
      [before, inBracket] = ['bracket', true];
      at += 1;
    }
  }
  const ended = at >= words.length && isWhole && !inBracket;
  return { parts, closing: ended ? 'line' : 'none', length: at };
}

/** What parts are read from. */
interface Reader {
  readonly words: readonly LineWord[];
  readonly isWhole: boolean;
  readonly known: KnownNames;
}

/** Reads one part; undefined where there is none, or where no sign ends it. */
function readPart(
  { words, isWhole, known }: Reader,
  start: number,
  before: Part['before'],
  last: Part | undefined,
): Part | undefined {
  const isFrom = (at: number): boolean => isWhole && words[at]?.text === 'من';
  const ends = (at: number): boolean =>
    at >= words.length ? isWhole : words[at]?.kind === 'sign' && words[at]?.text !== '.';
  const part = (kind: Part['kind'], end: number, name = ''): Part | undefined =>
    end > start && (ends(end) || (kind === 'paper' && isFrom(end)))
      ? { kind, name, start, end, before }
      : undefined;
  const end = (isKnown: (name: string) => boolean): number =>
    start + longestName(words, start, isKnown);

  const [first, second] = words.slice(start, start + 2);
  if (first === undefined) return undefined;
  if (roles.has(first.text) && last?.kind !== 'role' && second !== undefined) {
    const isSaid = first.text === 'بقلم' || second.text === ':' || second.text === '-';
    if (isSaid) return { kind: 'role', name: '', start, end: start + 1, before };
  }
  const agency = end(known.isAgency);
  const place = end(known.isPlace);
  // «قنا» is a town and an agency: behind a place it is the agency.
  if (agency > start && (place === start || last?.kind === 'place')) {
    const letters = words.slice(start, agency).filter(({ kind }) => kind === 'word');
    const found = part('agency', agency, letters.map(({ text }) => text).join(' '));
    if (found !== undefined) return found;
  }
  // «الرياض» is a paper and a city: beside a place it is the paper.
  const paper = place > start && last?.kind !== 'place' ? start : end(known.isPaper);
  const found =
    part('paper', paper) ??
    (place > start ? part('place', afterDay(words, place)) : undefined) ??
    part('paper', readQuoted(words, start));
  if (found !== undefined) return found;
  const writer = readWriter(words, start, (at) => ends(at) || isFrom(at));
  if (writer > start) return { kind: 'writer', name: '', start, end: writer, before };
  if ((last?.kind !== 'writer' && last?.kind !== 'paper') || before !== 'dash') return undefined;
  let next = start;
  while (words[next]?.kind === 'word' && next - start < maxUnknownWords) next += 1;
  return part('unknown', next);
}
