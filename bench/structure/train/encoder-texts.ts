import { fnv1aStep } from '../../../src/model/fnv1a.ts';
import {
  GAP_BREAK,
  GAP_COMMA,
  GAP_NONE,
  GAP_STOP,
  tableParts,
  WORD_ROWS,
  writeRows,
} from '../../../src/structure/learned/encoder-shape.ts';
import { T_COLON, T_COMMA, T_ELLIPSIS, T_NONE } from '../../../src/structure/learned/tokens.ts';
import { PARAGRAPH, type Segment } from './segments.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A gap that teaches nothing, beside the classes of gaps. */
export const GAP_UNKNOWN = 255;

/** A text as rows of the encoder's table, with the class of the gap before each word. */
export interface EncoderText {
  readonly count: number;
  readonly ids: Int32Array;
  readonly labels: Uint8Array;
}

function classOf(term: number): number {
  if (term === T_NONE) return GAP_NONE;
  if (term === T_COMMA || term === T_COLON) return GAP_COMMA;
  return term === T_ELLIPSIS ? GAP_UNKNOWN : GAP_STOP;
}

/** Returns a run of paragraphs for the training of the encoder. */
export function encoderText(
  { words, labels, hasParagraphs }: Segment,
  { words: known, rows }: Vocabulary,
): EncoderText {
  const { count } = words;
  const parts = tableParts(known.length);
  const ids = new Int32Array(count * WORD_ROWS);
  const classes = new Uint8Array(count).fill(GAP_UNKNOWN);
  for (let i = 0; i < count; i++) {
    writeRows(words, i, rows.get(words.word[i] as number) ?? 0, parts, ids, i * WORD_ROWS);
    if (i === 0) continue;
    const isBreak = hasParagraphs && labels[i] === PARAGRAPH;
    classes[i] = isBreak ? GAP_BREAK : classOf(words.term[i - 1] as number);
  }
  return { count, ids, labels: classes };
}

/** Returns a number that tells apart trainings on other texts, or of another number of passes. */
export function hashOfTexts(texts: readonly EncoderText[], passes: number): number {
  let hash = passes;
  for (const { ids, labels } of texts) {
    for (const id of ids) hash = fnv1aStep(hash, id);
    for (const label of labels) hash = fnv1aStep(hash, label);
  }
  return hash >>> 0;
}
