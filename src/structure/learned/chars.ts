/**
 * Character tables for structure recovery: one class and one folded form for every UTF-16 code unit.
 * Folding unites the spellings of a letter and drops optional marks.
 */

/** Classes of a code unit, as found in {@link charClass}. */
export const SPACE = 0;
/** An Arabic letter. */
export const LETTER = 1;
/** Tashkeel, tatweel and invisible characters, which distinguish no words. */
export const IGNORED = 2;
/** A digit of any shape. */
export const DIGIT = 3;
/** A Latin letter. */
export const LATIN = 4;
/** A full stop. */
export const STOP = 5;
/** Question marks, such as ؟. */
export const QUESTION = 6;
/** ! */
export const EXCLAIM = 7;
/** Commas and semicolons, such as ، and ؛. */
export const COMMA = 8;
/** A colon. */
export const COLON = 9;
/** An opening bracket or guillemet. */
export const OPEN = 10;
/** A closing bracket or guillemet. */
export const CLOSE = 11;
/** A quotation mark with the same opening and closing form. */
export const QUOTE = 12;
/** A dash or hyphen. */
export const DASH = 13;
/** A star or bullet. */
export const STAR = 14;
/** # */
export const HASH = 15;
/** Any other character. */
export const SYMBOL = 16;

function setAll(table: Uint8Array | Uint16Array, chars: string, value: number): void {
  for (let i = 0; i < chars.length; i++) table[chars.charCodeAt(i)] = value;
}

function setRange(table: Uint8Array, from: number, to: number, value: number): void {
  for (let c = from; c <= to; c++) table[c] = value;
}

function buildClasses(): Uint8Array {
  const t = new Uint8Array(65536).fill(SYMBOL);
  setRange(t, 0, 32, SPACE);
  setRange(t, 0x2000, 0x200a, SPACE);
  setAll(t, '\u00a0\u1680\u2028\u2029\u202f\u205f\u3000', SPACE);
  setRange(t, 0x30, 0x39, DIGIT);
  setRange(t, 0x660, 0x669, DIGIT);
  setRange(t, 0x6f0, 0x6f9, DIGIT);
  setRange(t, 0x41, 0x5a, LATIN);
  setRange(t, 0x61, 0x7a, LATIN);
  setRange(t, 0xc0, 0x5ff, LATIN);
  setRange(t, 0x620, 0x64a, LETTER);
  setRange(t, 0x66e, 0x6d3, LETTER);
  setRange(t, 0x750, 0x77f, LETTER);
  setRange(t, 0x8a0, 0x8ff, LETTER);
  setRange(t, 0xfb50, 0xfdff, LETTER);
  setRange(t, 0xfe70, 0xfefe, LETTER);
  setRange(t, 0x610, 0x61a, IGNORED);
  setRange(t, 0x64b, 0x65f, IGNORED);
  setRange(t, 0x6d6, 0x6ed, IGNORED);
  setRange(t, 0x200b, 0x200f, IGNORED);
  setRange(t, 0x202a, 0x202e, IGNORED);
  setRange(t, 0x2066, 0x2069, IGNORED);
  setAll(t, '\u0640\u0670\ufeff\u061c', IGNORED);
  setAll(t, '.\u2026\u06d4', STOP);
  setAll(t, '؟?', QUESTION);
  setAll(t, '!', EXCLAIM);
  setAll(t, '،,؛;', COMMA);
  setAll(t, ':', COLON);
  setAll(t, '([{«‘', OPEN);
  setAll(t, ')]}»’', CLOSE);
  // Arabic typists use “ and ” in either place.
  setAll(t, '"\'\u201e“”', QUOTE);
  setAll(t, '-–—', DASH);
  setAll(t, '*•·●▪', STAR);
  setAll(t, '#', HASH);
  return t;
}

function buildFolds(): Uint16Array {
  const t = new Uint16Array(65536);
  for (let c = 0; c < 65536; c++) t[c] = c;
  setAll(t, 'أإآٱ', 0x627);
  setAll(t, 'ىی', 0x64a);
  setAll(t, 'ئؤ', 0x621);
  t[0x629] = 0x647;
  t[0x6a9] = 0x643;
  for (let d = 0; d < 10; d++) {
    t[0x30 + d] = 0x30;
    t[0x660 + d] = 0x30;
    t[0x6f0 + d] = 0x30;
  }
  for (let c = 0x41; c <= 0x5a; c++) t[c] = c + 32;
  return t;
}

/** The class of every code unit. */
export const charClass: Uint8Array = buildClasses();
/** The folded form of every code unit. */
export const charFold: Uint16Array = buildFolds();
