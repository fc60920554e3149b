/**
 * Words that are too short for the rules of `word-key.ts`, which leave three letters: the words are listed, with what
 * stands before and behind them.
 */

/** Nouns of two letters. */
const twoLetters =
  'حل حق حد حج حب حس حظ خط دم رب رد سد سر سن سم شك صف ضد طب ظل عم فن كل كم مد يد اب ام اخ جو جد نص لص حي شر طن كف تل قس فخ';

/** Nouns of two letters and ة. */
const twoLettersInTa = 'قو سن مد دق ثق صح قم لغ كر مر حص قص خط جه صف صل سع شد جد مك غز ام جث';

/** Nouns of three letters that end like an ending. */
const threeLetters = 'بيت وقت صوت موت بنت زيت جزء بدء شيء ضوء عبء ماء سوء';

/** Returns a group of a regular expression that matches any word of a list. */
const anyOf = (words: string): string => `(${words.replaceAll(' ', '|')})`;

/** The article, with what stands before it, and the endings that are pronouns, as parts of a regular expression. */
const article = '[وف]?(?:[بك]?ال|لل)';
const pronoun = 'ها|هم|هما|نا|كم';

/** The forms of short words, with what stands before the word, and the word, as the groups of a match. */
const forms = new RegExp(
  `^(?:${[
    `([وف]?[بلك]?)${anyOf(threeLetters)}`,
    `(${article})${anyOf(twoLetters)}`,
    `([وف]?[بل]?)${anyOf(twoLetters)}(?:${pronoun})`,
    `(و?[بل]?|${article})${anyOf(twoLettersInTa)}(?:ه|تين|تان|تي|ات|(?:ت|ات)(?:ه|${pronoun}))`,
  ].join('|')})$`,
);

/**
 * Returns start and end of the key of a form of a short word; undefined for all other words.
 *
 * @param form folded by `eachWord`
 */
export function shortKeyBounds(form: string): readonly [start: number, end: number] | undefined {
  const found = forms.exec(form);
  if (found === null) return undefined;
  const [particle = '', word = ''] = found.slice(1).filter((group) => group !== undefined);
  return [particle.length, particle.length + word.length];
}
