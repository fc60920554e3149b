import {
  adjectives as adjectiveList,
  shortAdjectivesInYa,
  shortWordsBesideTa,
  shortWordsForPersons,
  shortWordsInAt,
  shortWordsInTa,
  shortWordsWithPronoun,
  wordsWithoutYa,
} from './indivisible-words.ts';
import { shortNouns } from './word-key.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s/));
/** Words of three letters with a feminine in ة, and with a plural in ات. */
export const [inTa, inAt] = [
  setOf(`${shortWordsInTa} ${shortAdjectivesInYa}`),
  setOf(shortWordsInAt),
];
const [persons, withPronoun] = [setOf(shortWordsForPersons), setOf(shortWordsWithPronoun)];
/** Words of three letters that are known as nouns. */
export const shortWords: ReadonlySet<string> = new Set([
  ...[...inTa, ...inAt, ...withPronoun, ...shortNouns],
  ...setOf(shortWordsBesideTa),
]);
const [withoutYa, adjectives] = [setOf(wordsWithoutYa), setOf(adjectiveList)];

/** In so many articles or fewer a form shows nothing about a word. */
export const few = 3;

/** What forms of a key show of a base: in how many articles it occurs, and with the article. */
export interface BaseEvidence {
  readonly count: number;
  readonly withArticle: number;
}

/** A base of forms of one key, with what is asked of the others. */
export type Lookup = (base: string) => BaseEvidence;

/** Tells whether a word is shaped like a participle, as most nouns for persons are: «لاعب», «متظاهر». */
const hasPersonShape = (word: string): boolean => /^(?:.ا..|م.{4,})$/.test(word);

/** Tells whether a word is shaped like an adjective or a participle, of which ة makes the feminine. */
const hasFeminine = (word: string): boolean =>
  adjectives.has(word) || (/^(?:.ا..|..ي.|م.{3,}|.{3,}ي)$/.test(word) && !/^م.ا.[^ي]?$/.test(word));

/** Shapes of which ة makes a noun where the archive does not show a pronoun: «مشاركة», «إدارة», «رقابة». */
const nounInTa = /^(?:م.ا.[^ي]|..[او].|است.ا.)$/;

/** Shapes of Arabic nouns and verbs beside those of adjectives: «تقرير», «اجتماع», «حضور». Most foreign words have none. */
const nounShape =
  /^(?:..[او].|.{3,}اء?|م.ا..|ت..ي?.|ت.ا..|ا..ا.|ا.ت..|ا.ت.ا.|ان..|ان..ا.|است..?.|است..?ا.)$/;

/** Tells whether endings of cases, pronouns and plurals may be expected behind a word that the archive hardly has. */
export const isInflected = (word: string): boolean =>
  hasFeminine(word) || shortWords.has(word) || (word.length > 3 && nounShape.test(word));

/** Verbs with four letters, and comparatives, which have no ending in ا. */
const verbShape = /^ا...$/;

/**
 * Tells whether ه behind a word of four letters or more makes a noun of its own. Such a noun has the article in
 * one of ten articles or more; before a pronoun there is none.
 */
export function isOtherNoun(word: string, lookUp: Lookup): boolean {
  if (hasFeminine(word)) return false;
  const { count, withArticle } = lookUp(`${word}ه`);
  if (count > few && withArticle * 10 > count) return true;
  if (count <= few && !isInflected(word) && !verbShape.test(word)) return true;
  // Other pronouns show that ه is one: «مصالحه» and «مصالحها», but «محافظة».
  const others = lookUp(`${word}ها`).count + lookUp(`${word}هم`).count;
  if (count > few) return others * (nounInTa.test(word) ? 4 : 10) < count;
  return nounInTa.test(word) && !withPronoun.has(word);
}

/** Tells whether a noun is one of persons, which have plurals in ون and ين. */
export function isOfPersons(word: string, lookUp: Lookup): boolean {
  if (withoutYa.has(word)) return true;
  const adjective = lookUp(`${word}يه`);
  // «لاعبيه» is rare and never has the article.
  const nisba = adjective.count > few || adjective.withArticle > 0 ? adjective.count : 0;
  // ين alone may be the dual of a thing («مجلسين»).
  const nominative = lookUp(`${word}ون`).count;
  const plural = nominative > 0 ? nominative + lookUp(`${word}ين`).count : 0;
  const construct = lookUp(`${word}ي`);
  // «الحارثي» is a name: no article stands before the construct state.
  if (construct.withArticle * 4 > construct.count) return false;
  if (plural > 1 || nisba > 1) return plural >= nisba && word.length > 3;
  return nisba === 0 && (hasPersonShape(word) || persons.has(word));
}

/** Tells whether ه behind a word of three letters can be a pronoun: a noun in ة has the article beside it. */
export function hasPronoun(word: string, lookUp: Lookup): boolean {
  const { count, withArticle } = lookUp(`${word}ه`);
  if (count <= few) return withPronoun.has(word) && withArticle === 0;
  // A place in ة has no article, but no other pronouns beside it either: «زحلة».
  const others = lookUp(`${word}ها`).count + lookUp(`${word}هم`).count;
  return withArticle * 8 <= count && (shortWords.has(word) || others * 10 >= count);
}

/**
 * Tells whether ا behind a word can be the ending of a case: the word has the article elsewhere, unlike a name,
 * and is not much rarer without it.
 */
export function hasCase(word: string, lookUp: Lookup): boolean {
  const { count, withArticle } = lookUp(word);
  if (count > few) return withArticle > 0 || hasFeminine(word);
  return isInflected(word) && lookUp(`${word}ا`).count <= few;
}

/** Tells whether و behind a word can be its plural before a noun: «لاعبو», unlike «ماركو». */
export function hasConstructInWaw(word: string, lookUp: Lookup): boolean {
  const [nominative, oblique] = [lookUp(`${word}ون`), lookUp(`${word}ين`)];
  // The article tells a plural from another name: «مارلين».
  const isPlural = nominative.withArticle + oblique.withArticle > 0;
  if (isPlural) return (nominative.count + oblique.count) * 4 >= lookUp(`${word}و`).count;
  const isShaped =
    persons.has(word) || /^(?:م[^اوي].[^اوي].|م[^اوي]{3}|مت.{3,}|مست.{2,})$/.test(word);
  return isShaped && lookUp(`${word}و`).count <= few;
}

/** Numbers of which ون and ين make the tens. */
export const numbersBelowTen = /^(?:عشر|ثلاث|اربع|خمس|سبع|ثمان|تسع)$/;

/** Tells whether ين behind a word of three letters is its dual: the noun is more frequent, unlike that of «مسكين». */
export function hasDual(word: string, lookUp: Lookup): boolean {
  const { count, withArticle } = lookUp(word);
  const isFrequent = withArticle > 0 && count >= 4 * lookUp(`${word}ين`).count;
  return isFrequent || lookUp(`${word}ان`).count > 0;
}
