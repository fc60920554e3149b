import { plausibilityOf } from '../../arabic/plausibility.ts';
import { repairPresentationForms } from './presentation-forms.ts';

/**
 * Longest line that can be reordered, in UTF-16 code units: a printed or displayed line. Longer ones
 * are joined lines whose boundaries are unknown.
 */
const maxLineLength = 250;

/**
 * Minimum number of letters to judge the order; minimum gain of the reversed text, and its minimum
 * plausibility, in bits per letter.
 */
const [minLetters, minGain, minBits] = [24, 0.8, 1.5];

/** Code units examined; more add no evidence. */
const sampleLength = 10_000;

/** Latin words and numbers, which run left to right in either order. */
const leftToRight =
  /[\p{Script=Latin}\d٠-٩۰-۹](?:[\p{Script=Latin}\d٠-٩۰-۹.,:/%@_+-]*[\p{Script=Latin}\d٠-٩۰-۹])?(?: +\p{Script=Latin}(?:[\p{Script=Latin}\d.,:/%@_+-]*[\p{Script=Latin}\d])?)*/gu;

const mirrors: Readonly<Record<string, string>> = {
  ...{ '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{' },
  ...{ '<': '>', '>': '<', '«': '»', '»': '«', '‹': '›', '›': '‹' },
};

const reversed = (text: string): string => [...text].reverse().join('');

/** Converts a line from visual to logical order. */
function toLogicalOrder(line: string): string {
  const mirrored = [...line]
    .reverse()
    .map((letter) => mirrors[letter] ?? letter)
    .join('');
  return mirrored.replace(leftToRight, reversed);
}

/** The result of the examination of a text's order. */
export interface OrderedText {
  readonly text: string;
  /** Numbers of the reordered lines, from 1. */
  readonly lines: readonly number[];
  /** Number of the first line that seems to be reversed but was left unchanged, from 1. */
  readonly doubtful: number | undefined;
}

/** Tells whether letters read far better in reverse. */
function isReversed(text: string): boolean {
  const letters = repairPresentationForms(text.slice(0, sampleLength)).text;
  const asWritten = plausibilityOf(letters);
  if (asWritten.letters < minLetters) return false;
  const backwards = plausibilityOf(reversed(letters));
  const units = Math.max(1, asWritten.units);
  return backwards.bits - asWritten.bits >= minGain * units && backwards.bits >= minBits * units;
}

/**
 * Converts a text from visual order, left to right («ةيبرعلا» for «العربية»), as old systems and some
 * PDF readers write it, to logical order. Only where the whole text is reversed, line by line; else
 * it stays unchanged.
 */
export function repairVisualOrder(text: string): OrderedText {
  const lines = text.split('\n');
  const unchanged = { text, lines: [], doubtful: undefined };
  if (!isReversed(text)) {
    const doubtful = lines.findIndex((line) => isReversed(line)) + 1;
    return doubtful === 0 ? unchanged : { ...unchanged, doubtful };
  }
  const tooLong = lines.findIndex((line) => line.length > maxLineLength) + 1;
  if (tooLong > 0) return { ...unchanged, doubtful: tooLong };
  const reversedLines: number[] = [];
  const orderedLines = lines.map((line, i) => {
    if (!/\p{Script=Arabic}/u.test(line)) return line;
    reversedLines.push(i + 1);
    const end = line.endsWith('\r') ? '\r' : '';
    return toLogicalOrder(end === '' ? line : line.slice(0, -1)) + end;
  });
  return { text: orderedLines.join('\n'), lines: reversedLines, doubtful: undefined };
}
