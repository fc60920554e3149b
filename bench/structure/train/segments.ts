import { type Tokens, tokenize } from '../../../src/structure/learned/tokens.ts';
import { readReadings } from './readings.ts';
import { joined, paragraphsOf, readingOf, readUnlabelled, unlabelledSets } from './unlabelled.ts';

/** Least paragraphs of an article whose breaks were kept. */
const LEAST_PARAGRAPHS = 3;

/** Labels of the gap before a word: inside a sentence, at a sentence start, at a paragraph start, unknown. */
export const INSIDE = 0;
export const SENTENCE = 1;
export const PARAGRAPH = 2;
export const UNKNOWN = 3;

/** Running text: the paragraphs of an article without labels, joined as in a flattened text. */
export interface Segment {
  readonly words: Tokens;
  /** Label of the gap before each word. */
  readonly labels: Uint8Array;
  /** Whether the paragraph breaks are known. */
  readonly hasParagraphs: boolean;
}

function segmentOf(paragraphs: readonly string[]): Segment {
  const { text, starts: offsets } = joined(paragraphs);
  const starts = new Set(offsets);
  const words = tokenize(text);
  const labels = new Uint8Array(words.count);
  for (let i = 1; i < words.count; i++) {
    const term = words.term[i - 1] as number;
    const inside = term >= 4 ? SENTENCE : term === 3 ? UNKNOWN : INSIDE;
    labels[i] = starts.has(words.start[i] as number) ? PARAGRAPH : inside;
  }
  return { words, labels, hasParagraphs: paragraphs.length >= LEAST_PARAGRAPHS };
}

/** Reads the sets without labels, or every n-th article of each, without the articles that have a reading. */
export function readSegments(folder: string, every: number): Segment[] {
  const readings = readReadings();
  return unlabelledSets.flatMap((set) =>
    readUnlabelled(folder, set, every)
      .filter((article) => readingOf(readings, set, article) === undefined)
      .map((article) => segmentOf(paragraphsOf(article))),
  );
}
