/**
 * The weights of structure recovery, unpacked from one block of bytes: a JSON header that names every
 * section, then the sections. Tables of hashed weights stay in eight bits; the networks and trees
 * become floats.
 */

import { sigmoid } from '../odds.ts';
import { createEncoder, type Encoder } from './encoder.ts';
import type { EncoderWeights } from './encoder-shape.ts';
import type { HeadingHead } from './heading-head.ts';
import { knownWords } from './known-words.ts';
import type { LinearKernel } from './linear.ts';
import { createLinearKernel } from './linear-kernel.ts';
import type { HashTable, LinearTables } from './tables.ts';
import { withLanes } from './tree-lanes.ts';
import type { Trees } from './trees.ts';

export type { HashTable } from './tables.ts';
export { scoreTrees, type Trees } from './trees.ts';

/** First four bytes of packed weights, with the low byte first. */
export const weightsSign = 0x51525257;

/** Maps a score to a probability: piecewise linear between its points. */
export interface Calibration {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Everything that {@link unpackModel} reads. */
export interface Model extends LinearTables {
  readonly encoder: Encoder;
  readonly head: HeadingHead;
  readonly spanTrees: Trees;
  readonly documentTrees: Trees;
  readonly headingCalibration: Calibration;
  readonly breakTrees: Trees;
  readonly breakAgainTrees: Trees;
  readonly breakCalibration: Calibration;
  /** Reads words and gives linear scores with the same results as in JavaScript; undefined where the engine cannot. */
  readonly kernel?: () => LinearKernel | undefined;
}

/** The weights of the model, or what returns them where a text needs them; undefined where there are none. */
export type Weights = Model | (() => Model | undefined) | undefined;

type Kind = 'i8' | 'u8' | 'i16' | 'i32' | 'f32';
interface Section {
  readonly kind: Kind;
  readonly length: number;
  readonly offset: number;
  readonly scale: number;
}

const BYTES: Record<Kind, number> = { i8: 1, u8: 1, i16: 2, i32: 4, f32: 4 };

/** Reads sections by name. */
class Sections {
  private readonly bytes: Uint8Array;
  private readonly index = new Map<string, Section>();
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.byteLength < 8 || view.getUint32(0, true) !== weightsSign)
      throw new Error('not a block of structure weights');
    const size = view.getUint32(4, true);
    let json = '';
    for (let i = 0; i < size; i++) json += String.fromCharCode(bytes[8 + i] as number);
    let offset = 8 + size;
    for (const [name, kind, length, scale] of JSON.parse(json) as [
      string,
      Kind,
      number,
      number,
    ][]) {
      this.index.set(name, { kind, length, offset, scale });
      offset += length * BYTES[kind];
    }
    if (offset !== bytes.byteLength) throw new Error('structure weights are cut short');
  }

  private section(name: string): Section {
    const s = this.index.get(name);
    if (s === undefined) throw new Error(`structure weights lack ${name}`);
    return s;
  }

  /** Returns the bytes of a section, which are not copied. */
  private bytesOf(s: Section): Int8Array {
    return new Int8Array(this.bytes.buffer, this.bytes.byteOffset + s.offset, s.length);
  }

  /** Returns a copy, as numbers of several bytes must begin where a multiple of their size is. */
  private copy(s: Section): ArrayBuffer {
    const out = new Uint8Array(s.length * BYTES[s.kind]);
    out.set(this.bytes.subarray(s.offset, s.offset + out.length));
    return out.buffer;
  }

  /** Returns a section as floats, whatever its stored type. */
  floats(name: string): Float32Array {
    const s = this.section(name);
    if (s.kind === 'f32') return new Float32Array(this.copy(s));
    const small = this.bytesOf(s);
    const out = new Float32Array(small.length);
    for (let i = 0; i < out.length; i++) out[i] = (small[i] as number) * s.scale;
    return out;
  }

  integers(name: string): Int32Array {
    return new Int32Array(this.copy(this.section(name)));
  }

  table(name: string): HashTable {
    const s = this.section(name);
    return { weights: this.bytesOf(s), mask: s.length - 1, scale: s.scale };
  }

  trees(name: string): Trees {
    const [depth = 0, count = 0, base = 0] = this.floats(`${name}.head`);
    return {
      depth,
      count,
      base,
      feature: new Uint8Array(this.copy(this.section(`${name}.feature`))),
      threshold: this.floats(`${name}.threshold`),
      leaf: this.floats(`${name}.leaf`),
    };
  }

  encoder(): EncoderWeights {
    return {
      table: this.bytesOf(this.section('encoder.table')),
      layers: new Int16Array(this.copy(this.section('encoder.layers'))),
      biases: this.integers('encoder.biases'),
      head: new Int16Array(this.copy(this.section('encoder.head'))),
      headBiases: this.integers('encoder.headBiases'),
    };
  }

  calibration(name: string): Calibration {
    return { x: this.floats(`${name}.x`), y: this.floats(`${name}.y`) };
  }
}

/**
 * Unpacks the packed weights. Tables are read where the bytes are, which must stay as they are; the encoder is made when it
 * is first asked for.
 *
 * @throws Error where the bytes are not such a block
 */
export function unpackModel(bytes: Uint8Array): Model {
  const s = new Sections(bytes);
  const [spanTrees, documentTrees, breakTrees, breakAgainTrees] = withLanes([
    s.trees('spanTrees'),
    s.trees('documentTrees'),
    s.trees('breakTrees'),
    s.trees('breakAgainTrees'),
  ]) as [Trees, Trees, Trees, Trees];
  const linear = {
    both: s.table('both'),
    right: s.table('right'),
    start: s.table('start'),
    startCut: s.floats('startCut')[0] ?? 0,
    span: s.table('span'),
    paragraph: s.table('paragraph'),
  };
  let kernel: LinearKernel | false | undefined;
  const [words, encoderWeights] = [s.integers('words'), s.encoder()];
  let encoder: Encoder | undefined;
  return {
    ...linear,
    kernel() {
      kernel ??= createLinearKernel(linear) ?? false;
      return kernel || undefined;
    },
    get encoder() {
      encoder ??= createEncoder(encoderWeights, knownWords(words), words.length);
      return encoder;
    },
    head: {
      w1: s.floats('head.w1'),
      b1: s.floats('head.b1'),
      w2: s.floats('head.w2'),
      b2: s.floats('head.b2'),
    },
    spanTrees,
    documentTrees,
    headingCalibration: s.calibration('headingCalibration'),
    breakTrees,
    breakAgainTrees,
    breakCalibration: s.calibration('breakCalibration'),
  };
}

/** Returns the value of a calibration at `x`. */
export function calibrate(c: Calibration, x: number): number {
  const n = c.x.length;
  if (n === 0) return sigmoid(x);
  if (x <= (c.x[0] as number)) return c.y[0] as number;
  for (let i = 1; i < n; i++) {
    const b = c.x[i] as number;
    if (x > b) continue;
    const a = c.x[i - 1] as number;
    const y = c.y[i - 1] as number;
    return b === a ? (c.y[i] as number) : y + (((c.y[i] as number) - y) * (x - a)) / (b - a);
  }
  return c.y[n - 1] as number;
}
