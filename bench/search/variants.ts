import { random } from '../structure/train/random.ts';
import type { Ask, KnownItem, TitleWord } from './known-items.ts';

/**
 * How a reader may write what a newspaper wrote in another way: just so; with the spellings that differ
 * from country to country and from haste; with these, with other prefixes, vowel signs and digits; in
 * another inflection.
 */
export const variants = ['clean', 'spelling', 'mixed', 'inflection'] as const;

/** One of {@link variants}. */
export type Variant = (typeof variants)[number];

type Chance = (likely: number) => boolean;

/** Hamza, ة and ى as they are often typed: «الأمة» «الامه», «على» «علي», «مسؤول» «مسئول». */
function respelled(word: string, chance: Chance): string {
  let now = word;
  if (chance(0.5)) now = now.replace(/[أإآ]/g, 'ا');
  else if (chance(0.3)) now = now.replace(/^ا(?!ل)/, 'أ');
  if (chance(0.5)) now = now.replace(/ة$/, 'ه').replace(/ى$/, 'ي');
  else if (chance(0.3)) now = now.replace(/ي$/, 'ى').replace(/(..)ه$/, '$1ة');
  if (chance(0.5)) now = now.replace(/ؤو/, 'ئو');
  if (chance(0.3)) now = now.replace(/ئ/g, 'ي').replace(/ؤ/g, 'و');
  return now;
}

const arabicDigits = (word: string, chance: Chance): string =>
  /^\d+$/.test(word) && chance(0.5)
    ? word.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
    : word;

/** «الوزير», «وزير», «بالوزير», «والوزير»: the article off or behind a particle, or «and» before a word. */
function prefixed(word: string, chance: Chance, pick: (from: readonly string[]) => string): string {
  if (/^ال..../.test(word) && chance(0.5)) {
    return chance(0.5) ? word.slice(2) : pick(['و', 'ب', 'ف']) + word;
  }
  return /^[^اوبلفك\d]\p{L}{2}/u.test(word) && chance(0.3) ? `و${word}` : word;
}

const voweled = (word: string, chance: Chance): string =>
  /^\p{L}{3}/u.test(word) && chance(0.2) ? `${word[0] ?? ''}\u064e${word.slice(1)}` : word;

const endings: readonly (readonly [ending: RegExp, other: string])[] = [
  [/(...)ون$/, '$1ين'],
  [/(...)ين$/, '$1ون'],
  [/(...)ات$/, '$1ة'],
  [/(...)ية$/, '$1ي'],
  [/(...)ي$/, '$1ية'],
  [/(...)ها$/, '$1'],
  [/(...)هم$/, '$1'],
];

/** The first ending that a word has gives way to another: «مسلمون» «مسلمين», «لجانها» «لجان». */
function inflected(word: string): string {
  const found = endings.find(([ending]) => ending.test(word));
  return found === undefined ? word : word.replace(found[0], found[1]);
}

const seed = 99;

/** Returns how a reader may write words; the same chances fall for the same queries. */
export function rewriter(variant: Variant): (word: TitleWord) => string {
  const next = random(seed);
  const chance: Chance = (likely) => next() < likely;
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? '';
  return ({ written, isCommon }) => {
    // Nobody writes «من» or «في» in another way.
    if (isCommon || variant === 'clean') return written;
    if (variant === 'inflection') return inflected(written);
    const spelled = respelled(written, chance);
    if (variant === 'spelling') return spelled;
    return voweled(prefixed(arabicDigits(spelled, chance), chance, pick), chance);
  };
}

/** A query, and the article that is meant. */
export interface KnownQuery {
  readonly id: string;
  readonly query: string;
}

/** Returns the queries for articles, all written in one way. */
export function queriesFor(
  items: readonly KnownItem[],
  ask: Ask,
  variant: Variant,
): readonly KnownQuery[] {
  const write = rewriter(variant);
  return items.map((item) => ({ id: item.id, query: item[ask].map(write).join(' ') }));
}
