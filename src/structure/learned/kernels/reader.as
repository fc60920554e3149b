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

// What letters do at the borders of a word, so that these are found without branches: groups of first and last letters,
// then flags. Letters are those of 256 code units from 0x600 on.
const TRAITS: usize = 512;
const FIRST_GROUP = 15, LAST_GROUP_SHIFT = 4, LAST_GROUP = 15;
const IS_WEAK = 256, OPENS_STEM = 512, CLOSES_ROOT = 1024, CLOSES_STEM = 2048;

function addTrait(letter: i32, trait: i32): void {
  const at = TRAITS + (usize(letter - 0x600) << 1);
  store<u16>(at, load<u16>(at) | trait);
}

/** Prepares the memory, once. */
export function prepare(): void {
  addTrait(WAW, 1 | IS_WEAK);
  addTrait(FEH, 2);
  addTrait(BEH, 3);
  addTrait(LAM, 4);
  addTrait(YEH, 5 | (5 << LAST_GROUP_SHIFT) | IS_WEAK | OPENS_STEM | CLOSES_STEM);
  addTrait(TEH, 6 | (3 << LAST_GROUP_SHIFT) | OPENS_STEM | CLOSES_ROOT);
  addTrait(SEEN, 7 | OPENS_STEM);
  addTrait(ALEF, 8 | (2 << LAST_GROUP_SHIFT) | IS_WEAK | OPENS_STEM | CLOSES_STEM);
  addTrait(MEEM, 9 | OPENS_STEM);
  addTrait(HEH, (1 << LAST_GROUP_SHIFT) | CLOSES_ROOT | CLOSES_STEM);
  addTrait(NOON, (4 << LAST_GROUP_SHIFT) | OPENS_STEM | CLOSES_ROOT);
  addTrait(HAMZA, IS_WEAK);
}

// @ts-ignore: decorator of the compiler
@inline
function traitsOf(letter: i32): i32 {
  return load<u16>(TRAITS + (usize(min<u32>(letter - 0x600, 255)) << 1));
}

/** Adds the word at UNITS. */
function add(start: i32, end: i32, n: i32, script: i32, flags: i32, hash: i32): void {
  const i = count++;
  const first = at(0), last = at(n - 1);
  const ofLast = traitsOf(last);
  // Proclitics and the article.
  const joined = i32(n > 4) & (i32(first == WAW) | i32(first == FEH));
  const size = n - joined;
  const one = at(joined), two = at(joined + 1), three = at(joined + 2);
  const hasPreposition =
    i32(size > 4) & (i32(one == BEH) | i32(one == KAF)) & i32(two == ALEF) & i32(three == LAM);
  const hasArticle = i32(size > 3) & i32(two == LAM) & (i32(one == ALEF) | i32(one == LAM));
  const from = joined + 3 * hasPreposition + 2 * hasArticle;
  const isDefinite = hasPreposition | hasArticle;
  // The end of the stem without a common suffix.
  const rest = n - from;
  const before = rest >= 5 ? at(n - 2) : 0;
  const cutsTwo =
    (i32(before == ALEF) & (i32(last == TEH) | i32(last == NOON))) |
    (i32(before == WAW) & i32(last == NOON)) |
    (i32(before == YEH) & (i32(last == NOON) | i32(last == HEH))) |
    (i32(before == HEH) & (i32(last == ALEF) | i32(last == MEEM)));
  const cutsOne = i32(rest >= 4) & i32((ofLast & CLOSES_STEM) != 0);
  const to = n - select(2, cutsOne, cutsTwo);
  // A rough root: three consonants.
  const rootFrom = from + (i32(rest >= 4) & i32((traitsOf(at(from)) & OPENS_STEM) != 0));
  const rootTo = n - (i32(n - rootFrom >= 3) & i32((ofLast & CLOSES_ROOT) != 0));
  let stem = 0x5671234, root = 0x6712345, consonants = 0;
  for (let u = from; u < n; u++) {
    const letter = at(u);
    stem = select(step(stem, letter), stem, u < to);
    const isIn =
      i32(u >= rootFrom) & i32(u < rootTo) & i32(consonants < 3) &
      i32((traitsOf(letter) & IS_WEAK) == 0);
    root = select(step(root, letter), root, isIn);
    consonants += isIn;
  }
  let prefix2 = step(0x1234567, first), prefix3 = step(0x2345671, first);
  let suffix2 = 0x3456712, suffix3 = 0x4567123;
  if (n > 1) {
    prefix2 = step(prefix2, at(1));
    prefix3 = step(prefix3, at(1));
    suffix2 = step(suffix2, at(n - 2));
    if (n > 2) {
      prefix3 = step(prefix3, at(2));
      suffix3 = step(suffix3, at(n - 3));
    }
    suffix3 = step(suffix3, at(n - 2));
  }
  put(START, i, start);
  put(END, i, end);
  put(WORD, i, hash);
  put(PREFIX2, i, folded(prefix2));
  put(PREFIX3, i, folded(prefix3));
  put(SUFFIX2, i, folded(step(suffix2, last)));
  put(SUFFIX3, i, folded(step(suffix3, last)));
  put(STEM, i, folded(stem));
  put(ROOT, i, select(folded(root), 0, i32(script == 0) & i32(consonants > 1)));
  const shape =
    isDefinite * 400 + (traitsOf(first) & FIRST_GROUP) * 40 +
    ((ofLast >> LAST_GROUP_SHIFT) & LAST_GROUP) * 6 + i32(n > 2) + i32(n > 3) + i32(n > 5);
  put(SHAPE, i, select(1000 + script, shape, script != 0));
  store<u16>(FLAGS + (usize(i) << 1), flags);
  store<u8>(LENGTH + usize(i), n);
  store<u8>(TERM + usize(i), 0);
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
