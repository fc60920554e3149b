import type { EncoderWeights } from '../../../src/structure/learned/encoder-shape.ts';
import {
  type Calibration,
  type HashTable,
  type Trees,
  weightsSign,
} from '../../../src/structure/learned/model.ts';
import type { BreakParts } from './break-training.ts';
import type { GapTables } from './gap-tables.ts';
import type { HeadingParts } from './heading-training.ts';

type Data = Int8Array | Uint8Array | Int16Array | Int32Array | Float32Array;

/** A named array of numbers; the value of each is the number times `scale`. */
interface Section {
  readonly name: string;
  readonly data: Data;
  readonly scale?: number;
}

/** All parts of the published model. */
export interface ModelParts extends GapTables, HeadingParts, BreakParts {
  readonly words: Int32Array;
  readonly encoder: EncoderWeights;
}

function kindOf(data: Data): string {
  if (data instanceof Int8Array) return 'i8';
  if (data instanceof Uint8Array) return 'u8';
  if (data instanceof Int16Array) return 'i16';
  return data instanceof Int32Array ? 'i32' : 'f32';
}

function table(name: string, { weights, scale }: HashTable): Section {
  return { name, data: weights, scale };
}

function encoder({ table, layers, biases, head, headBiases }: EncoderWeights): Section[] {
  return [
    { name: 'encoder.table', data: table },
    { name: 'encoder.layers', data: layers },
    { name: 'encoder.biases', data: biases },
    { name: 'encoder.head', data: head },
    { name: 'encoder.headBiases', data: headBiases },
  ];
}

function trees(name: string, { depth, count, base, feature, threshold, leaf }: Trees): Section[] {
  return [
    { name: `${name}.head`, data: Float32Array.of(depth, count, base) },
    { name: `${name}.feature`, data: feature },
    { name: `${name}.threshold`, data: threshold },
    { name: `${name}.leaf`, data: leaf },
  ];
}

function calibration(name: string, { x, y }: Calibration): Section[] {
  return [
    { name: `${name}.x`, data: x },
    { name: `${name}.y`, data: y },
  ];
}

/** Returns a model in the format that the runtime loads: a JSON header with the section names, then the sections. */
export function packModel(parts: ModelParts): Buffer {
  const sections: Section[] = [
    table('both', parts.both),
    table('right', parts.right),
    table('paragraph', parts.paragraph),
    table('start', parts.start),
    { name: 'startCut', data: Float32Array.of(parts.startCut) },
    table('span', parts.span),
    { name: 'words', data: parts.words },
    ...encoder(parts.encoder),
    { name: 'head.w1', data: parts.head.w1 },
    { name: 'head.b1', data: parts.head.b1 },
    { name: 'head.w2', data: parts.head.w2 },
    { name: 'head.b2', data: parts.head.b2 },
    ...trees('spanTrees', parts.spanTrees),
    ...trees('documentTrees', parts.documentTrees),
    ...trees('breakTrees', parts.breakTrees),
    ...trees('breakAgainTrees', parts.breakAgainTrees),
    ...calibration('headingCalibration', parts.headingCalibration),
    ...calibration('breakCalibration', parts.breakCalibration),
  ];
  const header = JSON.stringify(
    sections.map(({ name, data, scale = 1 }) => [name, kindOf(data), data.length, scale]),
  );
  const front = Buffer.alloc(8);
  front.writeUInt32LE(weightsSign, 0);
  front.writeUInt32LE(header.length, 4);
  const body = sections.map(({ data }) =>
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
  );
  return Buffer.concat([front, Buffer.from(header, 'latin1'), ...body]);
}
