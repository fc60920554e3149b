import { describe, expect, test } from 'vitest';
import { createEncoder, type Encoder } from '../../../src/structure/learned/encoder.ts';
import { wasmKernel } from '../../../src/structure/learned/encoder-kernel.ts';
import {
  CLASSES,
  DILATIONS,
  type EncoderWeights,
  GAPS,
  TAPS,
  tableParts,
  WIDTH,
} from '../../../src/structure/learned/encoder-shape.ts';
import { type HeadingHead, voidHead } from '../../../src/structure/learned/heading-head.ts';
import { knownWords } from '../../../src/structure/learned/known-words.ts';
import { MAX_WORDS } from '../../../src/structure/learned/spans.ts';
import { tokenize } from '../../../src/structure/learned/tokens.ts';

/** Returns whole numbers from −reach to reach, in a fixed order. */
function numbers(reach: number): (count: number) => number[] {
  let state = 12_345;
  return (count) =>
    Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * (2 * reach + 1)) - reach;
    });
}

const text =
  'أعلن المجلس البلدي خطة الميناء. مراحل المشروع تبدأ الأعمال في الربيع المقبل، وتنتهي بعد عامين. ' +
  'وقال المهندس إن الرصيف الجديد يتسع لعشرين سفينة. التكلفة والتمويل بلغت التكلفة ٤٠ مليونا.';
const words = tokenize(text);
const known = words.word.slice(0, 12).sort();

/** Weights of the whole range that the kernels take. */
function weights(most: number): EncoderWeights {
  return {
    table: Int8Array.from(numbers(127)(tableParts(known.length).rows * WIDTH)),
    layers: Int16Array.from(numbers(most)(DILATIONS.length * TAPS * WIDTH * WIDTH)),
    biases: Int32Array.from(numbers(200_000)(DILATIONS.length * WIDTH)),
    head: Int16Array.from(numbers(most)(CLASSES * 2 * WIDTH)),
    headBiases: Int32Array.from(numbers(200_000)(CLASSES)),
  };
}

/** A heading head with weights of both signs. */
function headOf(seed: number): HeadingHead {
  const { w1, b1, w2, b2 } = voidHead();
  const some = ({ length }: Float32Array): Float32Array =>
    Float32Array.from(numbers(seed)(length), (value) => value / seed / 4);
  return { w1: some(w1), b1: some(b1), w2: some(w2), b2: some(b2) };
}
const heads = [headOf(1000), headOf(777)];

describe('the encoder', () => {
  test('runs in WebAssembly here', () => {
    expect(wasmKernel(weights(100))).toBeDefined();
  });

  test.each([100, 1820])('without SIMD gives the same bits, weights up to %i', (most) => {
    const own = weights(most);
    const fast = createEncoder(own, knownWords(known), known.length);
    const portable = createEncoder(own, knownWords(known), known.length, true);
    for (let s = 0; s < words.count; s++) {
      fast.encode(words, s);
      portable.encode(words, s);
      expect([...portable.gaps]).toEqual([...fast.gaps]);
      expect([...portable.words]).toEqual([...fast.words]);
      for (const own of heads) {
        const logits = (encoder: Encoder): number[] =>
          Array.from({ length: MAX_WORDS }, (_, k) => encoder.scoreSpan(own, k));
        expect(logits(fast)).toEqual(logits(portable));
      }
    }
    expect(new Set(fast.gaps).size).toBeGreaterThan(CLASSES);
  });

  test('reads no word outside the text, and none beyond its reach', () => {
    const encoder = createEncoder(weights(300), knownWords(known), known.length);
    const gapsOf = (source: string, s: number): number[] => {
      encoder.encode(tokenize(source), s);
      return [...encoder.gaps];
    };
    const far = 'كلمة '.repeat(40);
    const [near, changed] = [`${far}${text}`, `صفحة ${far}${text}`];
    expect(gapsOf(changed, 51)).toEqual(gapsOf(near, 50));
    expect(gapsOf(text, 0)).toHaveLength(GAPS * CLASSES);
  });
});
