/**
 * A run that is read left to right inside Arabic: Latin words and Western numbers with the marks
 * that join them (F-16, 12/12/2017, 50%, C++, iPhone 15 Pro). Spaces join only what opens with a
 * Latin letter: in «عام 2015 12 شخصًا» the two numbers are two runs, and their order is the Arabic one.
 */
const leftToRight =
  /(?:\p{Script=Latin}(?:[.,:;/@&'’_+~=#$€£-]*[\p{Script=Latin}0-9]| +(?=[\p{Script=Latin}0-9]))*|[0-9](?:[.,:;/@&'’_+~=#$€£-]*[\p{Script=Latin}0-9])*)(?:%|\++)?/gu;

/** The same for texts whose only Latin letters are those of ASCII: ten times faster. */
const asciiLeftToRight =
  /(?:[A-Za-z](?:[.,:;/@&'’_+~=#$€£-]*[A-Za-z0-9]| +(?=[A-Za-z0-9]))*|[0-9](?:[.,:;/@&'’_+~=#$€£-]*[A-Za-z0-9])*)(?:%|\++)?/g;

/**
 * What may be a Latin letter beyond ASCII: all but Arabic and the punctuation of its print. Without
 * Unicode's tables a text is scanned ten times faster.
 */
const maybeOtherLatin = /[\x80-\xaa\xac-\xba\xbc-\u05ff\u0700-\u200f\u2027-\uffff]/;

/** What may open a run: most lines have none of it, and are scanned once. */
const mayOpenRun = /[0-9A-Za-z\x80-\xaa\xac-\xba\xbc-\u05ff\u0700-\u200f\u2027-\uffff]/;

/** A piece of a text, all of one direction. */
export interface Run {
  readonly text: string;
  readonly leftToRight: boolean;
}

/**
 * Cuts a text into runs that are to be isolated and what stands between them (UAX #9; W3C alreq 2.2).
 * Joined again the runs are the text.
 */
export function directionalRuns(text: string): readonly Run[] {
  if (!mayOpenRun.test(text)) return [{ text, leftToRight: false }];
  const pattern = maybeOtherLatin.test(text) ? leftToRight : asciiLeftToRight;
  const runs: Run[] = [];
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
