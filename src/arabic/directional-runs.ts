import { runBounds } from './run-bounds.ts';

/** Letters of scripts from right to left, and their signs, as ranges for a class. */
const rightToLeft =
  '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';

/** The characters of one kind of texts. */
interface Repertoire {
  /** Letters written from left to right, as a class. */
  readonly letter: string;
  /** What may follow a letter in a word besides letters and digits. */
  readonly mark: string;
  /** What may stand between two words of a run. */
  readonly neutral: string;
}

/**
 * Texts without letters beyond ASCII and Arabic, which are scanned ten times faster. The Arabic comma is neutral in
 * UAX #9, the Arabic semicolon and question mark count as letters. `<` and `>` join nothing: they are what
 * is left of damaged markup.
 */
const ascii: Repertoire = {
  letter: '[A-Za-z]',
  mark: '',
  neutral: '[\\s!-\\/:;=?@\\[-`\\{-~\\xab\\xbb\\u060c\\u2010-\\u2026]',
};

/** All texts: letters of every script from left to right, as UAX #9 joins «London, Αθήνα». */
const general: Repertoire = {
  letter: `[\\p{L}--[${rightToLeft}]]`,
  mark: `[\\p{M}²³¹⁰-⁹₀-₉]--[${rightToLeft}]`,
  neutral: `(?:\\u060c|[\\P{L}--[0-9<>\\u2029\\u200f\\u202a-\\u202e\\u2066-\\u2069${rightToLeft}]])`,
};

/** Punctuation that joins the parts of a number, an address or a name without a space: 12/12/2017, F-16, 4:30pm. */
const joint = "[.,:;\\/@\\&'’_+\\~=\\#\\$€£\\-]";

/**
 * A run from left to right. One with letters goes from its first word to the last letter or digit before the
 * next Arabic letter, with all punctuation between (UAX #9, N1 and W7). Digits in front of it belong to it where
 * no space divides them, and where they are a price («$5.3 billion»). Numbers alone are runs of their own,
 * in Arabic order: in «عام 2015 12 شخصًا» there are two.
 */
function runPattern({ letter, mark, neutral }: Repertoire): RegExp {
  const start = `[${letter}[0-9]]`;
  const word = `${start}[${letter}[0-9]${mark === '' ? '' : `[${mark}]`}]*`;
  const words = `${word}(?:${neutral}+${word})*`;
  const number = `[0-9](?:${joint}*[0-9])*`;
  const price = `(?<=[\\$€£¥])(?=[0-9][0-9.,]* ${letter})`;
  return new RegExp(
    `(?=${start})(?:(?:(?=(?:[0-9]|${joint})*${letter})|${price})${words}|${number})(?:%|\\++|(?<=(?<![A-Za-z0-9])[A-Z])#)?`,
    'gv',
  );
}

const leftToRight = runPattern(general);
const asciiLeftToRight = runPattern(ascii);

/**
 * Characters that may be letters beyond ASCII: all but Arabic and its punctuation. Without Unicode property
 * escapes the scan is ten times faster.
 */
const maybeOtherLetter = /[\x80-\xaa\xac-\xba\xbc-\u05ff\u0700-\u200f\u2027-\uffff]/;

/** Characters that may open a run, and letters of other languages from right to left; most lines have none. */
const mayOpenRun =
  /[0-9A-Za-z\x80-\xaa\xac-\xba\xbc-\u05ff\u0679-\u06bf\u06c1-\u06d3\u06d5\u0700-\u200f\u2027-\uffff]/;

/** Two short numbers with a hyphen: a span of years, a score. In an Arabic line the first is on the right. */
const span = /^([1-9][0-9]{0,3})-([1-9][0-9]{0,3})$/;

/** Parts of a text that are joined at once. */
const joinedParts = 1000;

/** A part of a text in one direction. */
export interface DirectionalRun {
  readonly text: string;
  readonly leftToRight: boolean;
}

/** Calls `visit` with the bounds of each left-to-right run of a text, in order. */
function visitRuns(text: string, visit: (start: number, end: number) => void): void {
  const pattern = maybeOtherLetter.test(text) ? leftToRight : asciiLeftToRight;
  let floor = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const between = match[0].includes('-') ? span.exec(match[0]) : null;
    if (between !== null) {
      const { 1: first = '', 2: second = '' } = between;
      visit(match.index, match.index + first.length);
      floor = pattern.lastIndex;
      visit(floor - second.length, floor);
      continue;
    }
    const { start, end } = runBounds(text, match.index, pattern.lastIndex, floor);
    visit(start, end);
    floor = end;
    pattern.lastIndex = end;
  }
}

/**
 * Returns a text with each left-to-right run changed by `isolate` and all else by `other`, like joining the runs of
 * `directionalRuns`, but without an object for each: a table of numbers has a million.
 *
 * @param other is told whether the text is known to have Arabic letters only
 */
export function mapRuns(
  text: string,
  isolate: (run: string) => string,
  other: (text: string, isArabic: boolean) => string,
): string {
  if (!mayOpenRun.test(text)) return other(text, true);
  let mapped = '';
  let parts: string[] = [];
  let last = 0;
  visitRuns(text, (start, end) => {
    if (start > last) parts.push(other(text.slice(last, start), false));
    parts.push(isolate(text.slice(start, end)));
    last = end;
    // Joined in parts: a string for each addition would take ten times the memory of the text.
    if (parts.length < joinedParts) return;
    mapped += parts.join('');
    parts = [];
  });
  if (last < text.length) parts.push(other(text.slice(last), false));
  return mapped + parts.join('');
}

/**
 * Splits a text into left-to-right runs, which are to be isolated, and the text between them (UAX #9;
 * W3C alreq 2.2). Concatenated they are the text.
 */
export function directionalRuns(text: string): readonly DirectionalRun[] {
  if (!mayOpenRun.test(text)) return [{ text, leftToRight: false }];
  const runs: DirectionalRun[] = [];
  let last = 0;
  visitRuns(text, (start, end) => {
    if (start > last) runs.push({ text: text.slice(last, start), leftToRight: false });
    runs.push({ text: text.slice(start, end), leftToRight: true });
    last = end;
  });
  if (last < text.length || runs.length === 0) {
    runs.push({ text: text.slice(last), leftToRight: false });
  }
  return runs;
}
