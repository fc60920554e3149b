import { listedWord } from './listed-words.ts';
import { basesOf, type CountedForm } from './word-bases.ts';
import { type Ending, endings } from './word-endings.ts';
import {
  type BaseEvidence,
  few,
  hasCase,
  hasConstructInWaw,
  hasDual,
  hasPronoun,
  inAt,
  inTa,
  isInflected,
  isOfPersons,
  isOtherNoun,
  type Lookup,
  numbersBelowTen,
  shortWords,
} from './word-inflection.ts';
import { shortNouns } from './word-key.ts';

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
      return true;
    case 'word oblique':
      return (
        !numbersBelowTen.test(word) && (isLong || shortWords.has(word) || hasDual(word, lookUp))
      );
    case 'word ha':
    case 'verb ha': {
      if (word.length < 3) return false;
      if (isLong) return !isOtherNoun(word, lookUp);
      return inTa.has(word) || hasPronoun(word, lookUp);
    }
    case 'word feminine':
    case 'verb feminine':
      if (word.length < 3) return false;
      if (isLong) return !isOtherNoun(word, lookUp);
      return inTa.has(word) || lookUp(`${word}ه`).withArticle * 8 <= lookUp(`${word}ه`).count;
    case 'word plural':
      return isLong || inAt.has(word);
    case 'word dual': {
      const [dual, oblique] = [lookUp(`${word}ان`), lookUp(`${word}ين`)];
      // ين is the more frequent ending of the dual: «الشجعان» and «عليان» have none.
      if (dual.count > few && oblique.count * 4 < dual.count) return false;
      const isRarer = dual.count * 4 < lookUp(word).count;
      return (
        isLong || shortNouns.has(word) || dual.withArticle > 0 || (isRarer && oblique.count > 0)
      );
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
      return (
        (isLong && (isInflected(word) || word.startsWith('ي'))) ||
        inTa.has(word) ||
        lookUp(`${word}ين`).withArticle > 0
      );
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
  // «مستواها» as «مستوى».
  if (/^.{3,}ا(?:ها|هم|هما|هن|نا)$/.test(base)) return [base, base.replace(/ا(?=..$|هما$)/, 'ي')];
  const [before, ending] = [base.slice(0, -2), base.slice(-2)];
  if (base.length < 5 || !['اه', 'يه', 'وه'].includes(ending)) return [base];
  if (ending === 'اه') return [base, `${before}يات`, `${before}وات`];
  return before.endsWith('ا') ? [base, `${before}ءه`] : [base];
}

/** Endings of the dual of a noun in ة, and ت with «my». */
const feminineDual = /^ت(?:ان|ين|ي|ا)$/;

/** Words that are no verb before ت: «سكوت», «كبريت», «نبات»; verbs are «بقيت» and «بدأت». */
const noVerb = /و$|..ي$(?<=....)|^(?!بدا|قرا|لجا|نشا|طرا|ملا|دعا)..ا$/;

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
    const isInTa = a.slice(length) === 'ت' || b.slice(length) === 'ت';
    if (isInTa && noVerb.test(a.slice(0, length))) continue;
    // The dual of a noun in ة is no verb: «جيبوت» and «جيبوتي».
    const [restA, restB] = [a.slice(length), b.slice(length)];
    if ((restA === 'ت' && feminineDual.test(restB)) || (restB === 'ت' && feminineDual.test(restA)))
      continue;
    const isInWaw = a.slice(length) === 'و' || b.slice(length) === 'و';
    if (isInWaw && !hasConstructInWaw(a.slice(0, length), lookUp)) continue;
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
  const evidence = new Map<string, BaseEvidence>();
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
