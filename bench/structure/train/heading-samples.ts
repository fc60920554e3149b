import { nextMark } from '../../../src/structure/learned/networks.ts';
import { MAX_WORDS, mayEnd, reach } from '../../../src/structure/learned/spans.ts';
import type { Tokens } from '../../../src/structure/learned/tokens.ts';
import type { WordRows } from './vocabulary.ts';

/** Words of a window before the start. */
export const BEFORE = 2;
/** Words of a window: two before the start, twelve of a heading, six after it. */
export const WINDOW = 20;

/** A full stop, among the marks of a word (see `markOf`). */
const STOP = 4;

/** A text with the embedding rows of its words. */
export interface Text {
  readonly words: Tokens;
  readonly rows: WordRows;
}

/** A range of words of another text. */
export interface Fragment {
  readonly words: Tokens;
  readonly from: number;
  readonly size: number;
}

/**
 * Windows of words around possible starts, with the correct end of each. The rows of a word are in five arrays;
 * −1 in `word` is a position outside the text.
 */
export class HeadingSamples {
  count = 0;
  readonly word: Int32Array;
  readonly prefix: Int32Array;
  readonly suffix: Int32Array;
  readonly shape: Int32Array;
  readonly mark: Uint8Array;
  /** Bit k: the heading may have k + 1 words. */
  readonly ends: Uint16Array;
  /** Number of words in the heading; 0 without one. */
  readonly answer: Uint8Array;
  readonly weight: Float32Array;

  constructor(capacity: number) {
    const places = capacity * WINDOW;
    this.word = new Int32Array(places);
    this.prefix = new Int32Array(places);
    this.suffix = new Int32Array(places);
    this.shape = new Int32Array(places);
    this.mark = new Uint8Array(places);
    this.ends = new Uint16Array(capacity);
    this.answer = new Uint8Array(capacity);
    this.weight = new Float32Array(capacity);
  }

  /** Adds the start at word `s` of a text; `answer` is the number of words in its heading. */
  addStart(text: Text, s: number, answer: number, weight: number): void {
    const limit = reach(text.words, s);
    let ends = 0;
    for (let j = 0; j < limit; j++) if (mayEnd(text.words, s + j)) ends |= 1 << j;
    if (ends === 0) return;
    const at = this.count * WINDOW;
    for (let j = 0; j < WINDOW; j++) this.#put(at + j, text, s - BEFORE + j);
    this.#close(ends, answer, weight);
  }

  /** Adds a synthetic heading: a fragment inserted before word `s` of a text. */
  addSynthetic(fragment: Fragment, own: Text, text: Text, s: number, weight: number): void {
    const { from, size } = fragment;
    const at = this.count * WINDOW;
    const last = BEFORE + size - 1;
    for (let j = 0; j < WINDOW; j++) {
      if (j < BEFORE) this.#put(at + j, text, s - BEFORE + j);
      else if (j <= last) this.#put(at + j, own, from + j - BEFORE);
      else this.#put(at + j, text, s + j - BEFORE - size);
    }
    // A heading ends without punctuation.
    const mark = this.mark[at + last] as number;
    this.mark[at + last] = mark - (mark % 5);
    const ends = this.#endsOf(at + BEFORE);
    if ((ends & (1 << (size - 1))) === 0) return;
    this.#close(ends, size, weight);
  }

  #endsOf(start: number): number {
    let ends = 0;
    for (let j = 0; j < MAX_WORDS; j++) {
      if ((this.word[start + j + 1] as number) < 0) break;
      const term = (this.mark[start + j] as number) % 5;
      if (term === 0) ends |= 1 << j;
      if (term === STOP) break;
    }
    return ends;
  }

  #put(at: number, { words, rows }: Text, i: number): void {
    if (i < 0 || i >= words.count) {
      this.word[at] = -1;
      return;
    }
    this.word[at] = rows.word[i] as number;
    this.prefix[at] = rows.prefix[i] as number;
    this.suffix[at] = rows.suffix[i] as number;
    this.shape[at] = rows.shape[i] as number;
    this.mark[at] = nextMark(words, i);
  }

  #close(ends: number, answer: number, weight: number): void {
    this.ends[this.count] = ends;
    this.answer[this.count] = answer;
    this.weight[this.count] = weight;
    this.count += 1;
  }
}
