/** The bounds of a run, in UTF-16 code units. */
export interface RunBounds {
  readonly start: number;
  readonly end: number;
}

/** Brackets that UAX #9 pairs (BD16), by the closing one. */
const openingOf: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const closingOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Brackets and quotation marks: most runs have none. */
const paired = /[()[\]{}"“”«»]/;

const bracket = /[()[\]{}]/;

/** Quotation marks, by the opening one. */
const closingQuote: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»' };
const openingQuote: Readonly<Record<string, string>> = { '"': '"', '”': '“', '»': '«' };

const quote = /["“”«»]/;

/** Farthest distance, in code units, at which the other bracket of a pair is looked for. */
const reach = 500;

/** Punctuation between a last word and the bracket that closes after it. */
const beforeBracket = /[\s.,:;!?'’"”»…%*_-]*/y;

const signs = '@#$€£¥+';

/** Signs written before a word, an amount or a telephone number without a space: @name, #name, $5, +962-6-1234567. */
const sign = /[@#](?=\p{L})|[$€£¥](?=[0-9])|(?<![\p{L}\p{N}+])\+(?=[0-9](?:-?[0-9]){6})/uy;

/** Returns the end of the last letter or digit before an offset. */
function lastWord(text: string, start: number, before: number): number {
  let end = before;
  // Two code units, since a letter may be a surrogate pair, which is not to be divided.
  while (end > start && !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(start, end - 2), end)))
    end -= 1;
  return end;
}

/** Length of the character at an offset, in code units. */
const firstLength = (text: string, at: number): number =>
  (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;

/** Whether a bracket before `start` is closed by `closing` at or after it. */
function opensBefore(text: string, start: number, closing: string): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  return before.lastIndexOf(openingOf[closing] ?? '') > before.lastIndexOf(closing);
}

/**
 * Returns where a run ends with its brackets in pairs, as UAX #9 (N0) directs them: a bracket that is closed in the
 * run or directly after it belongs to the run; one whose partner stands beyond Arabic words belongs to the line,
 * and ends the run.
 */
function endInPairs(text: string, start: number, end: number): number {
  const open: number[] = [];
  for (let at = start; at < end; at += 1) {
    const sign = text[at] ?? '';
    if (closingOf[sign] !== undefined) open.push(at);
    else if (openingOf[sign] !== undefined) {
      if (text[open.at(-1) ?? -1] === openingOf[sign]) open.pop();
      else if (opensBefore(text, start, sign))
        return endInPairs(text, start, lastWord(text, start, at));
    }
  }
  let last = end;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const closing = closingOf[text[at] ?? ''] ?? '';
    beforeBracket.lastIndex = last;
    const next = last + (beforeBracket.exec(text)?.[0].length ?? 0);
    if (text[next] === closing) last = next + 1;
    else if (text.slice(last, last + reach).includes(closing)) last = lastWord(text, start, at);
  }
  return last;
}

/** Returns bounds that hold both marks of a quotation of which the run has one, where the other is beside it. */
function withQuotes(text: string, start: number, end: number, floor: number): RunBounds {
  const open: string[] = [];
  let lone = '';
  for (let at = start; at < end; at += 1) {
    const mark = text[at] ?? '';
    if (!quote.test(mark)) continue;
    if (open.at(-1) !== undefined && closingQuote[open.at(-1) ?? ''] === mark) open.pop();
    else if (closingQuote[mark] !== undefined) open.push(mark);
    else lone = mark;
  }
  const opened = open.length === 1 ? (open[0] ?? '') : '';
  const [before, after] = [start > floor ? (text[start - 1] ?? '') : '', text[end] ?? ''];
  const closesHere = opened !== '' && after === closingQuote[opened];
  const opensHere =
    before !== '' &&
    (lone === '' ? opened === '"' && before === '"' : before === openingQuote[lone]);
  if (closesHere === opensHere) return { start, end };
  return closesHere ? { start, end: end + 1 } : { start: start - 1, end };
}

/**
 * Returns the bounds of a run from left to right with the punctuation that belongs to it: both brackets of a pair
 * or none, both marks of a quotation, the sign before a name, an amount or a telephone number.
 *
 * @param start its first letter or digit
 * @param end the end of its last one
 * @param floor the end of the run before it
 */
export function runBounds(text: string, start: number, end: number, floor: number): RunBounds {
  const run = text.slice(start, end);
  let bounds: RunBounds = { start, end };
  if (paired.test(run)) {
    if (bracket.test(run)) {
      bounds = {
        start,
        end: Math.max(endInPairs(text, start, end), start + firstLength(text, start)),
      };
    }
    if (quote.test(run)) bounds = withQuotes(text, bounds.start, bounds.end, floor);
  }
  if (bounds.start === floor || !signs.includes(text[bounds.start - 1] ?? ' ')) return bounds;
  sign.lastIndex = bounds.start - 1;
  return sign.test(text) ? { start: bounds.start - 1, end: bounds.end } : bounds;
}
