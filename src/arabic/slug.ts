import { isSafeName } from '../model/article-id.ts';
import { hash32 } from '../model/fnv1a.ts';
import { maxSlugBytes } from '../model/limits.ts';
import { ownText } from '../model/own-text.ts';
import { normalForm } from './normal-form.ts';

/** Returns the UTF-8 length of a code point. */
function byteLength(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** Returns the longest prefix of `text` within `limit` UTF-8 bytes that splits no code point. */
function clip(text: string, limit: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += byteLength(character.codePointAt(0) ?? 0);
    if (bytes > limit) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Returns the slug before it is shortened. */
const unclipped = (text: string): string =>
  normalForm(text)
    .replace(/[\u064B-\u065F\u0670\u0640\u06D6-\u06ED\u200C\u200D]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/**
 * Returns a fragment or file name for a heading: NFC, Arabic script kept, tashkeel and tatweel
 * dropped (so that vowel marks do not change a link), Latin lower-cased, all else one hyphen, at most
 * `limit` UTF-8 bytes and cut between words where possible. May be empty.
 */
export function slug(text: string, limit: number = maxSlugBytes): string {
  const words = unclipped(text);
  const clipped = clip(words, limit);
  if (clipped === words) return words;
  const lastHyphen = clipped.lastIndexOf('-');
  return lastHyphen > 0 ? clipped.slice(0, lastHyphen) : clipped;
}

/** Most names of which the slugs are kept: articles repeat the names of their sources and authors. */
const maxKept = 4000;

/** Longest name of which the slug is kept. */
const maxKeptName = 200;

const kept = new Map<string, string>();

/**
 * Returns the slug of a term's page, in lower case and valid as a file name on every system. Names
 * with one slug are one term: they differ in letter case, tashkeel, tatweel or punctuation only. A
 * suffix after `_`, which occurs in no slug, distinguishes names that `slug` would join and reserved
 * names: long names, `index`, `con`; the slug of a name without letters is `_` and its hash.
 */
export function termSlug(name: string): string {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const made = newTermSlug(name);
  if (kept.size >= maxKept) kept.clear();
  // Names are parts of seeds, and slugs may be parts of names.
  if (name.length <= maxKeptName) kept.set(ownText(name), ownText(made));
  return made;
}

function newTermSlug(name: string): string {
  // Upper case first: letters with two lower-case forms (ſ, ς) are equal on some file systems.
  const fullSlug = normalForm(unclipped(name.toUpperCase()));
  if (fullSlug === '') return `_${hash32(normalForm(name))}`;
  const clipped = clip(fullSlug, maxSlugBytes);
  if (clipped !== fullSlug) return `${clipped.replace(/-+$/, '')}_${hash32(fullSlug)}`;
  // Windows treats «com¹» as a device too.
  const isUnreserved = fullSlug !== 'index' && isSafeName(fullSlug.normalize('NFKC'));
  return isUnreserved ? fullSlug : `${fullSlug}_`;
}

/**
 * Returns the first free fragment of a slug with a number.
 *
 * @param next the numbers to go on with, by the shortened slug: so that many headings that are equal, or differ only in
 *   what is cut off for the number, take linear time
 */
function numbered(
  base: string,
  isFree: (id: string) => boolean,
  next: Map<string, number>,
): string {
  for (let digits = 1; ; digits += 1) {
    const stem = clip(base, maxSlugBytes - 1 - digits);
    const key = `${stem}-${digits}`;
    const end = 10 ** digits;
    for (let number = next.get(key) ?? Math.max(2, end / 10); number < end; number += 1) {
      const id = `${stem}-${number}`;
      next.set(key, number + 1);
      if (isFree(id)) return id;
    }
  }
}

/**
 * Returns a function that gives each heading of a page its own fragment: the slug, else `fallback`,
 * with -2, -3 … where it is taken. `isReserved` tells the page's own ids.
 */
export function createSlugger(
  isReserved: (id: string) => boolean,
  fallback: string,
): (text: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (text) => {
    const base = slug(text) || fallback;
    const isFree = (id: string): boolean => !taken.has(id) && !isReserved(id);
    const id = isFree(base) ? base : numbered(base, isFree, next);
    taken.add(id);
    return id;
  };
}
