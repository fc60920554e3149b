import type { Embeddings, Layer } from '../../../src/structure/learned/model.ts';
import { isRead, PARAGRAPH, type Segment, UNKNOWN } from './corpus.ts';
import { descend, newSquares } from './descent.ts';
import { rounded } from './quantise.ts';
import { random, shuffle } from './random.ts';
import {
  AFFIX_BITS,
  rowsOf,
  SHAPES,
  type Vocabulary,
  vocabularyOf,
  type WordRows,
} from './vocabulary.ts';

/** Numbers in an embedding. */
export const WIDTH = 16;
/** Share of the numbers in an embedding table that quantisation may clip. */
export const CLIP = 0.0002;

const HIDDEN = 32;
const LEFT = 4;
const INPUT_WORDS = 9;
const INPUTS = WIDTH * INPUT_WORDS;
const EPOCHS = 3;
const RATE = 0.06;
/** Share of the gaps inside sentences that is used for training. */
const INSIDE_SHARE = 0.3;

/** The network and its vocabulary. */
export interface BoundaryNetwork {
  readonly vocabulary: Vocabulary;
  readonly network: Embeddings & Layer;
}

/** The hidden side of a gap: one network learns to work with either side alone. */
type Hidden = 'none' | 'left' | 'right';

/** Returns `size` random numbers between −`reach` and `reach`. */
export function randomWeights(size: number, reach: number, next: () => number): Float32Array {
  const out = new Float32Array(size);
  for (let i = 0; i < size; i++) out[i] = (next() * 2 - 1) * reach;
  return out;
}

function newNetwork(words: number, seed: number): Embeddings & Layer {
  const next = random(seed);
  return {
    word: randomWeights((words + 1) * WIDTH, 0.1, next),
    affix: randomWeights((2 << AFFIX_BITS) * WIDTH, 0.1, next),
    shape: randomWeights(SHAPES * WIDTH, 0.1, next),
    w1: randomWeights(INPUTS * HIDDEN, Math.sqrt(3 / INPUTS), next),
    b1: new Float32Array(HIDDEN).fill(0.05),
    w2: randomWeights(HIDDEN * 2, 0.2, next),
    b2: new Float32Array(2),
  };
}

const input = new Float32Array(INPUTS);
const hidden = new Float32Array(HIDDEN);
const inputError = new Float32Array(INPUTS);
const hiddenError = new Float32Array(HIDDEN);

function isSeen(j: number, place: number, count: number, hides: Hidden): boolean {
  if (j < 0 || j >= count) return false;
  return hides === 'none' || (hides === 'left') === place >= LEFT;
}

/** Loads the words around the gap before word `i` into the input. */
function load(net: Embeddings, rows: WordRows, i: number, hides: Hidden): void {
  const { word, affix, shape } = net;
  for (let place = 0; place < INPUT_WORDS; place++) {
    const j = i - LEFT + place;
    const at = place * WIDTH;
    if (!isSeen(j, place, rows.count, hides)) {
      for (let d = 0; d < WIDTH; d++) input[at + d] = 0;
      continue;
    }
    const w = (rows.word[j] as number) * WIDTH;
    const p = (rows.prefix[j] as number) * WIDTH;
    const s = (rows.suffix[j] as number) * WIDTH;
    const h = (rows.shape[j] as number) * WIDTH;
    for (let d = 0; d < WIDTH; d++)
      input[at + d] =
        (word[w + d] as number) +
        (affix[p + d] as number) +
        (affix[s + d] as number) +
        (shape[h + d] as number);
  }
}

function forward({ w1, b1 }: Layer): void {
  for (let k = 0; k < HIDDEN; k++) hidden[k] = b1[k] as number;
  for (let i = 0; i < INPUTS; i++) {
    const value = input[i] as number;
    if (value === 0) continue;
    const at = i * HIDDEN;
    for (let k = 0; k < HIDDEN; k++)
      hidden[k] = (hidden[k] as number) + value * (w1[at + k] as number);
  }
  for (let k = 0; k < HIDDEN; k++) if ((hidden[k] as number) < 0) hidden[k] = 0;
}

/** Updates the weights of the layers; leaves the error of the input in `inputError`. */
function backward(net: Layer, squares: Layer, ends: readonly [number, number], rate: number): void {
  const [sentence, paragraph] = ends;
  for (let k = 0; k < HIDDEN; k++) {
    const value = hidden[k] as number;
    if (value <= 0) {
      hiddenError[k] = 0;
      continue;
    }
    const error = sentence * (net.w2[k * 2] as number) + paragraph * (net.w2[k * 2 + 1] as number);
    hiddenError[k] = error;
    descend(net.w2, squares.w2, k * 2, sentence * value, rate);
    descend(net.w2, squares.w2, k * 2 + 1, paragraph * value, rate);
    descend(net.b1, squares.b1, k, error, rate);
  }
  const { w1 } = net;
  for (let i = 0; i < INPUTS; i++) {
    const value = input[i] as number;
    if (value === 0) {
      inputError[i] = 0;
      continue;
    }
    const at = i * HIDDEN;
    let sum = 0;
    for (let k = 0; k < HIDDEN; k++) {
      const error = hiddenError[k] as number;
      if (error === 0) continue;
      sum += error * (w1[at + k] as number);
      descend(w1, squares.w1, at + k, error * value, rate);
    }
    inputError[i] = sum;
  }
}

/** Updates the embeddings of the input words. */
function correctWords(
  net: Embeddings,
  squares: Embeddings,
  rows: WordRows,
  i: number,
  hides: Hidden,
  rate: number,
): void {
  for (let place = 0; place < INPUT_WORDS; place++) {
    const j = i - LEFT + place;
    if (!isSeen(j, place, rows.count, hides)) continue;
    const at = place * WIDTH;
    const w = (rows.word[j] as number) * WIDTH;
    const p = (rows.prefix[j] as number) * WIDTH;
    const s = (rows.suffix[j] as number) * WIDTH;
    const h = (rows.shape[j] as number) * WIDTH;
    for (let d = 0; d < WIDTH; d++) {
      const error = inputError[at + d] as number;
      descend(net.word, squares.word, w + d, error, rate);
      descend(net.affix, squares.affix, p + d, error, rate);
      descend(net.affix, squares.affix, s + d, error, rate);
      descend(net.shape, squares.shape, h + d, error, rate);
    }
  }
}

function learnGap(
  net: Embeddings & Layer,
  squares: Embeddings & Layer,
  rows: WordRows,
  i: number,
  hides: Hidden,
  answer: { readonly label: number; readonly hasParagraphs: boolean },
  rate: number,
): void {
  load(net, rows, i, hides);
  forward(net);
  let sentence = net.b2[0] as number;
  let paragraph = net.b2[1] as number;
  for (let k = 0; k < HIDDEN; k++) {
    sentence += (hidden[k] as number) * (net.w2[k * 2] as number);
    paragraph += (hidden[k] as number) * (net.w2[k * 2 + 1] as number);
  }
  const { label, hasParagraphs } = answer;
  const isStart = label > 0;
  const first = 1 / (1 + Math.exp(-sentence)) - (isStart ? 1 : 0);
  const second =
    isStart && hasParagraphs
      ? 0.5 * (1 / (1 + Math.exp(-paragraph)) - (label === PARAGRAPH ? 1 : 0))
      : 0;
  if (Math.abs(first) < 0.004 && second === 0) return;
  net.b2[0] = (net.b2[0] as number) - rate * 0.1 * first;
  net.b2[1] = (net.b2[1] as number) - rate * 0.1 * second;
  backward(net, squares, [first, second], rate);
  correctWords(net, squares, rows, i, hides, rate);
}

/**
 * Trains the network that finds sentence starts without their punctuation, on all segments but those of the
 * fold `held`, and quantises its embeddings.
 */
export function trainBoundaryNetwork(segments: readonly Segment[], held: number): BoundaryNetwork {
  const vocabulary = vocabularyOf(segments, held);
  const net = newNetwork(vocabulary.words.length, 3);
  const squares: Embeddings & Layer = {
    word: newSquares(net.word, 0.01),
    affix: newSquares(net.affix, 0.01),
    shape: newSquares(net.shape, 0.01),
    w1: newSquares(net.w1, 0.01),
    b1: newSquares(net.b1, 0.01),
    w2: newSquares(net.w2, 0.01),
    b2: newSquares(net.b2, 0.01),
  };
  const next = random(23);
  const order = segments
    .filter((segment) => isRead(segment, held) && segment.words.count > 0)
    .map((segment) => ({ ...segment, rows: rowsOf(segment.words, vocabulary) }));
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, next);
    order.forEach(({ labels, rows, hasParagraphs }, done) => {
      const rate = RATE * (1 - (0.9 * (epoch + done / order.length)) / EPOCHS);
      for (let i = 1; i < rows.count; i++) {
        const label = labels[i] as number;
        if (label === UNKNOWN) continue;
        if (label === 0 && next() > INSIDE_SHARE) continue;
        const luck = next();
        const hides = luck < 0.3 ? 'left' : luck < 0.4 ? 'right' : 'none';
        learnGap(net, squares, rows, i, hides, { label, hasParagraphs }, rate);
      }
    });
  }
  const network = {
    ...net,
    word: rounded(net.word, CLIP),
    affix: rounded(net.affix, CLIP),
    shape: rounded(net.shape, CLIP),
  };
  return { vocabulary, network };
}
