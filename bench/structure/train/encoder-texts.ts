import { tableParts, WORD_ROWS, writeRows } from '../../../src/structure/learned/encoder-shape.ts';
import { T_COLON, T_COMMA, T_ELLIPSIS, T_NONE } from '../../../src/structure/learned/tokens.ts';
import { PARAGRAPH, type Segment } from './corpus.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Classes of the gap before a word. */
export const NONE = 0;
export const COMMA = 1;
export const STOP = 2;
export const BREAK = 3;
/** A gap that teaches nothing. */
export const UNKNOWN = 255;

/** A text as rows of the encoder's table, with the class of the gap before each word. */
export interface EncoderText {
  readonly count: number;
  readonly ids: Int32Array;
  readonly labels: Uint8Array;
}

function classOf(term: number): number {
  if (term === T_NONE) return NONE;
  if (term === T_COMMA || term === T_COLON) return COMMA;
  return term === T_ELLIPSIS ? UNKNOWN : STOP;
}

/** Returns a run of paragraphs for the training of the encoder. */
export function encoderText(
  { words, labels, hasParagraphs }: Segment,
  { words: known, rows }: Vocabulary,
): EncoderText {
  const { count } = words;
  const parts = tableParts(known.length);
  const ids = new Int32Array(count * WORD_ROWS);
  const classes = new Uint8Array(count).fill(UNKNOWN);
  for (let i = 0; i < count; i++) {
    writeRows(words, i, rows.get(words.word[i] as number) ?? 0, parts, ids, i * WORD_ROWS);
    if (i === 0) continue;
    const isBreak = hasParagraphs && labels[i] === PARAGRAPH;
    classes[i] = isBreak ? BREAK : classOf(words.term[i - 1] as number);
  }
  return { count, ids, labels: classes };
}
