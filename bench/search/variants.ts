import { random } from '../structure/train/random.ts';
import type { KnownItem, QueryKind, TitleWord } from './known-items.ts';

/**
 * How the words of a title are changed in a query: not at all; with the spellings that differ between
 * countries and in hasty typing; with these and other prefixes, vowel marks and digits; with another
 * inflection.
 */
export const variants = ['clean', 'spelling', 'mixed', 'inflection'] as const;

/** One of {@link variants}. */
export type Variant = (typeof variants)[number];

type RandomDecision = (probability: number) => boolean;

/** Changes hamza, ة and ى as they are often typed: «الأمة» «الامه», «على» «علي», «مسؤول» «مسئول». */
function respelled(word: string, happens: RandomDecision): string {
  let variant = word;
  if (happens(0.5)) variant = variant.replace(/[أإآ]/g, 'ا');
  else if (happens(0.3)) variant = variant.replace(/^ا(?!ل)/, 'أ');
  if (happens(0.5)) variant = variant.replace(/ة$/, 'ه').replace(/ى$/, 'ي');
  else if (happens(0.3)) variant = variant.replace(/ي$/, 'ى').replace(/(..)ه$/, '$1ة');
  if (happens(0.5)) variant = variant.replace(/ؤو/, 'ئو');
  if (happens(0.3)) variant = variant.replace(/ئ/g, 'ي').replace(/ؤ/g, 'و');
  return variant;
}

const arabicDigits = (word: string, happens: RandomDecision): string =>
  /^\d+$/.test(word) && happens(0.5)
    ? word.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
    : word;

/** Removes the article, adds a particle before it, or adds «and»: «الوزير», «وزير», «بالوزير», «والوزير». */
function prefixed(
  word: string,
  happens: RandomDecision,
  pick: (from: readonly string[]) => string,
): string {
  if (/^ال..../.test(word) && happens(0.5)) {
    return happens(0.5) ? word.slice(2) : pick(['و', 'ب', 'ف']) + word;
  }
  return /^[^اوبلفك\d]\p{L}{2}/u.test(word) && happens(0.3) ? `و${word}` : word;
}

const voweled = (word: string, happens: RandomDecision): string =>
  /^\p{L}{3}/u.test(word) && happens(0.2) ? `${word[0] ?? ''}\u064e${word.slice(1)}` : word;

const endings: readonly (readonly [ending: RegExp, other: string])[] = [
  [/(...)ون$/, '$1ين'],
  [/(...)ين$/, '$1ون'],
  [/(...)ات$/, '$1ة'],
  [/(...)ية$/, '$1ي'],
  [/(...)ي$/, '$1ية'],
  [/(...)ها$/, '$1'],
  [/(...)هم$/, '$1'],
];

/** Replaces the first ending in the list that a word has: «مسلمون» «مسلمين», «لجانها» «لجان». */
function inflected(word: string): string {
  const match = endings.find(([ending]) => ending.test(word));
  return match === undefined ? word : word.replace(match[0], match[1]);
}

const seed = 99;

/** Returns a function that changes words; equal queries are changed alike. */
export function rewriter(variant: Variant): (word: TitleWord) => string {
  const next = random(seed);
  const happens: RandomDecision = (probability) => next() < probability;
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? '';
  return ({ written, isCommon }) => {
    // Common words such as «من» and «في» have no variants.
    if (isCommon || variant === 'clean') return written;
    if (variant === 'inflection') return inflected(written);
    const spelled = respelled(written, happens);
    if (variant === 'spelling') return spelled;
    return voweled(prefixed(arabicDigits(spelled, happens), happens, pick), happens);
  };
}

/** A query, and the article that it should find. */
export interface KnownQuery {
  readonly id: string;
  readonly query: string;
}

/** Returns the queries for articles, all of one variant. */
export function queriesFor(
  items: readonly KnownItem[],
  ask: QueryKind,
  variant: Variant,
): readonly KnownQuery[] {
  const write = rewriter(variant);
  return items.map((item) => ({ id: item.id, query: item[ask].map(write).join(' ') }));
}
