import type { Embeddings, Layer, Model } from '../../../src/structure/learned/model.ts';
import { MAX_WORDS } from '../../../src/structure/learned/spans.ts';
import { randomWeights, WIDTH } from './boundary-network.ts';
import { descend, newSquares } from './descent.ts';
import { BEFORE, type HeadingSamples, WINDOW } from './heading-samples.ts';
import { random } from './random.ts';

/** The heading network: words around and after a span, one hidden layer, softmax over the ends. */
export type HeadingNetwork = Model['heading'];

const HIDDEN = 32;
const SLOTS = 12;
/** The slots, the mean of the heading's words, and its size. */
const INPUTS = WIDTH * (SLOTS + 2);
const MEAN = SLOTS * WIDTH;
const SIZE = MEAN + WIDTH;
const MARKS = 20;
const SIZES = 16;

/** Window positions that feed each slot for a heading of k + 1 words; −1 for none. */
const slots: readonly (readonly number[])[] = Array.from({ length: MAX_WORDS }, (_, k) => {
  const end = BEFORE + k;
  const inner = [k >= 1 ? BEFORE + 1 : -1, k >= 2 ? BEFORE + 2 : -1, end, k >= 1 ? end - 1 : -1];
  return [0, 1, BEFORE, ...inner, end + 1, end + 2, end + 3, end + 4, end + 5];
});

/** Returns a network with the embeddings of the boundary network and random layers. */
export function newHeadingNetwork(base: Embeddings, seed: number): HeadingNetwork {
  const next = random(seed);
  const mark = randomWeights(MARKS * WIDTH, 0.05, next);
  const size = randomWeights(SIZES * WIDTH, 0.3, next);
  return {
    word: base.word.slice(),
    affix: base.affix.slice(),
    shape: base.shape.slice(),
    w1: randomWeights(INPUTS * HIDDEN, Math.sqrt(3 / INPUTS), next),
    b1: new Float32Array(HIDDEN).fill(0.05),
    w2: randomWeights(HIDDEN, 0.3, next),
    b2: new Float32Array([-3]),
    mark,
    size,
  };
}

/** Returns initial sums of squared gradients for all weights of a network. */
export function squaresOf(net: HeadingNetwork): HeadingNetwork {
  const squares = (weights: Float32Array): Float32Array => newSquares(weights, 0.02);
  const table = (net: Embeddings & Layer): Embeddings & Layer => ({
    word: squares(net.word),
    affix: squares(net.affix),
    shape: squares(net.shape),
    w1: squares(net.w1),
    b1: squares(net.b1),
    w2: squares(net.w2),
    b2: squares(net.b2),
  });
  return { ...table(net), mark: squares(net.mark), size: squares(net.size) };
}

const words = new Float32Array(WINDOW * WIDTH);
const wordErrors = new Float32Array(WINDOW * WIDTH);
const inputs = new Float32Array(MAX_WORDS * INPUTS);
const hidden = new Float32Array(MAX_WORDS * HIDDEN);
const inputErrors = new Float32Array(INPUTS);
const hiddenErrors = new Float32Array(HIDDEN);

function readWords(net: HeadingNetwork, samples: HeadingSamples, n: number): void {
  for (let j = 0; j < WINDOW; j++) {
    const i = n * WINDOW + j;
    const at = j * WIDTH;
    if ((samples.word[i] as number) < 0) {
      for (let d = 0; d < WIDTH; d++) words[at + d] = 0;
      continue;
    }
    const w = (samples.word[i] as number) * WIDTH;
    const p = (samples.prefix[i] as number) * WIDTH;
    const s = (samples.suffix[i] as number) * WIDTH;
    const h = (samples.shape[i] as number) * WIDTH;
    const m = (samples.mark[i] as number) * WIDTH;
    for (let d = 0; d < WIDTH; d++)
      words[at + d] =
        (net.word[w + d] as number) +
        (net.affix[p + d] as number) +
        (net.affix[s + d] as number) +
        (net.shape[h + d] as number) +
        (net.mark[m + d] as number);
  }
}

/** Gathers the inputs for a heading of k + 1 words. */
function gather(net: HeadingNetwork, k: number): void {
  const from = k * INPUTS;
  slots[k]?.forEach((j, q) => {
    const at = from + q * WIDTH;
    for (let d = 0; d < WIDTH; d++) inputs[at + d] = j < 0 ? 0 : (words[j * WIDTH + d] as number);
  });
  for (let d = 0; d < WIDTH; d++) {
    let sum = 0;
    for (let j = BEFORE; j <= BEFORE + k; j++) sum += words[j * WIDTH + d] as number;
    inputs[from + MEAN + d] = sum / (k + 1);
    inputs[from + SIZE + d] = net.size[k * WIDTH + d] as number;
  }
}

function logitOf(net: HeadingNetwork, k: number): number {
  const from = k * INPUTS;
  const at = k * HIDDEN;
  for (let u = 0; u < HIDDEN; u++) hidden[at + u] = net.b1[u] as number;
  for (let i = 0; i < INPUTS; i++) {
    const value = inputs[from + i] as number;
    if (value === 0) continue;
    const w = i * HIDDEN;
    for (let u = 0; u < HIDDEN; u++)
      hidden[at + u] = (hidden[at + u] as number) + value * (net.w1[w + u] as number);
  }
  let logit = net.b2[0] as number;
  for (let u = 0; u < HIDDEN; u++) {
    const value = hidden[at + u] as number;
    if (value < 0) hidden[at + u] = 0;
    else logit += value * (net.w2[u] as number);
  }
  return logit;
}

/** Writes the logits of sample `n` for each end, and keeps the activations for {@link learnEnd}. */
export function headingLogits(
  net: HeadingNetwork,
  samples: HeadingSamples,
  n: number,
  out: Float64Array,
): void {
  readWords(net, samples, n);
  wordErrors.fill(0);
  const ends = samples.ends[n] as number;
  for (let k = 0; k < MAX_WORDS; k++) {
    out[k] = -30;
    if ((ends & (1 << k)) === 0) continue;
    gather(net, k);
    out[k] = logitOf(net, k);
  }
}

/** Updates the layers for the end k by its error; accumulates the errors of the words. */
export function learnEnd(
  net: HeadingNetwork,
  squares: HeadingNetwork,
  k: number,
  error: number,
  rate: number,
  decay: number,
): void {
  const at = k * HIDDEN;
  const from = k * INPUTS;
  descend(net.b2, squares.b2, 0, error, rate * 0.3);
  for (let u = 0; u < HIDDEN; u++) {
    const value = hidden[at + u] as number;
    hiddenErrors[u] = 0;
    if (value <= 0) continue;
    const own = error * (net.w2[u] as number);
    hiddenErrors[u] = own;
    descend(net.w2, squares.w2, u, error * value, rate);
    descend(net.b1, squares.b1, u, own, rate);
  }
  for (let i = 0; i < INPUTS; i++) {
    const value = inputs[from + i] as number;
    inputErrors[i] = 0;
    if (value === 0) continue;
    const w = i * HIDDEN;
    let sum = 0;
    for (let u = 0; u < HIDDEN; u++) {
      const own = hiddenErrors[u] as number;
      if (own === 0) continue;
      const weight = net.w1[w + u] as number;
      sum += own * weight;
      descend(net.w1, squares.w1, w + u, own * value + decay * weight, rate);
    }
    inputErrors[i] = sum;
  }
  slots[k]?.forEach((j, q) => {
    if (j < 0) return;
    for (let d = 0; d < WIDTH; d++) addError(j, d, inputErrors[q * WIDTH + d] as number);
  });
  for (let d = 0; d < WIDTH; d++) {
    const share = (inputErrors[MEAN + d] as number) / (k + 1);
    for (let j = BEFORE; j <= BEFORE + k; j++) addError(j, d, share);
    descend(net.size, squares.size, k * WIDTH + d, inputErrors[SIZE + d] as number, rate);
  }
}

function addError(j: number, d: number, error: number): void {
  const at = j * WIDTH + d;
  wordErrors[at] = (wordErrors[at] as number) + error;
}

/** Updates the embeddings of sample `n` by the accumulated errors; unknown words have no separate row. */
export function learnWords(
  net: HeadingNetwork,
  squares: HeadingNetwork,
  samples: HeadingSamples,
  n: number,
  rate: number,
): void {
  for (let j = 0; j < WINDOW; j++) {
    const i = n * WINDOW + j;
    const word = samples.word[i] as number;
    if (word < 0) continue;
    const p = (samples.prefix[i] as number) * WIDTH;
    const s = (samples.suffix[i] as number) * WIDTH;
    const h = (samples.shape[i] as number) * WIDTH;
    const m = (samples.mark[i] as number) * WIDTH;
    for (let d = 0; d < WIDTH; d++) {
      const error = wordErrors[j * WIDTH + d] as number;
      if (error === 0) continue;
      if (word > 0) descend(net.word, squares.word, word * WIDTH + d, error, rate);
      descend(net.affix, squares.affix, p + d, error, rate);
      descend(net.affix, squares.affix, s + d, error, rate);
      descend(net.shape, squares.shape, h + d, error, rate);
      descend(net.mark, squares.mark, m + d, error, rate);
    }
  }
}
