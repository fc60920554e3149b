/** Words of a text in WebAssembly's memory, read by code compiled from `kernels/reader.as`. */
import { charClass, charFold } from './chars.ts';
import { readerCode } from './reader-code.ts';
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
const SIZE = LAST + MOST * 4;

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

/** Reads words: the same as `tokenize`, valid until the next text; undefined for a text that is too long. */
export type WordReader = (text: string) => Tokens | undefined;

/** Returns a reader of words; undefined where the engine has no WebAssembly. */
export function createWordReader(): WordReader | undefined {
  const made = instantiate(readerCode(), SIZE);
  if (made === undefined) return undefined;
  const { buffer } = made.memory;
  const code = made.exports as { readonly read: (size: number) => number };
  new Uint8Array(buffer, CLASS).set(charClass);
  new Uint16Array(buffer, FOLDED).set(charFold);
  const units = new Uint16Array(buffer, TEXT, MOST_UNITS + 1);
  const tokens = tokensIn(buffer);
  return (text) => {
    const size = text.length;
    if (size > MOST_UNITS) return undefined;
    for (let i = 0; i < size; i++) units[i] = text.charCodeAt(i);
    units[size] = 0;
    tokens.count = code.read(size);
    return tokens;
  };
}
