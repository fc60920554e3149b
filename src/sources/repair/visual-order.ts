import { plausibilityOf } from '../../arabic/plausibility.ts';
import { repairPresentationForms } from './presentation-forms.ts';

/**
 * Longest line that can be reordered, in UTF-16 code units: a printed or displayed line. Longer ones
 * are joined lines whose boundaries are unknown.
 */
const longestLine = 250;

/** Least letters to judge the order by, and bits a letter by which the reverse must be likelier. */
const [leastLetters, leastGain, leastBits] = [24, 0.8, 1.5];

/** Code units examined; more add no evidence. */
const sample = 10_000;

/** Latin words and numbers, which run left to right in either order. */
const leftToRight =
  /[\p{Script=Latin}\d٠-٩۰-۹](?:[\p{Script=Latin}\d٠-٩۰-۹.,:/%@_+-]*[\p{Script=Latin}\d٠-٩۰-۹])?(?: +\p{Script=Latin}(?:[\p{Script=Latin}\d.,:/%@_+-]*[\p{Script=Latin}\d])?)*/gu;

const mirrors: Readonly<Record<string, string>> = {
  ...{ '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{' },
  ...{ '<': '>', '>': '<', '«': '»', '»': '«', '‹': '›', '›': '‹' },
};

const reversed = (text: string): string => [...text].reverse().join('');

/** Converts a line from visual to logical order. */
function inOrder(line: string): string {
  const turned = [...line]
    .reverse()
    .map((letter) => mirrors[letter] ?? letter)
    .join('');
  return turned.replace(leftToRight, reversed);
}

/** The result of the examination of a text's order. */
export interface Ordered {
  readonly text: string;
  /** Numbers of the reordered lines, from 1. */
  readonly lines: readonly number[];
  /** Number of the first line that seems to be reversed but was left unchanged, from 1. */
  readonly doubtful: number | undefined;
}

/** Tells whether letters read far better in reverse. */
function isReversed(text: string): boolean {
  const letters = repairPresentationForms(text.slice(0, sample)).text;
  const asIs = plausibilityOf(letters);
  if (asIs.letters < leastLetters) return false;
  const turned = plausibilityOf(reversed(letters));
  const units = Math.max(1, asIs.units);
  return turned.bits - asIs.bits >= leastGain * units && turned.bits >= leastBits * units;
}

/**
 * Converts a text from visual order, left to right («ةيبرعلا» for «العربية»), as old systems and some
 * PDF readers write it, to logical order. Only where the whole text is reversed, line by line; else
 * it stays unchanged.
 */
export function repairVisualOrder(text: string): Ordered {
  const lines = text.split('\n');
  const asIs = { text, lines: [], doubtful: undefined };
  if (!isReversed(text)) {
    const doubtful = lines.findIndex((line) => isReversed(line)) + 1;
    return doubtful === 0 ? asIs : { ...asIs, doubtful };
  }
  const long = lines.findIndex((line) => line.length > longestLine) + 1;
  if (long > 0) return { ...asIs, doubtful: long };
  const turned: number[] = [];
  const ordered = lines.map((line, i) => {
    if (!/\p{Script=Arabic}/u.test(line)) return line;
    turned.push(i + 1);
    const end = line.endsWith('\r') ? '\r' : '';
    return inOrder(end === '' ? line : line.slice(0, -1)) + end;
  });
  return { text: ordered.join('\n'), lines: turned, doubtful: undefined };
}
