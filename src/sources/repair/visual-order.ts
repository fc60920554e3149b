import { plausibilityOf } from '../../arabic/plausibility.ts';
import { repairPresentationForms } from './presentation-forms.ts';

/**
 * Longest line that can be put in order, in UTF-16 units: what one line of a page, a screen or a printer
 * holds. In a longer one lines were joined, and nobody knows where.
 */
const longestLine = 250;

/** Letters from which order shows, and bits a letter by which the reverse must read better. */
const [leastLetters, leastGain, leastBits] = [24, 0.8, 1.5];

/** Units that are weighed: more tell nothing new. */
const sample = 10_000;

/** Latin words and numbers, which read from the left in either order. */
const leftToRight =
  /[\p{Script=Latin}\d٠-٩۰-۹](?:[\p{Script=Latin}\d٠-٩۰-۹.,:/%@_+-]*[\p{Script=Latin}\d٠-٩۰-۹])?(?: +\p{Script=Latin}(?:[\p{Script=Latin}\d.,:/%@_+-]*[\p{Script=Latin}\d])?)*/gu;

const mirrors: Readonly<Record<string, string>> = {
  ...{ '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{' },
  ...{ '<': '>', '>': '<', '«': '»', '»': '«', '‹': '›', '›': '‹' },
};

const reversed = (text: string): string => [...text].reverse().join('');

/** Puts a line that was stored as it looks on the screen, from left to right, into the order of reading. */
function inOrder(line: string): string {
  const turned = [...line]
    .reverse()
    .map((letter) => mirrors[letter] ?? letter)
    .join('');
  return turned.replace(leftToRight, reversed);
}

/** A text whose order was looked at. */
export interface Ordered {
  readonly text: string;
  /** Lines that were put in order, from 1. */
  readonly lines: readonly number[];
  /** The first line that seems to be reversed but was left as it is, from 1. */
  readonly doubtful: number | undefined;
}

/** Whether letters read far better from their end than from their beginning. */
function isReversed(text: string): boolean {
  const letters = repairPresentationForms(text.slice(0, sample)).text;
  const asIs = plausibilityOf(letters);
  if (asIs.letters < leastLetters) return false;
  const turned = plausibilityOf(reversed(letters));
  const units = Math.max(1, asIs.units);
  return turned.bits - asIs.bits >= leastGain * units && turned.bits >= leastBits * units;
}

/**
 * Puts letters into the order of reading that were stored in the order of the screen («ةيبرعلا» for
 * «العربية»), as old systems and some programs that read PDF do. Only where the whole text is so, line by
 * line; else it is left as it is.
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
