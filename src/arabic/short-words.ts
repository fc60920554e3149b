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

/** Words of one length, with what stands before and behind them. */
interface ShortWords {
  readonly particles: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly letters: number;
  readonly endings: ReadonlySet<string>;
}

const shortWords = (
  particles: readonly string[],
  list: string,
  endings: readonly string[],
): ShortWords => ({
  particles: new Set(particles),
  words: new Set(list.split(' ')),
  letters: list.indexOf(' '),
  endings: new Set(endings),
});

/** All short words. No form belongs to two of them. */
const groups: readonly ShortWords[] = [
  shortWords(products(conjunctions, ['', 'ب', 'ل', 'ك']), threeLetters, ['']),
  shortWords(articles, twoLetters, ['']),
  shortWords(products(conjunctions, ['', 'ب', 'ل']), twoLetters, pronouns),
  shortWords([...products(['', 'و'], ['', 'ب', 'ل']), ...articles], twoLettersInTa, inTaEndings),
];

const longest = (texts: Iterable<string>): number =>
  Math.max(...Array.from(texts, ({ length }) => length));

/** The longest form of a short word. */
const longestForm = Math.max(
  ...groups.map(
    ({ particles, letters, endings }) => longest(particles) + letters + longest(endings),
  ),
);

/** A number of a letter below 64, which letters of other scripts may have too. */
const letterAt = (form: string, at: number): number => form.charCodeAt(at) & 0x3f;

/** Letters that particles have, and pairs of letters with which short words begin: most forms are told apart by them. */
const inParticles = new Uint8Array(1 << 6);
const beginnings = new Uint8Array(1 << 12);
for (const { particles, words } of groups) {
  for (const letter of [...particles].join('')) inParticles[letterAt(letter, 0)] = 1;
  for (const word of words) beginnings[(letterAt(word, 0) << 6) | letterAt(word, 1)] = 1;
}

/**
 * Returns start and end of the key of a form of a short word; undefined for all other words.
 *
 * @param form folded by `eachWord`
 */
export function shortKeyBounds(form: string): readonly [start: number, end: number] | undefined {
  if (form.length > longestForm) return undefined;
  let letter = letterAt(form, 0);
  for (let at = 0; at + 1 < form.length; at += 1) {
    const next = letterAt(form, at + 1);
    if (beginnings[(letter << 6) | next] === 1) {
      for (const { particles, words, letters, endings } of groups) {
        const end = at + letters;
        const isListed = words.has(form.slice(at, end)) && endings.has(form.slice(end));
        if (isListed && particles.has(form.slice(0, at))) return [at, end];
      }
    }
    if (inParticles[letter] === 0) return undefined;
    letter = next;
  }
  return undefined;
}
