/** The shape of the encoder, and the rows of its table that a word reads. */
import {
  F_PAREN_AFTER,
  F_PAREN_BEFORE,
  F_QUOTE_AFTER,
  F_QUOTE_BEFORE,
  type Tokens,
} from './tokens.ts';

/** Numbers of an encoded word. */
export const WIDTH = 48;
/** Distance between the three words that each layer joins. */
export const DILATIONS = [1, 2, 4, 8] as const;
/** Words that a layer joins. */
export const TAPS = 3;
/** Rows of the table that a word adds up: the word, its prefix, its suffix, its shape, the mark after it. */
export const WORD_ROWS = 5;
/** Number of combinations of punctuation and brackets of a word. */
export const MARKS = 20;
/** Bits of hashed prefixes and suffixes, each. */
export const AFFIX_BITS = 12;
/** Number of rows for word shapes. */
export const SHAPES = 1024;
/** Classes of a gap: inside a sentence, comma, sentence end, paragraph end. */
export const CLASSES = 4;
/** The class of a gap inside a sentence. */
export const GAP_NONE = 0;
/** The class of a comma. */
export const GAP_COMMA = 1;
/** The class of a sentence end within a paragraph. */
export const GAP_STOP = 2;
/** The class of a paragraph end. */
export const GAP_BREAK = 3;
/** Number of gaps that are classified: the one before the start, and those after each of its words. */
export const GAPS = 15;
/** Bits after the point in the weights of the layers. */
export const WEIGHT_BITS = 10;
/** Bits after the point in the numbers of a word. */
export const VALUE_BITS = 8;
/** Largest number of a word that a layer reads. */
export const MOST = 8191;
/** Largest weight of a layer: no sum of 144 products with numbers up to {@link MOST} overflows. */
export const MOST_WEIGHT = 1820;
/** Weights of a layer. */
export const LAYER_WEIGHTS = TAPS * WIDTH * WIDTH;

/** Words of the window around a start, whose place in it is {@link CENTRE}. */
export const WINDOW = 46;
/** Place of the start in the window. */
export const CENTRE = 16;

/** Returns the rows of the words from the one before the start on. */
export function rowsFromStart(rows: Int16Array): Int16Array {
  return rows.subarray((CENTRE - 1) * WIDTH, (CENTRE + GAPS) * WIDTH);
}

/** The weights of the encoder. */
export interface EncoderWeights {
  /** Rows of words, affixes, shapes and marks. */
  readonly table: Int8Array;
  /** By layer, half of the outputs, tap, pair of inputs, output, and input of the pair. */
  readonly layers: Int16Array;
  readonly biases: Int32Array;
  readonly head: Int16Array;
  readonly headBiases: Int32Array;
}

/** First row of each part of the table. */
export interface TableParts {
  readonly prefix: number;
  readonly suffix: number;
  readonly shape: number;
  readonly mark: number;
  /** Number of rows. */
  readonly rows: number;
}

/** Returns the parts of the table for a number of known words; row 0 is an unknown word. */
export function tableParts(words: number): TableParts {
  const prefix = words + 1;
  const suffix = prefix + (1 << AFFIX_BITS);
  const shape = suffix + (1 << AFFIX_BITS);
  const mark = shape + SHAPES;
  return { prefix, suffix, shape, mark, rows: mark + MARKS };
}

/** Returns which of the {@link MARKS} combinations of punctuation and brackets a word has. */
export function markOf(t: Tokens, i: number): number {
  const f = t.flags[i] as number;
  const term = t.term[i] as number;
  return (
    (term > 4 ? 4 : term) +
    (f & (F_QUOTE_BEFORE | F_PAREN_BEFORE) ? 5 : 0) +
    (f & (F_QUOTE_AFTER | F_PAREN_AFTER) ? 10 : 0)
  );
}

const foldAffix = (hash: number): number => (hash ^ (hash >>> 13)) & ((1 << AFFIX_BITS) - 1);

/** Writes the table rows of word `i`, whose own row is `word`. */
export function writeRows(
  t: Tokens,
  i: number,
  word: number,
  parts: TableParts,
  out: Int32Array,
  at: number,
): void {
  const shape = t.shape[i] as number;
  out[at] = word;
  out[at + 1] = parts.prefix + foldAffix(t.prefix3[i] as number);
  out[at + 2] = parts.suffix + foldAffix(t.suffix3[i] as number);
  out[at + 3] = parts.shape + (shape >= 1000 ? 1010 + (shape - 1000) : shape);
  out[at + 4] = parts.mark + markOf(t, i);
}
