/** Words of a text and their linear scores in WebAssembly, compiled from `kernels/reader.as` and `kernels/linear.as`. */
import { charClass, charFold } from './chars.ts';
import type { LinearKernel } from './linear.ts';
import { readerCode } from './reader-code.ts';
import { MAX_WORDS } from './spans.ts';
import type { LinearTables } from './tables.ts';
import { instantiate } from './webassembly.ts';
import type { Tokens } from './words.ts';

/** Most words of a text, and most code units: longer ones are read in JavaScript. */
const MOST = 16384;
const MOST_UNITS = 2 * MOST - 4;

/** The layout of the memory, the same as in the kernel. */
const CLASS = 1024;
const FOLDED = CLASS + 65536;
const UNITS = FOLDED + 131072;
const TEXT = UNITS + 128;
const PLACES = TEXT + 65552;
const WORDS = PLACES + 131072;
/** Arrays of 32-bit numbers, then one of 16 bits and two of 8. */
const LAST = WORDS + 12 * MOST * 4;
/** Keys of a start and of what is scored, then the ends and the breaks with their scores, then the tables. */
const ENDS = LAST + MOST * 4 + 64 + 512;
const BOTH = ENDS + 64;
const BREAKS = BOTH + 3 * 96;
const TABLES = BREAKS + 3 * MOST * 4;

/** The words of the last text that was read. */
type LastTokens = { -readonly [K in keyof Tokens]: Tokens[K] };

/** Returns views of the arrays in a memory. */
function tokensIn(buffer: ArrayBuffer): LastTokens {
  const ints = (index: number): Int32Array =>
    new Int32Array(buffer, WORDS + index * MOST * 4, MOST);
  return {
    count: 0,
    start: ints(0),
    end: ints(1),
    word: ints(2),
    prefix2: ints(3),
    prefix3: ints(4),
    suffix2: ints(5),
    suffix3: ints(6),
    stem: ints(7),
    shape: ints(8),
    root: ints(9),
    nextStem: ints(10),
    lastRoot: ints(11),
    flags: new Uint16Array(buffer, LAST, MOST),
    length: new Uint8Array(buffer, LAST + 2 * MOST, MOST),
    term: new Uint8Array(buffer, LAST + 3 * MOST, MOST),
  };
}

/** The exports of the module. */
interface LinearExports {
  prepare(): void;
  useTables(...places: readonly number[]): void;
  read(size: number): number;
  worth(s: number, prev: number): number;
  readEnds(s: number): number;
  readBreaks(): number;
}

/** Returns a function that writes the code units of a text: by Node's own where there is one, which copies them at once. */
function unitWriter(units: Uint16Array<ArrayBuffer>): (text: string) => void {
  const { Buffer: Bytes } = globalThis as Partial<typeof globalThis>;
  const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
  if (Bytes !== undefined && isLittleEndian) {
    const bytes = Bytes.from(units.buffer, units.byteOffset, units.byteLength);
    return (text) => bytes.write(text, 0, 'utf16le');
  }
  return (text) => {
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  };
}

/** Returns a scorer that reads words too; undefined where the engine has no WebAssembly, or no SIMD. */
export function createLinearKernel(m: LinearTables): LinearKernel | undefined {
  const tables = [m.start, m.span, m.both, m.right, m.paragraph];
  const size = tables.reduce((sum, { weights }) => sum + weights.length, TABLES);
  const made = instantiate(readerCode(), size);
  if (made === undefined) return undefined;
  const { buffer } = made.memory;
  const code = made.exports as LinearExports;
  new Uint8Array(buffer, CLASS).set(charClass);
  new Uint16Array(buffer, FOLDED).set(charFold);
  let next = TABLES;
  const places = tables.map(({ weights, scale }) => {
    const at = next;
    new Int8Array(buffer, at).set(weights);
    next += weights.length;
    return [at, weights.length, scale];
  });
  code.prepare();
  code.useTables(...places.flat().toSpliced(2, 1));
  const units = new Uint16Array(buffer, TEXT, MOST_UNITS + 1);
  const write = unitWriter(units);
  const tokens = tokensIn(buffer);
  const ends = {
    count: 0,
    k: new Int32Array(buffer, ENDS, MAX_WORDS),
    both: new Float64Array(buffer, BOTH, MAX_WORDS),
    right: new Float64Array(buffer, BOTH + 96, MAX_WORDS),
    logit: new Float64Array(buffer, BOTH + 192, MAX_WORDS),
  };
  return {
    ends,
    read(text) {
      const { length } = text;
      if (length > MOST_UNITS) return undefined;
      write(text);
      units[length] = 0;
      tokens.count = code.read(length);
      return tokens;
    },
    isWorthScoring: (_, s, prev) => code.worth(s, prev) * m.start.scale >= m.startCut,
    readEnds(_, s) {
      ends.count = code.readEnds(s);
    },
    readBreaks() {
      const count = code.readBreaks();
      return {
        at: new Int32Array(buffer, BREAKS, count),
        score: new Float32Array(buffer, BREAKS + MOST * 4, count),
        right: new Float32Array(buffer, BREAKS + 2 * MOST * 4, count),
      };
    },
  };
}
