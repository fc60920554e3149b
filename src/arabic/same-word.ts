import {
  shortWordsForPersons,
  shortWordsInAt,
  shortWordsInTa,
  shortWordsWithPronoun,
  wordsWithoutYa,
} from './indivisible-words.ts';
import { listedWord } from './listed-words.ts';
import { basesOf, type CountedForm } from './word-bases.ts';
import { type Ending, endings } from './word-endings.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const [inTa, inAt] = [setOf(shortWordsInTa), setOf(shortWordsInAt)];
const [persons, withPronoun] = [setOf(shortWordsForPersons), setOf(shortWordsWithPronoun)];
const withoutYa = setOf(wordsWithoutYa);

/** In so many articles or fewer a form shows nothing about a word. */
const few = 3;

/** What forms of a key show of a base: in how many articles it occurs, and with the article. */
interface Evidence {
  readonly count: number;
  readonly withArticle: number;
}

/** A base of forms of one key, with what is asked of the others. */
type Lookup = (base: string) => Evidence;

/** Tells whether a noun is one of persons, which have plurals in ون and ين. */
function isOfPersons(word: string, lookUp: Lookup): boolean {
  if (withoutYa.has(word)) return true;
  const nisba = lookUp(`${word}يه`).count;
  // ين alone may be the dual of a thing («مجلسين»).
  const nominative = lookUp(`${word}ون`).count;
  const plural = nominative > 0 ? nominative + lookUp(`${word}ين`).count : 0;
  const construct = lookUp(`${word}ي`);
  if (plural > 1 || nisba > 1)
    return plural >= nisba && construct.withArticle * 4 <= construct.count;
  const isShaped = /^.ا..$/.test(word) || (word.startsWith('م') && word.length > 4);
  return nisba === 0 && (isShaped || persons.has(word));
}

/** Tells whether ه behind a word of three letters can be a pronoun: a noun in ة has the article beside it. */
function hasPronoun(word: string, lookUp: Lookup): boolean {
  const { count, withArticle } = lookUp(`${word}ه`);
  return count > few ? withArticle * 3 <= count : withPronoun.has(word) && withArticle === 0;
}

/** Tells whether ا behind a word can be the ending of a case: the word has the article elsewhere, unlike a name. */
const hasCase = (word: string, lookUp: Lookup): boolean =>
  lookUp(word).count <= few || lookUp(word).withArticle > 0;

/** Fewest letters of a word before its endings. */
const leastLetters = 2;

/** The endings in the order of the table below. */
const order: readonly Ending[] = [
  ...(['word', 'verb', 'ha', 'feminine', 'plural', 'dual', 'oblique', 'masculine'] as const),
  'construct',
];

/**
 * Tells whether a word with two different endings is one word.
 *
 * @param first the ending that comes first in `order`
 */
function areJoined(word: string, first: Ending, second: Ending, lookUp: Lookup): boolean {
  const isLong = word.length > 3;
  switch (`${first} ${second}`) {
    case 'word verb':
    case 'ha feminine':
    case 'ha plural':
    case 'feminine plural':
    case 'word oblique':
      return true;
    case 'word ha':
    case 'verb ha': {
      if (word.length < 3) return false;
      return isLong || inTa.has(word) || word.endsWith('ي') || hasPronoun(word, lookUp);
    }
    case 'word feminine':
    case 'verb feminine':
      return isLong || inTa.has(word) || lookUp(`${word}ه`).withArticle === 0;
    case 'word plural':
      return isLong || inAt.has(word);
    case 'word dual': {
      const dual = lookUp(`${word}ان`);
      const isRarer = dual.count * 4 < lookUp(word).count;
      return isLong || dual.withArticle > 0 || (isRarer && lookUp(`${word}ين`).count > 0);
    }
    case 'dual oblique': {
      const withArticle = lookUp(`${word}ان`).withArticle + lookUp(`${word}ين`).withArticle;
      return isLong || withArticle > 0 || lookUp(word).count > 0;
    }
    case 'word construct':
    case 'oblique construct':
    case 'masculine construct':
      return isOfPersons(word, lookUp);
    case 'word masculine':
    case 'oblique masculine':
      return isLong || inTa.has(word) || lookUp(`${word}ين`).count > 1;
    case 'verb plural':
    case 'ha construct':
    case 'verb construct':
    case 'feminine construct':
    case 'plural construct':
    case 'dual construct':
      return false;
    default:
      return isLong;
  }
}

/**
 * Returns a base in the ways in which its other forms may write it: «مباراة» as in «مباريات», «قناة» as in
 * «قنوات», «أصدقائه» as in «أصدقاء».
 */
function variantsOf(base: string): readonly string[] {
  const [before, ending] = [base.slice(0, -2), base.slice(-2)];
  if (base.length < 5 || !['اه', 'يه', 'وه'].includes(ending)) return [base];
  if (ending === 'اه') return [base, `${before}يه`, `${before}وه`];
  return before.endsWith('ا') ? [base, `${before}ءه`] : [base];
}

/** Tells whether two bases, as they are, are forms of one word. */
function isSameBase(a: string, b: string, lookUp: Lookup): boolean {
  if (a === b) return true;
  const [wordA, wordB] = [listedWord(a), listedWord(b)];
  if (wordA !== wordB) return false;
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  const least =
    wordA === undefined ? leastLetters : wordA.endsWith('ه') ? wordA.length - 1 : wordA.length;
  for (; length >= least; length -= 1) {
    const [endingA, endingB] = [endings.get(a.slice(length)), endings.get(b.slice(length))];
    if (endingA === undefined || endingB === undefined) continue;
    // «دورا» and «دورات» are of two words, «دور» and «دورة»; «بدأ» and «بدأت» are one.
    const isCase = a[length - 1] === 'ا' && lookUp(a.slice(0, length - 1)).count > 0;
    if (isCase && (endingA === 'verb') !== (endingB === 'verb')) continue;
    const isInCase = a.slice(length) === 'ا' || b.slice(length) === 'ا';
    if (isInCase && !hasCase(a.slice(0, length), lookUp)) continue;
    if (endingA === endingB) return true;
    const [first, second] =
      order.indexOf(endingA) < order.indexOf(endingB) ? [endingA, endingB] : [endingB, endingA];
    if (areJoined(a.slice(0, length), first, second, lookUp)) return true;
  }
  return false;
}

const isSame = (a: string, b: string, lookUp: Lookup): boolean =>
  variantsOf(a).some((one) => variantsOf(b).some((other) => isSameBase(one, other, lookUp)));

/**
 * Tells for each of some forms that share a key whether it is a form of the same word as another one.
 *
 * @param word folded; it need not be among the forms
 * @param forms the forms of the key, with the number of articles of each
 */
export function areSameWord(word: string, forms: readonly CountedForm[]): readonly boolean[] {
  const all = [{ form: word, count: 1 }, ...forms.filter(({ form }) => form !== word)];
  const known = forms.find(({ form }) => form === word);
  if (known !== undefined) all[0] = known;
  const bases = basesOf(all);
  const evidence = new Map<string, Evidence>();
  bases.forEach(({ base, hasArticle }, n) => {
    const { count: before, withArticle } = evidence.get(base) ?? { count: 0, withArticle: 0 };
    const count = all[n]?.count ?? 0;
    evidence.set(base, {
      count: before + count,
      withArticle: withArticle + (hasArticle ? count : 0),
    });
  });
  const lookUp: Lookup = (base) => evidence.get(base) ?? { count: 0, withArticle: 0 };
  const own = bases[0]?.base ?? word;
  const sames = new Map(
    all.map(({ form }, n) => [form, n === 0 || isSame(own, bases[n]?.base ?? form, lookUp)]),
  );
  return forms.map(({ form }) => sames.get(form) ?? false);
}
