import type { Encoder } from '../../../src/structure/learned/encoder.ts';
import { GAPS, WIDTH } from '../../../src/structure/learned/encoder-shape.ts';
import {
  type HeadingHead,
  HIDDEN,
  headInput,
  INPUTS,
  voidHead,
} from '../../../src/structure/learned/heading-head.ts';
import { MAX_WORDS } from '../../../src/structure/learned/spans.ts';
import type { Readings } from './candidates.ts';
import { descend, newSquares } from './descent.ts';
import { random, shuffle } from './random.ts';

const EPOCHS = 6;
const RATE = 0.02;
const DECAY = 2e-4;
/** Share of the inputs that are hidden at each step. */
const DROPPED = 0.3;

/** A candidate start with the encoded words around it. */
export interface HeadSample {
  readonly number: number;
  readonly source: string;
  readonly words: Int16Array;
  readonly ends: readonly number[];
  /** Index of the correct end; −1 without a heading. */
  readonly answer: number;
}

/** Returns the candidates of all articles with their encoded words, without those that teach nothing. */
export function headSamples({ list, table }: Readings, encoder: Encoder): HeadSample[] {
  const out: HeadSample[] = [];
  for (const { article, candidates, row } of list) {
    let first = row;
    for (const { s, ends } of candidates) {
      const answers = table.answers.subarray(first, first + ends.length);
      first += ends.length;
      if (answers.includes(-1)) continue;
      encoder.encode(article.words, s);
      const words = encoder.words.slice(0, (GAPS + 1) * WIDTH);
      out.push({
        number: article.number,
        source: article.source,
        words,
        ends,
        answer: answers.indexOf(1),
      });
    }
  }
  return out;
}

/** Trains the head: softmax over no heading and the ends of each start, a share of the inputs hidden. */
export function trainHeadingHead(samples: readonly HeadSample[]): HeadingHead {
  const net = voidHead();
  const next = random(29);
  const reach = Math.sqrt(3 / INPUTS);
  for (let i = 0; i < INPUTS * HIDDEN; i++) net.w1[i] = (next() * 2 - 1) * reach;
  net.b1.fill(0.05);
  for (let u = 0; u < HIDDEN; u++) net.w2[u] = (next() * 2 - 1) * 0.3;
  net.b2[0] = -1;
  const squares: HeadingHead = {
    w1: newSquares(net.w1, 0.02),
    b1: newSquares(net.b1, 0.02),
    w2: newSquares(net.w2, 0.02),
    b2: newSquares(net.b2, 0.02),
  };
  const inputs = Array.from({ length: MAX_WORDS }, () => new Float32Array(INPUTS));
  const hiddens = Array.from({ length: MAX_WORDS }, () => new Float32Array(HIDDEN));
  const logits = new Float64Array(MAX_WORDS);
  const order = [...samples];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, next);
    const rate = RATE * (1 - epoch / EPOCHS);
    for (const { words, ends, answer } of order) {
      let top = 0;
      ends.forEach((k, c) => {
        const input = inputs[c] as Float32Array;
        const hidden = hiddens[c] as Float32Array;
        headInput(words, k, input);
        for (let i = 0; i < INPUTS; i++)
          input[i] = next() < DROPPED ? 0 : (input[i] as number) / (1 - DROPPED);
        const size = (INPUTS + k) * HIDDEN;
        for (let u = 0; u < HIDDEN; u++)
          hidden[u] = (net.b1[u] as number) + (net.w1[size + u] as number);
        for (let i = 0; i < INPUTS; i++) {
          const value = input[i] as number;
          if (value === 0) continue;
          for (let u = 0; u < HIDDEN; u++)
            hidden[u] = (hidden[u] as number) + value * (net.w1[i * HIDDEN + u] as number);
        }
        let z = net.b2[0] as number;
        for (let u = 0; u < HIDDEN; u++)
          if ((hidden[u] as number) > 0) z += (hidden[u] as number) * (net.w2[u] as number);
        logits[c] = z;
        top = Math.max(top, z);
      });
      let sum = Math.exp(-top);
      for (let c = 0; c < ends.length; c++) sum += Math.exp((logits[c] as number) - top);
      ends.forEach((k, c) => {
        const error = Math.exp((logits[c] as number) - top) / sum - (c === answer ? 1 : 0);
        if (Math.abs(error) < 1e-3) return;
        correct(
          net,
          squares,
          inputs[c] as Float32Array,
          hiddens[c] as Float32Array,
          k,
          error,
          rate,
        );
      });
    }
  }
  return net;
}

function correct(
  net: HeadingHead,
  squares: HeadingHead,
  input: Float32Array,
  hidden: Float32Array,
  k: number,
  error: number,
  rate: number,
): void {
  descend(net.b2, squares.b2, 0, error, rate);
  const size = (INPUTS + k) * HIDDEN;
  for (let u = 0; u < HIDDEN; u++) {
    const value = hidden[u] as number;
    if (value <= 0) continue;
    const own = error * (net.w2[u] as number);
    descend(net.w2, squares.w2, u, error * value + DECAY * (net.w2[u] as number), rate);
    descend(net.b1, squares.b1, u, own, rate);
    descend(net.w1, squares.w1, size + u, own, rate);
    for (let i = 0; i < INPUTS; i++) {
      const x = input[i] as number;
      if (x === 0) continue;
      const at = i * HIDDEN + u;
      descend(net.w1, squares.w1, at, own * x + DECAY * (net.w1[at] as number), rate);
    }
  }
}
