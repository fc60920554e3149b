/** A text with its escapes decoded, and where each of its code units stands in the original. */
export interface DecodedText {
  readonly text: string;
  /** Offset in the original of each code unit. */
  readonly starts: readonly number[];
  /** Offset in the original after each code unit. */
  readonly ends: readonly number[];
}

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '\u00ad' },
  ...{ zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f' },
};

const escapes =
  /&#x([0-9a-f]{1,6});?|&#(\d{1,7});?|&(amp|lt|gt|quot|apos|nbsp|shy|zwnj|zwj|lrm|rlm);|((?:%[0-9a-f]{2})+)|\\u([0-9a-f]{4})/gi;

/** Escapes within escapes that are decoded: `&amp;#1605;`, `%25D9%2585`. */
const maxPasses = 3;

/** Returns the character of a code point; empty where there is none. */
const characterOf = (codePoint: number): string =>
  codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';

/** Returns the characters of percent-encoded UTF-8; undefined where it is not valid. */
function percentDecoded(bytes: string): string | undefined {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return undefined;
  }
}

/** Number of code units of percent-encoding of a character. */
function encodedLength(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  return 3 * (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4);
}

/** Tells whether a text may have escapes. */
export const mayHaveEscapes = (text: string): boolean =>
  text.includes('&') || text.includes('%') || text.includes('\\u');

/** Decodes escapes once; undefined where there is none. */
function decodeOnce(source: DecodedText): DecodedText | undefined {
  const { text } = source;
  let decoded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  function add(characters: string, from: number, to: number): void {
    decoded += characters;
    for (let i = 0; i < characters.length; i += 1) {
      starts.push(source.starts[from] ?? from);
      ends.push(source.ends[to - 1] ?? to);
    }
  }
  function copyTo(end: number): void {
    for (; at < end; at += 1) add(text.charAt(at), at, at + 1);
  }
  for (const match of text.matchAll(escapes)) {
    const [whole, hex, decimal, name, percents, unit] = match;
    copyTo(match.index);
    const end = at + whole.length;
    if (percents !== undefined) {
      const characters = percentDecoded(percents);
      if (characters === undefined) continue;
      for (const character of characters) {
        const length = encodedLength(character);
        add(character, at, at + length);
        at += length;
      }
      continue;
    }
    const code = hex ?? unit;
    const number = code === undefined ? Number(decimal) : Number.parseInt(code, 16);
    add(name === undefined ? characterOf(number) : (named[name.toLowerCase()] ?? ''), at, end);
    at = end;
  }
  if (at === 0 && decoded === '') return undefined;
  copyTo(text.length);
  return decoded === text ? undefined : { text: decoded, starts, ends };
}

/**
 * Returns a text with HTML entities, percent-encoding and JSON's `\u` escapes decoded, also escapes within
 * escapes; undefined where it has none.
 */
export function decodeEscapes(text: string): DecodedText | undefined {
  if (!mayHaveEscapes(text)) return undefined;
  let decoded: DecodedText | undefined;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const next = decodeOnce(decoded ?? { text, starts: [], ends: [] });
    if (next === undefined) break;
    decoded = next;
  }
  return decoded;
}

/** Tags, signs of emphasis, and characters that are letters or signs to Unicode but show nothing. */
const unseen = /<\/?[a-z!][^<>]*>|[*_~`\\\u115f\u1160\u2800\u3164\uffa0]+/gi;

/** A text has one of these where `unseen` matches. */
const mayBeUnseen = /[<*_~`\\\u115f\u1160\u2800\u3164\uffa0]/;

/**
 * Returns a text without markup and blank letters, which may stand within a word: `Mo**ham**ed`; undefined where
 * it has none.
 */
export function withoutUnseen(text: string): DecodedText | undefined {
  if (!mayBeUnseen.test(text)) return undefined;
  let shown = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  function copyTo(end: number): void {
    shown += text.slice(at, end);
    for (; at < end; at += 1) {
      starts.push(at);
      ends.push(at + 1);
    }
  }
  for (const { 0: found, index } of text.matchAll(unseen)) {
    copyTo(index);
    at = index + found.length;
  }
  if (at === 0) return undefined;
  copyTo(text.length);
  return { text: shown, starts, ends };
}
