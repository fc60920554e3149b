/**
 * A left-to-right run inside Arabic: Latin words and Western numbers with the punctuation that joins
 * them (F-16, 12/12/2017, 50%, C++, iPhone 15 Pro). Spaces join only what opens with a Latin letter:
 * in «عام 2015 12 شخصًا» the two numbers are two runs, in Arabic order.
 */
const leftToRight =
  /(?:\p{Script=Latin}(?:[.,:;/@&'’_+~=#$€£-]*[\p{Script=Latin}0-9]| +(?=[\p{Script=Latin}0-9]))*|[0-9](?:[.,:;/@&'’_+~=#$€£-]*[\p{Script=Latin}0-9])*)(?:%|\++)?/gu;

/** The same for texts without Latin letters beyond ASCII: ten times faster. */
const asciiLeftToRight =
  /(?:[A-Za-z](?:[.,:;/@&'’_+~=#$€£-]*[A-Za-z0-9]| +(?=[A-Za-z0-9]))*|[0-9](?:[.,:;/@&'’_+~=#$€£-]*[A-Za-z0-9])*)(?:%|\++)?/g;

/**
 * Characters that may be Latin letters beyond ASCII: all but Arabic and its punctuation. Without
 * Unicode property escapes the scan is ten times faster.
 */
const maybeOtherLatin = /[\x80-\xaa\xac-\xba\xbc-\u05ff\u0700-\u200f\u2027-\uffff]/;

/** Characters that may open a run; most lines have none. */
const mayOpenRun = /[0-9A-Za-z\x80-\xaa\xac-\xba\xbc-\u05ff\u0700-\u200f\u2027-\uffff]/;

/** Parts of a text that are joined at once. */
const joinedParts = 1000;

/** A part of a text in one direction. */
export interface DirectionalRun {
  readonly text: string;
  readonly leftToRight: boolean;
}

/**
 * Returns a text with each left-to-right run changed by `isolate` and all else by `other`, like joining the runs of
 * `directionalRuns`, but without an object for each: a table of numbers has a million.
 */
export function mapRuns(
  text: string,
  isolate: (run: string) => string,
  other: (text: string) => string,
): string {
  if (!mayOpenRun.test(text)) return other(text);
  const pattern = maybeOtherLatin.test(text) ? leftToRight : asciiLeftToRight;
  let mapped = '';
  let parts: string[] = [];
  let end = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match.index > end) parts.push(other(text.slice(end, match.index)));
    parts.push(isolate(match[0]));
    end = pattern.lastIndex;
    // Joined in parts: a string for each addition would take ten times the memory of the text.
    if (parts.length < joinedParts) continue;
    mapped += parts.join('');
    parts = [];
  }
  if (end < text.length) parts.push(other(text.slice(end)));
  return mapped + parts.join('');
}

/**
 * Splits a text into left-to-right runs, which are to be isolated, and the text between them (UAX #9;
 * W3C alreq 2.2). Concatenated they are the text.
 */
export function directionalRuns(text: string): readonly DirectionalRun[] {
  if (!mayOpenRun.test(text)) return [{ text, leftToRight: false }];
  const pattern = maybeOtherLatin.test(text) ? leftToRight : asciiLeftToRight;
  const runs: DirectionalRun[] = [];
  let end = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index), leftToRight: false });
    runs.push({ text: match[0], leftToRight: true });
    end = pattern.lastIndex;
  }
  if (end < text.length || runs.length === 0) {
    runs.push({ text: text.slice(end), leftToRight: false });
  }
  return runs;
}
