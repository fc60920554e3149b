/** The answers of those who read an article place by place, as a reading of it. */
import { type Tokens, tokenize } from '../../../src/structure/learned/tokens.ts';
import { movedBy, type Place, type PlaceCode, type Reading } from './readings.ts';

/** An answer on one place. */
export interface Answer {
  /** Offset of the place in the text that was read. */
  readonly start: number;
  /** Number of the heading's words; 0 without one, −1 where nobody can tell. */
  readonly words: number;
  /** The heading's last word, with `|` where a lost break stands inside it; or the code of what is no heading. */
  readonly word: string;
}

const codes: ReadonlySet<string> = new Set(['s', 'q', 'l', 'c']);

/** Returns the answer of a line `set id offset answer…` with its set and article; undefined for another line. */
export function parseAnswer(line: string): { set: string; id: string; answer: Answer } | undefined {
  const [set, id, offset, words, word = ''] = line.trim().split(/\s+/);
  const start = Number(offset);
  if (set === undefined || id === undefined || words === undefined || Number.isNaN(start))
    return undefined;
  return { set, id, answer: { start, words: words === 'd' ? -1 : Number(words), word } };
}

/** Returns a word without punctuation and marks. */
const bare = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '');

/** The end of a heading in the text that was read, and whether a lost break is to be split there. */
interface End {
  readonly at: number;
  readonly isSplit: boolean;
}

/** Returns where a heading ends; undefined where the last word is not there, or not the one of the answer. */
function endOf(text: string, tokens: Tokens, { start, words, word }: Answer): End | undefined {
  const last = tokens.start.indexOf(start) + words - 1;
  if (!tokens.start.includes(start) || last >= tokens.count) return undefined;
  const from = tokens.start[last] as number;
  const whole = text.slice(from, tokens.start[last + 1] || text.length);
  if (bare(whole) !== bare(word)) return undefined;
  const [first = '', second] = word.split('|');
  const at = from + whole.indexOf(first) + first.length;
  if (second === undefined) return { at: tokens.end[last] as number, isSplit: false };
  return { at, isSplit: /\S/.test(text[at] ?? ' ') };
}

/**
 * Adds answers to a reading.
 *
 * @param text the text that was read: with the splits of `reading`
 * @param reading what was judged before; its places remain
 * @returns the reading, and the answers that do not fit the text
 */
export function withAnswers(
  text: string,
  reading: Reading,
  answers: readonly Answer[],
): { readonly reading: Reading; readonly unfit: readonly Answer[] } {
  const tokens = tokenize(text);
  const old = reading.splits ?? [];
  const unfit: Answer[] = [];
  const added: number[] = [];
  const found = answers.flatMap((answer): Place[] => {
    const { start, words, word } = answer;
    if (words < 0) return [[start, start, 'd']];
    if (words === 0) return [[start, start, codes.has(word) ? (word as PlaceCode) : 's']];
    const end = endOf(text, tokens, answer);
    if (end === undefined) {
      unfit.push(answer);
      return [];
    }
    if (end.isSplit) added.push(end.at);
    return [[start, end.at, 'h']];
  });
  const moved = movedBy(added);
  // A split of the text that was read, without the spaces that earlier splits inserted before it.
  const original = (offset: number): number =>
    offset - old.filter((at, i) => at + i < offset).length;
  const splits = [...new Set([...old, ...added.map(original)])].sort((a, b) => a - b);
  const judged = new Set(reading.places.map(([start]) => start));
  const places = [...reading.places, ...found.filter(([start]) => !judged.has(start))]
    .map(([start, end, code]): Place => [moved(start), moved(end), code])
    .sort((a, b) => a[0] - b[0]);
  const { set, id, source } = reading;
  return { reading: { set, id, source, ...(splits.length > 0 && { splits }), places }, unfit };
}
