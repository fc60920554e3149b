// Words of a text as parallel arrays, as tokens.ts, words.ts and recurrence.ts read them: the same numbers. The layout
// of the memory is that of linear-kernel.ts. Code units lie at TEXT, with a zero after the last.

const MOST: usize = 16384;
const CLASS: usize = 1024;
const FOLDED: usize = CLASS + 65536;
const UNITS: usize = FOLDED + 131072;
const TEXT: usize = UNITS + 128;
const PLACES: usize = TEXT + 65552;
const START: usize = PLACES + 131072;
const END: usize = START + MOST * 4;
const WORD: usize = END + MOST * 4;
const PREFIX2: usize = WORD + MOST * 4;
const PREFIX3: usize = PREFIX2 + MOST * 4;
const SUFFIX2: usize = PREFIX3 + MOST * 4;
const SUFFIX3: usize = SUFFIX2 + MOST * 4;
const STEM: usize = SUFFIX3 + MOST * 4;
const SHAPE: usize = STEM + MOST * 4;
const ROOT: usize = SHAPE + MOST * 4;
const NEXT_STEM: usize = ROOT + MOST * 4;
const LAST_ROOT: usize = NEXT_STEM + MOST * 4;
const FLAGS: usize = LAST_ROOT + MOST * 4;
const LENGTH: usize = FLAGS + MOST * 2;
const TERM: usize = LENGTH + MOST;

// Classes of code units (chars.ts).
const SPACE = 0, LETTER = 1, IGNORED = 2, DIGIT = 3, LATIN = 4, STOP = 5, QUESTION = 6, EXCLAIM = 7, COMMA = 8;
const COLON = 9, OPEN = 10, CLOSE = 11, QUOTE = 12, DASH = 13, STAR = 14, HASH = 15, SYMBOL = 16;
// Punctuation after a word, and flags of a word (tokens.ts).
const T_COMMA = 1, T_COLON = 2, T_ELLIPSIS = 3, T_STOP = 4, T_QUESTION = 5, T_EXCLAIM = 6;
const F_QUOTE_BEFORE = 1, F_QUOTE_AFTER = 2, F_STAR_BEFORE = 4, F_HASH_AFTER = 8, F_DASH_BEFORE = 16;
const F_GLUED_BEFORE = 32, F_HASH_BEFORE = 64, F_PAREN_BEFORE = 128, F_PAREN_AFTER = 256, F_INITIAL = 512;
// Letters.
const ALEF = 0x627, LAM = 0x644, WAW = 0x648, FEH = 0x641, BEH = 0x628, KAF = 0x643, TEH = 0x62a, HEH = 0x647;
const YEH = 0x64a, NOON = 0x646, SEEN = 0x633, MEEM = 0x645, HAMZA = 0x621;

let count: i32 = 0;

// @ts-ignore: decorator of the compiler
@inline
function unitAt(i: i32): i32 {
  return load<u16>(TEXT + (usize(i) << 1));
}

// @ts-ignore: decorator of the compiler
@inline
function classAt(i: i32): i32 {
  return load<u8>(CLASS + usize(unitAt(i)));
}

// @ts-ignore: decorator of the compiler
@inline
function isInWord(k: i32): bool {
  return k == LETTER || k == DIGIT || k == LATIN;
}

// @ts-ignore: decorator of the compiler
@inline
function at(i: i32): i32 {
  return load<u16>(UNITS + (usize(i) << 1));
}

// @ts-ignore: decorator of the compiler
@inline
function step(hash: i32, unit: i32): i32 {
  return (hash ^ unit) * 0x01000193;
}

// @ts-ignore: decorator of the compiler
@inline
function folded(hash: i32): i32 {
  return hash ^ i32(u32(hash) >> 15);
}

// @ts-ignore: decorator of the compiler
@inline
function put(array: usize, word: i32, value: i32): void {
  store<i32>(array + (usize(word) << 2), value);
}

/** Reads the words of a text of `size` code units; returns their number. */
export function read(size: i32): i32 {
  count = 0;
  let i = 0, lead = 0, leadStart = -1;
  while (i < size) {
    let k = classAt(i);
    if (!isInWord(k)) {
      mark(i, k, lead);
      i++;
      if (k == SPACE) leadStart = -1;
      else if (k == IGNORED) continue;
      else if (k == OPEN) {
        lead |= unitAt(i - 1) == 0x28 ? F_PAREN_BEFORE : F_QUOTE_BEFORE;
        if (leadStart < 0) leadStart = i - 1;
      } else if (k == QUOTE) {
        const before = i >= 2 ? classAt(i - 2) : SPACE;
        const after = classAt(i);
        if (after != SPACE && (before == SPACE || before == OPEN || before >= STOP)) {
          lead |= F_QUOTE_BEFORE;
          if (leadStart < 0) leadStart = i - 1;
        } else closeQuote(i, F_QUOTE_AFTER);
      } else if (k == CLOSE) {
        closeQuote(i, unitAt(i - 1) == 0x29 ? F_PAREN_AFTER : F_QUOTE_AFTER);
        leadStart = -1;
      } else {
        if (k == DASH) lead |= F_DASH_BEFORE;
        else if (k == STAR) lead |= F_STAR_BEFORE;
        else if (k == HASH) lead |= F_HASH_BEFORE;
        leadStart = -1;
      }
      continue;
    }
    const begin = i;
    let n = 0;
    let script = k == LETTER ? 0 : k == DIGIT ? 1 : 2;
    let last = i;
    let hash: i32 = 0x811c9dc5;
    for (; i < size; i++) {
      const unit = unitAt(i);
      k = load<u8>(CLASS + usize(unit));
      if (isInWord(k)) {
        if (n < 64) {
          const letter = load<u16>(FOLDED + (usize(unit) << 1));
          store<u16>(UNITS + (usize(n) << 1), letter);
          hash = step(hash, letter);
          n++;
        }
        if (k == LETTER && script == 1) script = 3;
        last = i + 1;
      } else if (k == IGNORED) last = i + 1;
      else if (k == STOP || k == COLON || k == COMMA) {
        const next = classAt(i + 1);
        if (
          !((script == 1 && next == DIGIT) || (script == 2 && next == LATIN) ||
            (k == STOP && n <= 1 && next == LETTER && script == 0 && areInitials(i, size)))
        ) break;
      } else if (k == SYMBOL && i + 1 < size && unit != 0x2f) last = i + 1;
      else break;
    }
    const isGlued = begin > 0 && leadStart < 0 && count > 0 && classAt(begin - 1) != SPACE;
    const isQuoteGlued = leadStart > 0 && classAt(leadStart - 1) != SPACE;
    const flags = lead | (isGlued || isQuoteGlued ? F_GLUED_BEFORE : 0);
    add(leadStart >= 0 ? leadStart : begin, last, n, script, flags, folded(hash));
    lead = 0;
    leadStart = -1;
  }
  link();
  return count;
}

/** Tells whether the letter after the stop at `i` is single too, as in initials. */
function areInitials(i: i32, size: i32): bool {
  if (i + 2 >= size) return true;
  const k = classAt(i + 2);
  return k != LETTER && k != IGNORED;
}

function closeQuote(end: i32, flag: i32): void {
  const w = usize(count - 1);
  if (count == 0) return;
  store<u16>(FLAGS + (w << 1), load<u16>(FLAGS + (w << 1)) | flag);
  if (load<i32>(END + (w << 2)) == end - 1) store<i32>(END + (w << 2), end);
}

/** Tells whether a `#` closes a marked heading. */
function closesMark(i: i32): bool {
  let next = i + 1;
  while (unitAt(next) == 0x23) next++;
  const k = classAt(next);
  return !isInWord(k) && k != SYMBOL;
}

/** Records one mark after the last word. */
function mark(i: i32, k: i32, lead: i32): void {
  if (k == SPACE || count == 0 || lead != 0) return;
  const w = usize(count - 1);
  const now = i32(load<u8>(TERM + w));
  const unit = unitAt(i);
  const end = load<i32>(END + (w << 2));
  let next = now;
  if (k == STOP) {
    const isInitial = load<u8>(LENGTH + w) == 1 && load<i32>(SHAPE + (w << 2)) < 1000;
    if (isInitial) store<u16>(FLAGS + (w << 1), load<u16>(FLAGS + (w << 1)) | F_INITIAL);
    const isMany = now == T_STOP || now == T_ELLIPSIS || unit == 0x2026;
    next = isInitial ? now : isMany ? T_ELLIPSIS : max(now, T_STOP);
  } else if (k == QUESTION || k == EXCLAIM) {
    next = k == QUESTION ? T_QUESTION : now == T_QUESTION ? now : T_EXCLAIM;
    if (end == i) store<i32>(END + (w << 2), i + 1);
  } else if (k == COMMA && now < T_COMMA) next = T_COMMA;
  else if (k == COLON && now < T_COLON) next = T_COLON;
  else if (k == SYMBOL) {
    const isPercent = unit == 0x25 || unit == 0x66a;
    if (isPercent && load<i32>(SHAPE + (w << 2)) == 1001 && end >= i - 1)
      store<i32>(END + (w << 2), i + 1);
  } else if (k == HASH && end == i && closesMark(i))
    store<u16>(FLAGS + (w << 1), load<u16>(FLAGS + (w << 1)) | F_HASH_AFTER);
  store<u8>(TERM + w, next);
}

/** Adds the word at UNITS. */
function add(start: i32, end: i32, n: i32, script: i32, flags: i32, hash: i32): void {
  const i = count++;
  const first = at(0), last = at(n - 1);
  const pro = proclitic(n);
  const from = pro & 15;
  let two = step(0x1234567, first), three = step(0x2345671, first);
  let twoLast = 0x3456712, threeLast = 0x4567123;
  if (n > 1) {
    const before = at(n - 2);
    two = step(two, at(1));
    three = step(three, at(1));
    twoLast = step(twoLast, before);
    if (n > 2) {
      three = step(three, at(2));
      threeLast = step(threeLast, at(n - 3));
    }
    threeLast = step(threeLast, before);
  }
  let stem = 0x5671234;
  const to = stemEnd(from, n);
  for (let u = from; u < to; u++) stem = step(stem, at(u));
  put(START, i, start);
  put(END, i, end);
  put(WORD, i, hash);
  put(PREFIX2, i, folded(two));
  put(PREFIX3, i, folded(three));
  put(SUFFIX2, i, folded(step(twoLast, last)));
  put(SUFFIX3, i, folded(step(threeLast, last)));
  put(STEM, i, folded(stem));
  put(ROOT, i, script != 0 ? 0 : rootOf(from, n));
  put(SHAPE, i, shapeOf(n, script, (pro & 16) != 0));
  store<u16>(FLAGS + (usize(i) << 1), flags);
  store<u8>(LENGTH + usize(i), n);
  store<u8>(TERM + usize(i), 0);
}

/** Returns the length of the proclitics and the article; 16 is added where there is an article. */
function proclitic(n: i32): i32 {
  let i = 0;
  if (n > 4 && (at(0) == WAW || at(0) == FEH)) i = 1;
  if (n - i <= 3) return i;
  const a = at(i), b = at(i + 1);
  if (n - i > 4 && (a == BEH || a == KAF) && b == ALEF && at(i + 2) == LAM) return (i + 3) | 16;
  if (b == LAM && (a == ALEF || a == LAM)) return (i + 2) | 16;
  return i;
}

/** Returns the end of the stem without a common suffix. */
function stemEnd(from: i32, n: i32): i32 {
  const last = at(n - 1);
  const two = n - from >= 5 ? at(n - 2) : 0;
  if (two == ALEF && (last == TEH || last == NOON)) return n - 2;
  if ((two == WAW || two == YEH) && last == NOON) return n - 2;
  if (two == YEH && last == HEH) return n - 2;
  if (two == HEH && (last == ALEF || last == MEEM)) return n - 2;
  return n - from >= 4 && (last == HEH || last == YEH || last == ALEF) ? n - 1 : n;
}

/** Returns the hash of a rough root; 0 without one. */
function rootOf(from: i32, n: i32): i32 {
  let i = from;
  const c = at(i);
  if (n - i >= 4 && (c == YEH || c == TEH || c == NOON || c == ALEF || c == SEEN || c == MEEM)) i++;
  const last = at(n - 1);
  const end = n - i >= 3 && (last == TEH || last == HEH || last == NOON) ? n - 1 : n;
  let hash = 0x6712345;
  let found = 0;
  for (; i < end && found < 3; i++) {
    const k = at(i);
    if (k == ALEF || k == WAW || k == YEH || k == HAMZA) continue;
    hash = step(hash, k);
    found++;
  }
  return found < 2 ? 0 : folded(hash);
}

function firstGroup(c: i32): i32 {
  if (c == WAW) return 1;
  if (c == FEH) return 2;
  if (c == BEH) return 3;
  if (c == LAM) return 4;
  if (c == YEH) return 5;
  if (c == TEH) return 6;
  if (c == SEEN) return 7;
  if (c == ALEF) return 8;
  return c == MEEM ? 9 : 0;
}

function lastGroup(c: i32): i32 {
  if (c == HEH) return 1;
  if (c == ALEF) return 2;
  if (c == TEH) return 3;
  if (c == NOON) return 4;
  return c == YEH ? 5 : 0;
}

function shapeOf(n: i32, script: i32, hasArticle: bool): i32 {
  if (script != 0) return 1000 + script;
  const size = n <= 2 ? 0 : n == 3 ? 1 : n <= 5 ? 2 : 3;
  return (hasArticle ? 400 : 0) + firstGroup(at(0)) * 40 + lastGroup(at(n - 1)) * 6 + size;
}

/** Returns the address of the place of the word with this value, or of the empty one where it belongs. */
// @ts-ignore: decorator of the compiler
@inline
function placeOf(values: usize, value: i32, mask: i32): usize {
  let place = (value ^ i32(u32(value) >> 16)) & mask;
  let word = load<i32>(PLACES + (usize(place) << 2));
  while (word != 0 && load<i32>(values + (usize(word - 1) << 2)) != value) {
    place = (place + 1) & mask;
    word = load<i32>(PLACES + (usize(place) << 2));
  }
  return PLACES + (usize(place) << 2);
}

/** Writes which word has the same stem next, and which had the same root last. */
function link(): void {
  let size = 1024;
  while (size < count * 2) size <<= 1;
  memory.fill(PLACES, 0, usize(size) << 2);
  for (let i = count - 1; i >= 0; i--) {
    const place = placeOf(STEM, load<i32>(STEM + (usize(i) << 2)), size - 1);
    const next = load<i32>(place);
    put(NEXT_STEM, i, next == 0 ? 0x7fffffff : next - 1);
    store<i32>(place, i + 1);
  }
  memory.fill(PLACES, 0, usize(size) << 2);
  for (let i = 0; i < count; i++) {
    const root = load<i32>(ROOT + (usize(i) << 2));
    if (root == 0) {
      put(LAST_ROOT, i, -1);
      continue;
    }
    const place = placeOf(ROOT, root, size - 1);
    put(LAST_ROOT, i, load<i32>(place) - 1);
    store<i32>(place, i + 1);
  }
}
