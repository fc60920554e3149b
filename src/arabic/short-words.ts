/**
 * Words that are too short for the rules of `word-key.ts`, which leave three letters: their forms are listed.
 */

/** Nouns of two letters. */
const twoLetters =
  'حل حق حد حج حب حس حظ خط دم رب رد سد سر سن سم شك صف ضد طب ظل عم فن كل كم مد يد اب ام اخ جو جد نص لص حي شر طن كف تل قس فخ';

/** Nouns of two letters and ة. */
const twoLettersInTa = 'قو سن مد دق ثق صح قم لغ كر مر حص قص خط جه صف صل سع شد جد مك غز ام جث';

/** Nouns of three letters that end like an ending. */
const threeLetters = 'بيت وقت صوت موت بنت زيت جزء بدء شيء ضوء عبء ماء سوء';

/** Returns every text of the first list with every one of the second behind it. */
const products = (before: readonly string[], behind: readonly string[]): readonly string[] =>
  before.flatMap((one) => behind.map((other) => one + other));

const conjunctions = ['', 'و', 'ف'];
const articles = products(conjunctions, ['ال', 'بال', 'كال', 'لل']);
const pronouns = ['ها', 'هم', 'هما', 'نا', 'كم'];
const inTaEndings = [
  ...['ه', 'ات', 'تين', 'تان', 'تي'],
  ...products(['ت', 'ات'], ['ه', ...pronouns]),
];

/** The forms of short words with the bounds of their keys. */
const shortForms = new Map<string, readonly [start: number, end: number]>();

function addForms(before: readonly string[], words: string, endings: readonly string[]): void {
  for (const particle of before) {
    for (const word of words.split(' ')) {
      const bounds = [particle.length, particle.length + word.length] as const;
      for (const ending of endings) shortForms.set(particle + word + ending, bounds);
    }
  }
}

addForms(products(conjunctions, ['', 'ب', 'ل', 'ك']), threeLetters, ['']);
addForms(articles, twoLetters, ['']);
addForms(products(conjunctions, ['', 'ب', 'ل']), twoLetters, pronouns);
addForms([...products(['', 'و'], ['', 'ب', 'ل']), ...articles], twoLettersInTa, inTaEndings);

/** The longest form of a short word. */
const longestForm = Math.max(...[...shortForms.keys()].map(({ length }) => length));

/**
 * Returns start and end of the key of a form of a short word; undefined for all other words.
 *
 * @param form folded by `eachWord`
 */
export const shortKeyBounds = (form: string): readonly [start: number, end: number] | undefined =>
  form.length > longestForm ? undefined : shortForms.get(form);
