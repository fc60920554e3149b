/**
 * Properties of words: hashes of folded form, affixes and stem, and shape, in parallel arrays of
 * integers.
 */

import { fnv1aStart, fnv1aStep, fnv1aUnits, foldHash } from '../../model/fnv1a.ts';

/** The words of a text. */
export interface Tokens {
  readonly count: number;
  /** First code unit of the word with its opening quotes, and the end with its closing quotes, `؟` or `!`. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly word: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly stem: Int32Array;
  /** Hash of the first three consonants after the prefixes; 0 where there are fewer than two. */
  readonly root: Int32Array;
  readonly shape: Int32Array;
  readonly length: Uint8Array;
  /** Punctuation after the word, one of `T_*`. */
  readonly term: Uint8Array;
  readonly flags: Uint16Array;
  /** The next word with the same stem; {@link NEVER} without one. */
  readonly nextStem: Int32Array;
  /** The last word before with the same root; −1 without one. */
  readonly lastRoot: Int32Array;
}

/** A place after all words. */
export const NEVER = 0x7fffffff;

/** Folded code units of the current word, truncated to the buffer's size. */
export const buffer = new Uint16Array(64);
const ALEF = 0x627;
const LAM = 0x644;
const WAW = 0x648;
const FEH = 0x641;
const BEH = 0x628;
const KAF = 0x643;
const TEH = 0x62a;
const HEH = 0x647;
const YEH = 0x64a;
const NOON = 0x646;
const SEEN = 0x633;
const MEEM = 0x645;

function at(i: number): number {
  return buffer[i] as number;
}

/** Returns the hash of the folded code units from one index to another. */
function hashRange(from: number, to: number, seed: number): number {
  return foldHash(fnv1aUnits(buffer, from, to, seed));
}

/**
 * Returns the length of the proclitics و ف ب ك ل and the article; 16 is added where there is an
 * article.
 */
function proclitic(n: number): number {
  let i = 0;
  if (n > 4 && (at(0) === WAW || at(0) === FEH)) i = 1;
  if (n - i > 4 && (at(i) === BEH || at(i) === KAF) && at(i + 1) === ALEF && at(i + 2) === LAM)
    return (i + 3) | 16;
  if (n - i > 3 && at(i) === ALEF && at(i + 1) === LAM) return (i + 2) | 16;
  if (n - i > 3 && at(i) === LAM && at(i + 1) === LAM) return (i + 2) | 16;
  return i;
}

/** Returns the end of the stem without a common suffix. */
function stemEnd(from: number, n: number): number {
  const last = at(n - 1);
  const two = n - from >= 5 ? at(n - 2) : 0;
  if (
    (two === ALEF && (last === TEH || last === NOON)) ||
    ((two === WAW || two === YEH) && last === NOON)
  )
    return n - 2;
  if (two === YEH && last === HEH) return n - 2;
  if (two === HEH && (last === ALEF || last === MEEM)) return n - 2;
  if (n - from >= 4 && (last === HEH || last === YEH || last === ALEF)) return n - 1;
  return n;
}

/**
 * Returns the hash of a rough root: three consonants, shared by «ترفع» and «رفعت», «اعتماد» and
 * «اعتمدت».
 */
function rootOf(from: number, n: number, script: number): number {
  if (script !== 0) return 0;
  let i = from;
  const c = at(i);
  if (
    n - i >= 4 &&
    (c === YEH || c === TEH || c === NOON || c === ALEF || c === SEEN || c === MEEM)
  )
    i++;
  const last = at(n - 1);
  const end = n - i >= 3 && (last === TEH || last === HEH || last === NOON) ? n - 1 : n;
  let h = 0x6712345;
  let found = 0;
  for (; i < end && found < 3; i++) {
    const k = at(i);
    if (k === ALEF || k === WAW || k === YEH || k === 0x621) continue;
    h = fnv1aStep(h, k);
    found++;
  }
  return found < 2 ? 0 : foldHash(h);
}

function firstGroup(c: number): number {
  if (c === WAW) return 1;
  if (c === FEH) return 2;
  if (c === BEH) return 3;
  if (c === LAM) return 4;
  if (c === YEH) return 5;
  if (c === TEH) return 6;
  if (c === SEEN) return 7;
  if (c === ALEF) return 8;
  if (c === MEEM) return 9;
  return 0;
}

function lastGroup(c: number): number {
  if (c === HEH) return 1;
  if (c === ALEF) return 2;
  if (c === TEH) return 3;
  if (c === NOON) return 4;
  if (c === YEH) return 5;
  return 0;
}

/**
 * Returns the shape of the word in the buffer: script, article, first and last letter group, length
 * group.
 */
function shapeOf(n: number, script: number, article: boolean): number {
  if (script !== 0) return 1000 + script;
  const size = n <= 2 ? 0 : n === 3 ? 1 : n <= 5 ? 2 : 3;
  return (article ? 400 : 0) + firstGroup(at(0)) * 40 + lastGroup(at(n - 1)) * 6 + size;
}

/** Builds the arrays of {@link Tokens}. */
export class Builder implements Tokens {
  count = 0;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly word: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly stem: Int32Array;
  /** Hash of the first three consonants after the prefixes; 0 where there are fewer than two. */
  readonly root: Int32Array;
  readonly shape: Int32Array;
  readonly length: Uint8Array;
  readonly term: Uint8Array;
  readonly flags: Uint16Array;
  readonly nextStem: Int32Array;
  readonly lastRoot: Int32Array;
  constructor(capacity: number) {
    // One allocation: a dozen separate ones cost more than reading a short text.
    const block = new ArrayBuffer(capacity * 52);
    const ints = (index: number): Int32Array =>
      new Int32Array(block, index * 4 * capacity, capacity);
    this.start = ints(0);
    this.end = ints(1);
    this.word = ints(2);
    this.prefix2 = ints(3);
    this.prefix3 = ints(4);
    this.suffix2 = ints(5);
    this.suffix3 = ints(6);
    this.stem = ints(7);
    this.shape = ints(8);
    this.root = ints(9);
    this.nextStem = ints(10);
    this.lastRoot = ints(11);
    this.flags = new Uint16Array(block, 48 * capacity, capacity);
    this.length = new Uint8Array(block, 50 * capacity, capacity);
    this.term = new Uint8Array(block, 51 * capacity, capacity);
  }

  /** Adds the word in the buffer. */
  add(start: number, end: number, n: number, script: number, flags: number): void {
    const i = this.count++;
    const pro = proclitic(n);
    const from = pro & 15;
    const two = Math.min(n, 2);
    const three = Math.min(n, 3);
    this.start[i] = start;
    this.end[i] = end;
    this.word[i] = hashRange(0, n, fnv1aStart);
    this.prefix2[i] = hashRange(0, two, 0x1234567);
    this.prefix3[i] = hashRange(0, three, 0x2345671);
    this.suffix2[i] = hashRange(n - two, n, 0x3456712);
    this.suffix3[i] = hashRange(n - three, n, 0x4567123);
    this.stem[i] = hashRange(from, stemEnd(from, n), 0x5671234);
    this.root[i] = rootOf(from, n, script);
    this.shape[i] = shapeOf(n, script, (pro & 16) !== 0);
    this.length[i] = n;
    this.flags[i] = flags;
  }
}
