import {
  CLASSES,
  GAP_BREAK,
  GAP_STOP,
  tableParts,
  WORD_ROWS,
} from '../../../src/structure/learned/encoder-shape.ts';
import { type Checkpoint, noCheckpoint } from './checkpoint.ts';
import {
  type EncoderFloats,
  type EncoderNetwork,
  HEAD,
  newEncoder,
  PAD,
  PLACES,
} from './encoder-network.ts';
import { type EncoderText, GAP_UNKNOWN } from './encoder-texts.ts';
import { random, shuffle } from './random.ts';

/** Passes over all texts. */
export const PASSES = 10;
/** Learning rates of the layers and of the table at the beginning; they fall to a fiftieth. */
const RATE = 0.003;
const ROW_RATE = 0.06;
/** Steps in which the rate of the layers grows. */
const WARMING = 500;
/** Shares of the punctuation that are hidden; one of them for each text. */
const HIDDEN = [0.1, 0.5, 0.9] as const;
/** Share of the words that are read as unknown. */
const DROPPED = 0.1;
/** One text in so many is held out. */
const HELD = 50;
/** Marks without quotation marks and brackets (see `markOf`). */
const STOPS = 5;

/** The classes of the gaps of a batch. */
interface Answers {
  /** Class of the gap before each place. */
  readonly labels: Uint8Array;
  /** 1 where the mark before the gap was not hidden. */
  readonly seen: Uint8Array;
}

/** Places texts from index `from` on in the batch, a share of their marks hidden; returns the index of the next text. */
function load(
  { ids }: EncoderNetwork,
  { labels, seen }: Answers,
  texts: readonly EncoderText[],
  from: number,
  mark: number,
  next: () => number,
): number {
  ids.fill(-1);
  labels.fill(GAP_UNKNOWN);
  seen.fill(0);
  let at = PAD;
  let index = from;
  while (index < texts.length && at < PLACES - 3 * PAD) {
    const text = texts[index] as EncoderText;
    index++;
    const hidden = HIDDEN[Math.floor(next() * HIDDEN.length)] as number;
    // A text that is too long is cut at a random place.
    const room = PLACES - PAD - at;
    const count = Math.min(room, text.count);
    const start = Math.floor(next() * (text.count - count + 1));
    for (let i = 0; i < count; i++) {
      const to = (at + i) * WORD_ROWS;
      const own = (start + i) * WORD_ROWS;
      ids.set(text.ids.subarray(own, own + WORD_ROWS), to);
      if (next() < DROPPED) ids[to] = 0;
      const term = ((text.ids[own + 4] as number) - mark) % STOPS;
      if (term !== 0) {
        if (next() < hidden) ids[to + 4] = (text.ids[own + 4] as number) - term;
        else if (i + 1 < count) seen[at + i + 1] = 1;
      }
      if (i > 0) labels[at + i] = text.labels[start + i] as number;
    }
    at += count + PAD;
  }
  return index;
}

/** Sum of the losses of a batch's gaps, and their number. */
interface Loss {
  readonly sum: number;
  readonly count: number;
}

const share = new Float64Array(CLASSES);

/** Writes the errors of the logits: softmax over the classes. A seen comma teaches nothing. */
function compare({ logits, errors }: EncoderNetwork, { labels, seen }: Answers): Loss {
  let sum = 0;
  let count = 0;
  errors.fill(0);
  for (let i = 1; i < PLACES; i++) {
    const label = labels[i] as number;
    if (label === GAP_UNKNOWN || (seen[i] === 1 && label !== GAP_STOP && label !== GAP_BREAK))
      continue;
    const at = i * HEAD;
    let top = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < CLASSES; c++) top = Math.max(top, logits[at + c] as number);
    let whole = 0;
    for (let c = 0; c < CLASSES; c++) {
      share[c] = Math.exp((logits[at + c] as number) - top);
      whole += share[c] as number;
    }
    for (let c = 0; c < CLASSES; c++)
      errors[at + c] = (share[c] as number) / whole - (c === label ? 1 : 0);
    sum -= Math.log((share[label] as number) / whole);
    count++;
  }
  return { sum, count };
}

/**
 * Trains the encoder: which gaps between words are commas, sentence ends or paragraph ends, where part of the punctuation
 * is hidden.
 *
 * @param texts running text, no labelled article among it
 * @param words number of known words
 * @param passes passes over all texts
 * @param say takes a line on the loss after each pass
 * @param checkpoint keeps the state after each pass
 */
export function trainEncoder(
  texts: readonly EncoderText[],
  words: number,
  passes: number,
  say: (line: string) => void,
  checkpoint: Checkpoint = noCheckpoint,
): EncoderFloats {
  const { rows, mark } = tableParts(words);
  const network = newEncoder(rows, 5);
  const answers: Answers = { labels: new Uint8Array(PLACES), seen: new Uint8Array(PLACES) };
  const held = texts.filter((_, i) => i % HELD === 0);
  const rest = texts.filter((_, i) => i % HELD !== 0);
  let steps = 0;
  for (let pass = checkpoint.restore(network.state); pass < passes; pass++) {
    const next = random(11 + pass);
    const order = [...rest];
    shuffle(order, next);
    for (let at = 0; at < order.length; ) {
      at = load(network, answers, order, at, mark, next);
      network.forward();
      const { count } = compare(network, answers);
      steps++;
      const left = 0.02 + 0.98 * (1 - (pass + at / order.length) / passes);
      const warm = pass > 0 ? 1 : Math.min(1, steps / WARMING);
      if (count > 0) network.backward(count, RATE * warm * left, ROW_RATE * left);
    }
    checkpoint.save(network.state, pass + 1);
    say(`encoder, pass ${pass + 1} of ${passes}: loss ${heldLoss(network, answers, held, mark)}`);
  }
  return network.weights;
}

/** Returns the mean loss of held-out texts. */
function heldLoss(
  network: EncoderNetwork,
  answers: Answers,
  texts: readonly EncoderText[],
  mark: number,
): string {
  const next = random(99);
  let sum = 0;
  let count = 0;
  for (let at = 0; at < texts.length; ) {
    at = load(network, answers, texts, at, mark, next);
    network.forward();
    const loss = compare(network, answers);
    sum += loss.sum;
    count += loss.count;
  }
  return (sum / count).toFixed(4);
}
