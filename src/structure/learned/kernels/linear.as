// Linear scores of starts, of the gaps after their ends, of spans and of breaks, as ends.ts and linear.ts give them. It
// follows reader.as in one module, with gap-keys.ts and span-keys.ts, whose types are these.

// @ts-ignore: decorator of the compiler
@unmanaged class Ints {
  @inline @operator("[]") get(i: i32): i32 { return load<i32>(changetype<usize>(this) + (usize(i) << 2)); }
  @inline @operator("[]=") set(i: i32, value: i32): void { store<i32>(changetype<usize>(this) + (usize(i) << 2), value); }
}
// @ts-ignore: decorator of the compiler
@unmanaged class Shorts {
  @inline @operator("[]") get(i: i32): i32 { return load<u16>(changetype<usize>(this) + (usize(i) << 1)); }
}
// @ts-ignore: decorator of the compiler
@unmanaged class Bytes {
  @inline @operator("[]") get(i: i32): i32 { return load<u8>(changetype<usize>(this) + usize(i)); }
}
// @ts-ignore: decorator of the compiler
@unmanaged class Words {
  @inline get count(): i32 { return count; }
  @inline get start(): Ints { return changetype<Ints>(START); }
  @inline get end(): Ints { return changetype<Ints>(END); }
  @inline get word(): Ints { return changetype<Ints>(WORD); }
  @inline get prefix2(): Ints { return changetype<Ints>(PREFIX2); }
  @inline get prefix3(): Ints { return changetype<Ints>(PREFIX3); }
  @inline get suffix2(): Ints { return changetype<Ints>(SUFFIX2); }
  @inline get suffix3(): Ints { return changetype<Ints>(SUFFIX3); }
  @inline get stem(): Ints { return changetype<Ints>(STEM); }
  @inline get shape(): Ints { return changetype<Ints>(SHAPE); }
  @inline get flags(): Shorts { return changetype<Shorts>(FLAGS); }
  @inline get length(): Bytes { return changetype<Bytes>(LENGTH); }
  @inline get term(): Bytes { return changetype<Bytes>(TERM); }
}

const START_KEYS: usize = TERM + MOST;
const KEYS: usize = START_KEYS + 64;
const ENDS: usize = KEYS + 512;
const BOTH: usize = ENDS + 64;
const RIGHT: usize = BOTH + 96;
const LOGIT: usize = RIGHT + 96;
const BREAKS: usize = LOGIT + 96;
const BREAK_SCORE: usize = BREAKS + MOST * 4;
const BREAK_RIGHT: usize = BREAK_SCORE + MOST * 4;

/** Number of keys of a start. */
const START_COUNT = 16;
const MOST_WORDS = 12, MOST_UNITS = 90, WINDOW = 40;

/** The tables: address, mask and scale of each. */
let startTable: usize, startMask: i32;
let spanTable: usize, spanMask: i32, spanScale: f64;
let bothTable: usize, bothMask: i32, bothScale: f64;
let rightTable: usize, rightMask: i32, rightScale: f64;
let breakTable: usize, breakMask: i32, breakScale: f64;

/** Tells where the tables are. */
export function useTables(
  start: usize, startSize: i32, span: usize, spanSize: i32, spanUnit: f64, both: usize, bothSize: i32, bothUnit: f64,
  right: usize, rightSize: i32, rightUnit: f64, ofBreaks: usize, breakSize: i32, breakUnit: f64,
): void {
  startTable = start; startMask = startSize - 1;
  spanTable = span; spanMask = spanSize - 1; spanScale = spanUnit;
  bothTable = both; bothMask = bothSize - 1; bothScale = bothUnit;
  rightTable = right; rightMask = rightSize - 1; rightScale = rightUnit;
  breakTable = ofBreaks; breakMask = breakSize - 1; breakScale = breakUnit;
}

// @ts-ignore: decorator of the compiler
@inline
function key1(id: i32, a: i32): i32 {
  return a ^ (id * i32(0x9e3779b1));
}

// @ts-ignore: decorator of the compiler
@inline
function join(a: i32, b: i32): i32 {
  return (a * 0x27d4eb2f) ^ (b + 0x165667b1 + i32(u32(a) >> 7));
}

// @ts-ignore: decorator of the compiler
@inline
function key2(id: i32, a: i32, b: i32): i32 {
  return key1(id, join(a, b));
}

// @ts-ignore: decorator of the compiler
@inline
function key3(id: i32, a: i32, b: i32, c: i32): i32 {
  return key1(id, join(join(a, b), c));
}

function mix(key: i32): i32 {
  let h = key * i32(0x85ebca6b);
  h ^= i32(u32(h) >> 15);
  h *= i32(0xc2b2ae35);
  return h ^ i32(u32(h) >> 14);
}

/** Replaces `n` keys by their hashes, and up to three numbers after them. */
function mixKeys(keys: usize, n: i32): void {
  const first = i32x4.splat(0x85ebca6b), second = i32x4.splat(0xc2b2ae35);
  for (const end = keys + (usize(n) << 2); keys < end; keys += 16) {
    let h = i32x4.mul(v128.load(keys), first);
    h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 15)), second);
    v128.store(keys, v128.xor(h, i32x4.shr_u(h, 14)));
  }
}

// @ts-ignore: decorator of the compiler
@inline
function weightOf(key: usize, table: usize, mask: i32): i32 {
  return load<i8>(table + usize(load<i32>(key) & mask));
}

/** Returns the sum of the weights of `n` features. */
function sumOf(keys: usize, n: i32, table: usize, mask: i32): i32 {
  let sum = 0, other = 0;
  const end = keys + (usize(n) << 2);
  for (; keys + 16 <= end; keys += 16) {
    sum += weightOf(keys, table, mask) + weightOf(keys + 4, table, mask);
    other += weightOf(keys + 8, table, mask) + weightOf(keys + 12, table, mask);
  }
  for (; keys < end; keys += 4) sum += weightOf(keys, table, mask);
  return sum + other;
}

/** Returns the sum of a start's weights. */
export function worth(s: i32, prev: i32): i32 {
  startKeys(changetype<Words>(0), s, prev, changetype<Ints>(START_KEYS));
  mixKeys(START_KEYS, START_COUNT);
  return sumOf(START_KEYS, START_COUNT, startTable, startMask);
}

/** Returns the number of words that a span from `s` may have. */
function reach(s: i32): i32 {
  const t = changetype<Words>(0);
  const limit = min(MOST_WORDS, count - s - 2);
  const from = t.start[s];
  let k = 0;
  while (k < limit) {
    if (t.end[s + k] - from > MOST_UNITS) break;
    const term = t.term[s + k];
    if (term == T_STOP) break;
    k++;
    if (term > T_STOP) break;
  }
  return k;
}

/** Writes the hashes of the gap before word `i`; returns the number of those on its right, with those on its left. */
// @ts-ignore: decorator of the compiler
@inline
function gap(i: i32): i32 {
  const t = changetype<Words>(0), keys = changetype<Ints>(KEYS);
  const n = leftKeys(t, i, keys, rightKeys(t, i, keys));
  mixKeys(KEYS, n);
  return n;
}

/** Number of keys on the right of a gap. */
const RIGHT_COUNT = 22;

/** Writes the ends of the start that {@link worth} saw last, with their scores; returns their number. */
export function readEnds(s: i32): i32 {
  const t = changetype<Words>(0), keys = changetype<Ints>(KEYS);
  const limit = reach(s);
  let found = 0;
  let best = -9.0, second = -9.0;
  for (let k = 0; k < limit; k++) {
    const term = t.term[s + k];
    if (term != 0 && term <= T_STOP) continue;
    const n = gap(s + k + 1);
    const score = f64(sumOf(KEYS, n, bothTable, bothMask)) * bothScale;
    if (score > best) {
      second = best;
      best = score;
    } else if (score > second) second = score;
    put(ENDS, found, k);
    store<f64>(BOTH + (usize(found) << 3), score);
    store<f64>(RIGHT + (usize(found) << 3), f64(sumOf(KEYS, RIGHT_COUNT, rightTable, rightMask)) * rightScale);
    found++;
  }
  if (found == 0) return 0;
  const base = f64(sumOf(START_KEYS, START_COUNT, spanTable, spanMask)) * spanScale;
  let inside = 0, added = 0, marks = 0, read = s, stop = s, comma = s;
  for (let c = 0; c < found; c++) {
    const e = s + load<i32>(ENDS + (usize(c) << 2));
    const r = e + 1;
    // The weights of the words before the last one.
    let n = 0;
    for (; s + added < e || added == 0; added++) n = wordKeys(t, s + added, s, -1, keys, n);
    mixKeys(KEYS, n);
    inside += sumOf(KEYS, n, spanTable, spanMask);
    for (; read <= e; read++) {
      if (read > s) marks |= markAfter(s, read - 1);
      marks = quoteMarks(read, marks);
    }
    const far = min(count, r + WINDOW);
    stop = max(r, stop);
    while (stop < far && t.term[stop] < T_STOP) stop++;
    comma = max(r, comma);
    while (comma < stop && t.term[comma] != T_COMMA) comma++;
    const both = load<f64>(BOTH + (usize(c) << 3));
    const rival = both == best ? second : best;
    n = borderKeys(
      t, s, e, marks, stop - r, comma < stop ? comma - r + 1 : 0, echoes(s, e), rootEchoes(s, e),
      steps(both), steps(load<f64>(RIGHT + (usize(c) << 3))), steps(both - rival), keys, 0,
    );
    if (e > s) n = wordKeys(t, e, s, e, keys, n);
    mixKeys(KEYS, n);
    const sum = inside + sumOf(KEYS, n, spanTable, spanMask);
    store<f64>(LOGIT + (usize(c) << 3), base + f64(sum) * spanScale);
  }
  return found;
}

/** Quantises a score, ties to the greater number. */
function steps(score: f64): i32 {
  if (score < -6) return -8;
  if (score > 6) return 8;
  const above = ceil(score * 1.25);
  return i32(above - 0.5 > score * 1.25 ? above - 1 : above);
}

/** Returns the bits of the punctuation after word `i`, which is not the last of a span from `s`. */
function markAfter(s: i32, i: i32): i32 {
  const t = changetype<Words>(0);
  const term = t.term[i];
  const star = i > s && (t.flags[i] & F_STAR_BEFORE) != 0 ? 32 : 0;
  return (term == T_COMMA ? 4 : term == T_COLON ? 8 : term == T_ELLIPSIS ? 16 : 0) | star;
}

/** Returns the bits of the punctuation with the quotes and brackets of word `i`. */
function quoteMarks(i: i32, marks: i32): i32 {
  const f = changetype<Words>(0).flags[i];
  const opened = f & (F_QUOTE_BEFORE | F_PAREN_BEFORE) ? marks ^ 1 : marks;
  return f & (F_QUOTE_AFTER | F_PAREN_AFTER) ? (opened ^ 1) | 2 : opened;
}

/** Counts the heading's stems that recur soon after it: in all, and within eight words. */
function echoes(s: i32, e: i32): i32 {
  const t = changetype<Words>(0), next = changetype<Ints>(NEXT_STEM);
  const stop = min(count, e + 1 + WINDOW);
  let all = 0, near = 0;
  for (let i = s; i <= e; i++) {
    if (t.length[i] < 3) continue;
    let j = next[i];
    while (j <= e) j = next[j];
    if (j >= stop) continue;
    all++;
    if (j <= e + 8) near++;
  }
  return all * 16 + near;
}

/** Returns bits: whether the heading contains the roots of the first, second and third word after it. */
function rootEchoes(s: i32, e: i32): i32 {
  const last = changetype<Ints>(LAST_ROOT);
  let bits = 0;
  for (let q = 0; q < 3 && e + 1 + q < count; q++) {
    let j = last[e + 1 + q];
    while (j > e) j = last[j];
    if (j >= s) bits |= 1 << q;
  }
  return bits;
}

/** Writes the words at which a paragraph may start, and the scores of the gaps before them; returns their number. */
export function readBreaks(): i32 {
  const t = changetype<Words>(0);
  let found = 0;
  for (let i = 1; i < count; i++) {
    if (t.term[i - 1] < T_ELLIPSIS && (t.flags[i] & F_STAR_BEFORE) == 0) continue;
    const n = gap(i);
    const at = usize(found) << 2;
    store<i32>(BREAKS + at, i);
    store<f32>(BREAK_SCORE + at, f32(f64(sumOf(KEYS, n, breakTable, breakMask)) * breakScale));
    store<f32>(BREAK_RIGHT + at, f32(f64(sumOf(KEYS, RIGHT_COUNT, rightTable, rightMask)) * rightScale));
    found++;
  }
  return found;
}
