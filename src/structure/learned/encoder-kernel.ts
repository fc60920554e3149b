/** The layers of the encoder in WebAssembly with SIMD, compiled from `kernels/encoder.as`. */
import { encoderCode } from './encoder-code.ts';
import {
  CENTRE,
  CLASSES,
  type EncoderWeights,
  GAPS,
  LAYER_WEIGHTS,
  MOST,
  WIDTH,
  WINDOW,
  WORD_ROWS,
} from './encoder-shape.ts';
import { type HeadingHead, HIDDEN, INPUTS } from './heading-head.ts';
import { MAX_WORDS } from './spans.ts';
import { type WasmModule, webAssembly } from './webassembly.ts';

/** The layers with their memory; rows are counted from the start of the window. */
export interface EncoderKernel {
  /** Table rows of each word. */
  readonly ids: Int32Array;
  /** Encoded words, and the same without what is below zero. */
  readonly x: Int16Array;
  readonly r: Int16Array;
  readonly gaps: Int32Array;
  gather(count: number): void;
  rectify(from: number, count: number): void;
  convolve(layer: number, from: number, count: number, dilation: number): void;
  compare(from: number, count: number): void;
  /** Returns the logit of the span of `k + 1` words, by a heading head; see `heading-head.ts`. */
  scoreSpan(head: HeadingHead, k: number): number;
}

/** Numbers of a heading head: weights by input and by number of words, biases, weights and bias of the output. */
const HEAD_NUMBERS = (INPUTS + MAX_WORDS + 2) * HIDDEN + 1;

/** The exports of the module. */
interface EncoderExports {
  gather(ids: number, rows: number, table: number, to: number, count: number): void;
  rectify(x: number, y: number, bits: number, count: number, most: number): void;
  convolve(
    r: number,
    bits: number,
    w: number,
    bias: number,
    x: number,
    count: number,
    dilation: number,
  ): void;
  compare(r: number, w: number, bias: number, to: number, count: number, classes: number): void;
  scoreSpan(words: number, k: number, head: number, input: number): number;
}

/** Returns the compiled layers; undefined where the engine has no WebAssembly, or no SIMD. */
function compiled(): WasmModule | undefined {
  try {
    return webAssembly && new webAssembly.Module(encoderCode());
  } catch {
    return undefined;
  }
}

/** Returns the kernel in WebAssembly; undefined where the engine has none, or no SIMD. */
export function wasmKernel(weights: EncoderWeights): EncoderKernel | undefined {
  const module = compiled();
  if (webAssembly === undefined || module === undefined) return undefined;
  let size = 1024;
  const room = (bytes: number): number => {
    const at = size;
    size += (bytes + 63) & ~63;
    return at;
  };
  const layers = room(weights.layers.byteLength);
  const biases = room(weights.biases.byteLength);
  const head = room(weights.head.byteLength);
  const headBiases = room(weights.headBiases.byteLength);
  const ids = room(WINDOW * WORD_ROWS * 4);
  const x = room(WINDOW * WIDTH * 2);
  const r = room(WINDOW * WIDTH * 2);
  const bits = room(WINDOW * 4);
  const gaps = room(GAPS * CLASSES * 4);
  const input = room(INPUTS * 4);
  const headingHead = room(HEAD_NUMBERS * 4);
  const table = room(weights.table.byteLength);
  const memory = new webAssembly.Memory({ initial: Math.ceil(size / 65536) });
  const { buffer } = memory;
  new Int16Array(buffer, layers).set(weights.layers);
  new Int32Array(buffer, biases).set(weights.biases);
  new Int16Array(buffer, head).set(weights.head);
  new Int32Array(buffer, headBiases).set(weights.headBiases);
  new Int8Array(buffer, table).set(weights.table);
  const { exports } = new webAssembly.Instance(module, { env: { memory } });
  const code = exports as EncoderExports;
  const row = WIDTH * 2;
  let loaded: HeadingHead | undefined;
  const load = (own: HeadingHead): void => {
    const numbers = new Float32Array(buffer, headingHead, HEAD_NUMBERS);
    const [start, end] = [(INPUTS + MAX_WORDS) * HIDDEN, (INPUTS + MAX_WORDS + 1) * HIDDEN];
    numbers.set(own.w1);
    numbers.set(own.b1, start);
    numbers.set(own.w2, end);
    numbers.set(own.b2, end + HIDDEN);
    loaded = own;
  };
  return {
    ids: new Int32Array(buffer, ids, WINDOW * WORD_ROWS),
    x: new Int16Array(buffer, x, WINDOW * WIDTH),
    r: new Int16Array(buffer, r, WINDOW * WIDTH),
    gaps: new Int32Array(buffer, gaps, GAPS * CLASSES),
    gather: (count) => code.gather(ids, WORD_ROWS, table, x, count),
    rectify: (from, count) =>
      code.rectify(x + from * row, r + from * row, bits + from * 4, count, MOST),
    convolve: (layer, from, count, dilation) =>
      code.convolve(
        r + from * row,
        bits + from * 4,
        layers + layer * LAYER_WEIGHTS * 2,
        biases + layer * WIDTH * 4,
        x + from * row,
        count,
        dilation,
      ),
    scoreSpan(own, k) {
      if (loaded !== own) load(own);
      return code.scoreSpan(r + (CENTRE - 1) * row, k, headingHead, input);
    },
    compare: (from, count) => code.compare(r + from * row, head, headBiases, gaps, count, CLASSES),
  };
}
