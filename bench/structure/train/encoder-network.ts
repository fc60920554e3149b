import {
  CLASSES,
  DILATIONS,
  LAYER_WEIGHTS,
  MOST_WEIGHT,
  TAPS,
  VALUE_BITS,
  WEIGHT_BITS,
  WIDTH,
  WORD_ROWS,
} from '../../../src/structure/learned/encoder-shape.ts';
import { type TrainingMemory, trainingMemory } from './encoder-kernels.ts';
import { random } from './random.ts';

/** Empty places around each text, so that no text sees another: as far as the layers reach. */
export const PAD = 16;
/** Places in a batch, the empty ones included. */
export const PLACES = 1024;
/** Columns of the head; the kernel needs a multiple of twelve, and the rest stays 0. */
export const HEAD = 12;

const LAYERS = DILATIONS.length;
const MATRIX = WIDTH * WIDTH;
/** Places of the parts among the dense weights. */
const BIASES = LAYERS * LAYER_WEIGHTS;
const HEADS = BIASES + LAYERS * WIDTH;
const HEAD_BIASES = HEADS + 2 * WIDTH * HEAD;
const DENSE = HEAD_BIASES + HEAD;
/** Bytes of a row. */
const ROW = WIDTH * 4;
const HEAD_ROW = HEAD * 4;
/** Largest numbers that the published integers hold. */
const MOST_VALUE = 127 / (1 << (VALUE_BITS - 2));
const MOST_FLOAT = MOST_WEIGHT / (1 << WEIGHT_BITS);

/** The weights of the encoder in floats. */
export interface EncoderFloats {
  readonly table: Float32Array;
  /** By layer, tap, input and output. */
  readonly layers: Float32Array;
  readonly biases: Float32Array;
  /** By word beside the gap, input, and column of {@link HEAD}. */
  readonly head: Float32Array;
  readonly headBiases: Float32Array;
}

/** The encoder under training, with room for one batch. */
export interface EncoderNetwork {
  /** Table rows of each place; −1 in an empty one. */
  readonly ids: Int32Array;
  readonly logits: Float32Array;
  /** Gradients of the logits. */
  readonly errors: Float32Array;
  readonly weights: EncoderFloats;
  /** All that the steps change: the weights, what they remember of their gradients, and the number of steps. */
  readonly state: Uint8Array;
  /** Computes the logits of the gap before each place. */
  forward(): void;
  /** Makes one step by the errors of `count` gaps; the rates are those of the layers and of the table. */
  backward(count: number, rate: number, rowRate: number): void;
}

/** Writes a matrix with rows and columns exchanged. */
function transpose(
  from: Float32Array,
  to: Float32Array,
  at: number,
  rows: number,
  columns: number,
): void {
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) to[at + j * rows + i] = from[at + i * columns + j] as number;
}

function initialise(table: Float32Array, dense: Float32Array, seed: number): void {
  const next = random(seed);
  for (let i = 0; i < table.length; i++) table[i] = (next() * 2 - 1) * 0.15;
  const reach = Math.sqrt(3 / (TAPS * WIDTH));
  for (let i = 0; i < BIASES; i++) dense[i] = (next() * 2 - 1) * reach;
  for (let i = HEADS; i < HEAD_BIASES; i++)
    dense[i] = (i - HEADS) % HEAD < CLASSES ? (next() * 2 - 1) * 0.1 : 0;
}

/** Returns an encoder with random weights; `rows` is the size of its table. */
export function newEncoder(rows: number, seed: number): EncoderNetwork {
  const batch = (PLACES + 4 * PAD) * WIDTH;
  const memory: TrainingMemory = trainingMemory(
    2 * rows * WIDTH + 6 * DENSE + (2 * LAYERS + 6) * batch + PLACES * (WORD_ROWS + 2 * HEAD),
  );
  const { kernels: k, room, floats } = memory;
  const places = (): number => room((PLACES + 2 * PAD) * WIDTH) + PAD * ROW;
  const tableAt = room(rows * WIDTH);
  const tableSquares = room(rows * WIDTH);
  const denseAt = room(DENSE);
  const gradients = room(DENSE);
  const means = room(DENSE);
  const squares = room(DENSE);
  const steps = floats(room(1), 1);
  const turnedAt = room(DENSE);
  const idsAt = room(PLACES * WORD_ROWS);
  const x = Array.from({ length: LAYERS + 1 }, places);
  const r = Array.from({ length: LAYERS + 1 }, places);
  const [d, e] = [places(), places()];
  const logitsAt = room(PLACES * HEAD);
  const errorsAt = room(PLACES * HEAD);
  const table = floats(tableAt, rows * WIDTH);
  const dense = floats(denseAt, DENSE);
  const turned = floats(turnedAt, DENSE);
  const logits = floats(logitsAt, PLACES * HEAD);
  const ids = new Int32Array(table.buffer, idsAt, PLACES * WORD_ROWS);
  floats(tableSquares, rows * WIDTH).fill(0.01);
  initialise(table, dense, seed);
  const topX = x[LAYERS] as number;
  const topR = r[LAYERS] as number;

  const clearEmpty = (at: number): void => {
    const numbers = floats(at, PLACES * WIDTH);
    for (let i = 0; i < PLACES; i++)
      if ((ids[i * WORD_ROWS] as number) < 0) numbers.fill(0, i * WIDTH, (i + 1) * WIDTH);
  };
  const clear = (at: number): void => {
    floats(at - PAD * ROW, (PLACES + 2 * PAD) * WIDTH).fill(0);
  };

  return {
    ids,
    logits,
    errors: floats(errorsAt, PLACES * HEAD),
    weights: {
      table,
      layers: dense.subarray(0, BIASES),
      biases: dense.subarray(BIASES, HEADS),
      head: dense.subarray(HEADS, HEAD_BIASES),
      headBiases: dense.subarray(HEAD_BIASES),
    },
    state: new Uint8Array(table.buffer, tableAt, turnedAt - tableAt),
    forward() {
      k.gather(idsAt, WORD_ROWS, tableAt, x[0] as number, PLACES, WIDTH);
      DILATIONS.forEach((dilation, l) => {
        const from = r[l] as number;
        const to = x[l + 1] as number;
        k.positive(x[l] as number, from, PLACES * WIDTH);
        floats(to, PLACES * WIDTH).set(floats(x[l] as number, PLACES * WIDTH));
        k.addToRows(denseAt + (BIASES + l * WIDTH) * 4, to, PLACES, WIDTH);
        for (let tap = 0; tap < TAPS; tap++) {
          const weights = denseAt + (l * LAYER_WEIGHTS + tap * MATRIX) * 4;
          const shifted = from + (tap - 1) * dilation * ROW;
          k.multiply(shifted, ROW, 4, weights, ROW, to, ROW, PLACES, WIDTH, WIDTH);
        }
        clearEmpty(to);
      });
      k.positive(topX, topR, PLACES * WIDTH);
      for (let i = 0; i < PLACES; i++) logits.set(dense.subarray(HEAD_BIASES), i * HEAD);
      const head = denseAt + HEADS * 4;
      // The gap before a word reads that word and the one before it.
      k.multiply(topR - ROW, ROW, 4, head, HEAD_ROW, logitsAt, HEAD_ROW, PLACES, HEAD, WIDTH);
      const second = head + WIDTH * HEAD_ROW;
      k.multiply(topR, ROW, 4, second, HEAD_ROW, logitsAt, HEAD_ROW, PLACES, HEAD, WIDTH);
    },
    backward(count, rate, rowRate) {
      for (let m = 0; m < LAYERS * TAPS; m++) transpose(dense, turned, m * MATRIX, WIDTH, WIDTH);
      for (let m = 0; m < 2; m++) transpose(dense, turned, HEADS + m * WIDTH * HEAD, WIDTH, HEAD);
      clear(e);
      for (let m = 0; m < 2; m++) {
        const read = topR - (1 - m) * ROW;
        const part = (HEADS + m * WIDTH * HEAD) * 4;
        k.multiply(
          read,
          4,
          ROW,
          errorsAt,
          HEAD_ROW,
          gradients + part,
          HEAD_ROW,
          WIDTH,
          HEAD,
          PLACES,
        );
        const to = e - (1 - m) * ROW;
        k.multiply(errorsAt, HEAD_ROW, 4, turnedAt + part, ROW, to, ROW, PLACES, WIDTH, HEAD);
      }
      k.sumRows(errorsAt, gradients + HEAD_BIASES * 4, PLACES, HEAD);
      clear(d);
      k.addWherePositive(topX, e, d, PLACES * WIDTH);
      for (let l = LAYERS - 1; l >= 0; l--) {
        clearEmpty(d);
        clear(e);
        for (let tap = 0; tap < TAPS; tap++) {
          const shift = (tap - 1) * (DILATIONS[l] as number) * ROW;
          const part = (l * LAYER_WEIGHTS + tap * MATRIX) * 4;
          const read = (r[l] as number) + shift;
          k.multiply(read, 4, ROW, d, ROW, gradients + part, ROW, WIDTH, WIDTH, PLACES);
          k.multiply(d - shift, ROW, 4, turnedAt + part, ROW, e, ROW, PLACES, WIDTH, WIDTH);
        }
        k.sumRows(d, gradients + (BIASES + l * WIDTH) * 4, PLACES, WIDTH);
        k.addWherePositive(x[l] as number, e, d, PLACES * WIDTH);
      }
      const step = (steps[0] as number) + 1;
      steps[0] = step;
      const corrected = (rate * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
      k.descendAll(denseAt, gradients, means, squares, DENSE, corrected, 1 / count, MOST_FLOAT);
      k.descendRows(idsAt, WORD_ROWS, tableAt, tableSquares, d, PLACES, WIDTH, rowRate, MOST_VALUE);
    },
  };
}
