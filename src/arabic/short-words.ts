/**
 * Words that are too short for the rules of `word-key.ts`, which leave three letters: their forms are
 * recognised as a whole.
 */

/** Nouns of two letters. */
const twoLetters = new Set(
  'حل حق حد حج حب حس حظ خط دم رب رد سد سر سن سم شك صف ضد طب ظل عم فن كل كم مد يد اب ام اخ جو جد نص'.split(
    ' ',
  ),
);

/** Nouns of two letters and ة. */
const twoLettersInTa = new Set(
  'قو سن مد دق ثق صح قم لغ كر مر حص قص خط جه صف صل سع شد جد مك غز ام'.split(' '),
);

/** Nouns of three letters that end like an ending. */
const threeLetters = new Set('بيت وقت صوت موت بنت زيت جزء بدء شيء ضوء عبء ماء سوء'.split(' '));

const articleAndTwo = /^([وف]?(?:[بك]?ال|لل))(..)$/;
const twoAndPronoun = /^([وف]?[بل]?)(..)(?:ها|هم|هما|نا|كم)$/;
const inTa = /^(و?[بل]?|[وف]?(?:[بك]?ال|لل))(..)(?:ه|ات|ا?ت(?:ه|ها|هم|هما|نا|كم)|ت(?:ين|ان|ي))$/;
const particleAndThree = /^([وف]?[بلك]?)(...)$/;

/** The longest form of a short word. */
const longestForm = 10;

/** Letters with which pronouns and the endings of words in ة end. */
const lastLetters = 'هامنتي';

/** Returns the bounds of the second group of a pattern where it is one of some words. */
function boundsIn(
  form: string,
  pattern: RegExp,
  words: ReadonlySet<string>,
): readonly [start: number, end: number] | undefined {
  const [, before = '', word = ''] = pattern.exec(form) ?? [];
  return words.has(word) ? [before.length, before.length + word.length] : undefined;
}

/**
 * Returns start and end of the key of a form of a short word; undefined for all other words.
 *
 * @param form folded by `eachWord`
 */
export function shortKeyBounds(form: string): readonly [start: number, end: number] | undefined {
  if (form.length > longestForm || form.length < 3) return undefined;
  const bounds = lastLetters.includes(form.charAt(form.length - 1))
    ? (boundsIn(form, inTa, twoLettersInTa) ?? boundsIn(form, twoAndPronoun, twoLetters))
    : undefined;
  return (
    bounds ??
    boundsIn(form, articleAndTwo, twoLetters) ??
    boundsIn(form, particleAndThree, threeLetters)
  );
}
