import { isDigit, isLatinLetter } from '../../arabic/letters.ts';
import {
  bound,
  demonstratives,
  joinedVerbs,
  openers,
  particles,
  pastVerbs,
  prepositions,
  presentVerbs,
  pronouns,
  relatives,
  rooted,
  titles,
  yaNouns,
} from './lexicon.ts';

/**
 * Word classes, as far as a word's form determines them without its sentence. The classes with prefix
 * `wa` are those after the conjunction «و».
 */
export type WordClass =
  | 'preposition'
  | 'particle'
  | 'relative'
  | 'demonstrative'
  | 'pronoun'
  | 'title'
  | 'bound'
  | 'past'
  | 'present'
  | 'future'
  | 'definite'
  | 'prefixed'
  | 'number'
  | 'latin'
  | 'letter'
  | 'plain'
  | 'waPast'
  | 'waPresent'
  | 'waPreposition'
  | 'waParticle'
  | 'waDefinite'
  | 'waPlain';

/** Future verbs, without nouns that start alike. */
const future =
  /^س[يتن](?!د$|ده$|اس|اح|اق|ار|ناري|طر|ول|نا|ره$|رك|ه$|ون|اد|اير|وات$|ويه?$|ين$|نما|دات$|ابل|مفون|كولوج|دباد|تيم|لان$|وف$|بيري|وديو)..+/;

function isPresentForm(word: string): boolean {
  if (presentVerbs.has(word)) return true;
  return (
    word.charCodeAt(0) === 0x064a &&
    word.length >= 3 &&
    word.length <= 7 &&
    !yaNouns.has(word) &&
    !word.endsWith('يه')
  );
}

/** Classifies a word without «و»; `plain` where its form determines nothing. */
function bareClass(word: string): WordClass {
  if (prepositions.has(word)) return 'preposition';
  if (relatives.has(word)) return 'relative';
  if (demonstratives.has(word)) return 'demonstrative';
  if (pronouns.has(word)) return 'pronoun';
  if (particles.has(word)) return 'particle';
  if (titles.has(word)) return 'title';
  if (bound.has(word)) return 'bound';
  if (pastVerbs.has(word)) return 'past';
  if (word.startsWith('ال') && word.length >= 4) return 'definite';
  if (isPresentForm(word)) return 'present';
  if (future.test(word)) return 'future';
  if (/^(?:[بك]ال|لل)/.test(word) && word.length >= 5) return 'prefixed';
  return 'plain';
}

/**
 * Classifies a word by its form.
 *
 * @param word The word as `fold` leaves it.
 * @returns Its class.
 */
export function classOf(word: string): WordClass {
  const first = word.charCodeAt(0);
  if (isDigit(first)) return 'number';
  if (isLatinLetter(first)) return 'latin';
  if (word.length <= 1) return 'letter';
  if (first !== 0x0648 || word.length < 3 || rooted.has(word)) return bareClass(word);
  if (pronouns.has(word) || demonstratives.has(word)) return 'waParticle';
  const rest = word.slice(1);
  if (joinedVerbs.has(rest)) return 'waPast';
  switch (bareClass(rest)) {
    case 'preposition':
      return 'waPreposition';
    case 'past':
      return 'waPast';
    case 'present':
    case 'future':
      return 'waPresent';
    case 'definite':
      return 'waDefinite';
    case 'particle':
    case 'pronoun':
    case 'demonstrative':
    case 'relative':
      return 'waParticle';
    default:
      return openers.has(rest) ? 'waParticle' : 'waPlain';
  }
}

/**
 * Returns a word's stem: without conjunction, article, one-letter preposition, long alif, and
 * suffixes of number, gender and possession. A light stemmer (after Larkey's light10), coarser so
 * that many broken plurals share a stem with their singulars («موقف» and «مواقف»).
 *
 * @param word The word as `fold` leaves it.
 * @returns The stem; empty for function words.
 */
export function coarseStem(word: string): string {
  if (word.length < 3 || isDigit(word.charCodeAt(0))) return '';
  if (prepositions.has(word) || particles.has(word) || relatives.has(word)) return '';
  let stem = word.replace(/^[وف]?(?:[بك]?ال|لل)(?=...)/, '');
  if (stem.length === word.length) stem = stem.replace(/^(?:و[بل]?|[بل])(?=....)/, '');
  stem = stem
    .replace(/(?<=...)(?:ها|هم|ات|ون|ين|ان|يه|ته|وا|نا)$/, '')
    .replace(/(?<=...)[هيا]$/, '');
  const bare = stem.replaceAll('ا', '');
  return bare.length >= 2 ? bare : stem;
}
