import { digitsValue } from '../../arabic/digit-value.ts';
import { fold, isArabicLetter } from '../../arabic/letters.ts';
import type { Span } from '../../model/structure.ts';
import type { Line } from '../lines.ts';

/** How the author marked a line as a heading: signs on both sides, brackets, a bullet, a number, a colon. */
export type LineMarkKind =
  | 'signs'
  | 'dashes'
  | 'brackets'
  | 'bullet'
  | 'number'
  | 'ordinal'
  | 'colon';

/** A line with the marks of a heading. */
export interface LineMark {
  readonly kind: LineMarkKind;
  /** The words without the marks. */
  readonly heading: Span;
  /** The number as printed, without what separates it; the word of an ordinal is part of the heading. */
  readonly number?: string;
  /** Notation and value of a number: headings of one notation count on. */
  readonly style?: 'digits' | 'letters' | 'roman' | 'ordinal';
  readonly value?: number;
}

/** Most words of a heading with a mark, and its greatest length. */
const maxMarkedWords = 13;
const maxMarkedLength = 130;
/** Length of the start of a line in which the sign of a mark stands. */
const maxStart = 12;

const signs = '*=~_+•●○■□◆◇▪★☆✦✪❖♦►▶◄◀←⇐';
const opening = new RegExp(
  `^(?:[${signs}][${signs}\\s]*|[-–—ـ][-–—ـ\\s]*|[:<>]{2,}\\s*|#{1,6}(?=\\S))`,
);
const closing = new RegExp(`(?:[${signs}\\s]*[${signs}]|[-–—ـ\\s]*[-–—ـ]|\\s*[:<>]{2,}|#{1,6})$`);
const dash = /^[-–—ـ\s]+$/;

/** Brackets of a whole line, by the opening one. */
const brackets: Readonly<Record<string, string>> = {
  '[': ']',
  '«': '»',
  '"': '"',
  '“': '”',
  '”': '“',
  '{': '}',
  '<': '>',
  '【': '】',
  '‹': '›',
  '(': ')',
};

const digitNumber =
  /^(?:[([]\s*([\d٠-٩۰-۹]{1,2})\s*[)\]]\s*[-–—ـ.:]?|[-–—ـ]?\s*([\d٠-٩۰-۹]{1,2})\s*(?:[-–—ـ.):/،]|\s[-–—]))\s*(?=[^\d٠-٩۰-۹\s])/;
const letterNumber =
  /^(?:\(\s*([أابجدهـوزحطيكل])\s*\)\s*[-–—:]?|([أابجدهوزحطيكل])ـ?\s*(?:[-–—)]|\s[-–—ـ]))\s*(?=\S)/;
const romanNumber = /^\(?([IVX]{1,5})\s*[-–—.):]\s*(?=\S)/;
const ordinals = 'اولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا'.split(' ');
const ordinalNumber = /^(\p{L}[\p{L}\p{M}]{3,7})\s*(?:[:：.،/)]|\s?[-–—ـ])\s*(?=\S)/u;
const abjad = 'ابجدهوزحطيكل';
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

const invisible = /^[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c]+/;

/** A number at the start of a heading. */
interface HeadingNumber {
  readonly style: NonNullable<LineMark['style']>;
  readonly value: number;
  readonly number: string;
  readonly length: number;
}

function numberAt(source: string): HeadingNumber | undefined {
  const digits = digitNumber.exec(source);
  if (digits !== null) {
    const number = digits[1] ?? digits[2] ?? '';
    return { style: 'digits', value: digitsValue(number), number, length: digits[0].length };
  }
  const letter = letterNumber.exec(source);
  if (letter !== null) {
    const number = letter[1] ?? letter[2] ?? '';
    const value = abjad.indexOf(fold(number)) + 1;
    return { style: 'letters', value, number, length: letter[0].length };
  }
  const roman = romanNumber.exec(source);
  if (roman !== null) {
    const number = roman[1] ?? '';
    return { style: 'roman', value: romans.indexOf(number) + 1, number, length: roman[0].length };
  }
  const word = ordinalNumber.exec(source);
  const value = word === null ? 0 : ordinals.indexOf(fold(word[1] ?? '')) + 1;
  if (word === null || value === 0) return undefined;
  return { style: 'ordinal', value, number: word[1] ?? '', length: word[0].length };
}

/** The words of a heading within a line, as it loses its marks. */
class Unmarked {
  start = 0;
  end: number;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
    this.end = source.length;
    this.#trim();
  }

  get words(): string {
    return this.#source.slice(this.start, this.end);
  }

  cut(before: number, after: number): void {
    this.start += before;
    this.end = Math.max(this.start, this.end - after);
    this.#trim();
  }

  #trim(): void {
    const { words } = this;
    this.start += words.length - words.trimStart().length;
    this.start += invisible.exec(this.words)?.[0].length ?? 0;
    this.end = this.start + this.words.trimEnd().length;
  }
}

/** Removes signs on both sides; a sign at the start alone is a bullet, where it is one. */
function cutSigns(rest: Unmarked): LineMarkKind | undefined {
  const before = opening.exec(rest.words)?.[0];
  // A tatweel on a letter is a part of the word.
  if (before === undefined || before.endsWith('ـ')) return undefined;
  const after = closing.exec(rest.words.slice(before.length))?.[0];
  if (after === undefined || after.startsWith('ـ')) {
    if (!/^(?:.|\*{2,3}|<<|>>)$/.test(before.trim())) return undefined;
    rest.cut(before.length, 0);
    return 'bullet';
  }
  rest.cut(before.length, after.length);
  return dash.test(before) ? 'dashes' : 'signs';
}

/** Removes brackets around all words. */
function cutBrackets(rest: Unmarked): LineMarkKind | undefined {
  const { words } = rest;
  const [open = ''] = words;
  const close = brackets[open];
  if (close === undefined || !words.endsWith(close)) return undefined;
  const inner = words.slice(1, -1);
  if (inner.includes(open) || inner.includes(close)) return undefined;
  rest.cut(1, 1);
  return 'brackets';
}

/** Units that a mark can begin with; a colon is at the end. */
function mayBeMarked(text: string, { start, end }: Line): boolean {
  if (text[end - 1] === ':') return true;
  const unit = text.charCodeAt(start);
  if (unit < 0x41 || unit >= 0x2000 || unit === 0x640) return true;
  if (unit >= 0x660 && unit <= 0x669) return true;
  if (isPlainStart(text, start, Math.min(end, start + maxStart))) return false;
  // A letter alone, a Roman number, an ordinal.
  return /^(?:[\p{L}ـ]{1,2}\s?[-–—)ـ]|[IVX]+\s*[-–.):]|[[{«_~]|\p{L}[\p{L}\p{M}]{3,7}\s*[:：.،/)–—ـ-])/u.test(
    text.slice(start, Math.min(end, start + maxStart)),
  );
}

/** Tells whether units are Arabic letters and spaces only, as at the start of most lines. */
function isPlainStart(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && !isArabicLetter(unit)) return false;
  }
  return true;
}

/**
 * Reads the marks of a line: «1- …», «أولًا: …», «* … *», «=== … ===», «[ … ]», «…:».
 *
 * @param text The whole text.
 * @param line A line of it, trimmed.
 * @returns The marks and the words between them; undefined for a line that has none or is too long for a heading.
 */
export function lineMark(text: string, line: Line): LineMark | undefined {
  if (line.words < 1 || line.words > maxMarkedWords) return undefined;
  if (line.end - line.start > maxMarkedLength || !mayBeMarked(text, line)) return undefined;
  const rest = new Unmarked(text.slice(line.start, line.end));
  let kind = cutSigns(rest);
  const inBrackets = cutBrackets(rest);
  kind = kind === undefined || kind === 'bullet' ? (inBrackets ?? kind) : kind;
  const number = numberAt(rest.words);
  if (number !== undefined) {
    if (number.style !== 'ordinal') rest.cut(number.length, 0);
    kind = number.style === 'ordinal' ? 'ordinal' : 'number';
    if (number.style !== 'ordinal') {
      cutSigns(rest);
      cutBrackets(rest);
    }
  }
  const colon = /\s*:$/.exec(rest.words);
  if (colon !== null) {
    rest.cut(0, colon[0].length);
    kind ??= 'colon';
  }
  if (kind === undefined || rest.end - rest.start < 2) return undefined;
  const heading = { start: line.start + rest.start, end: line.start + rest.end };
  if (number === undefined) return { kind, heading };
  const { style, value } = number;
  return { kind, heading, style, value, ...(style === 'ordinal' ? {} : { number: number.number }) };
}
