import { eachWord, type FoundWord, longestWord } from './word-letters.ts';

/** A run of letters or of digits, folded, with the span of the word that it is in. */
export interface NameWord {
  readonly form: string;
  readonly start: number;
  readonly end: number;
  /** The run before it in the same word; empty where it is the first: «و» in «وSmith». */
  readonly lead: string;
}

const isArabic = (unit: number): boolean => unit >= 0x600 && unit <= 0x6ff;

/** Class of a folded unit: digits, Arabic letters, other letters. */
const classOf = (unit: number): 0 | 1 | 2 => (unit <= 0x39 ? 0 : isArabic(unit) ? 1 : 2);

/** Tells whether a folded word mixes digits, Arabic letters and other letters: «ali2», «وSmith». */
export function isMixed({ letters, length }: FoundWord): boolean {
  const first = classOf(letters[0] ?? 0);
  for (let i = 1; i < length && i < longestWord; i += 1) {
    if (classOf(letters[i] ?? 0) !== first) return true;
  }
  return false;
}

/** Returns a folded form in the spelling that is compared: «ابن» as «بن». */
const spelled = (form: string): string => (form === 'ابن' ? 'بن' : form);

/** Returns the runs of a folded word; only the first `longestWord` letters are known. */
export function runsOf(word: FoundWord): readonly NameWord[] {
  const { letters, length, start, end } = word;
  const runs: NameWord[] = [];
  const count = Math.min(length, longestWord);
  for (let from = 0, at = 1; at <= count; at += 1) {
    if (at < count && classOf(letters[at] ?? 0) === classOf(letters[from] ?? 0)) continue;
    const form = spelled(String.fromCharCode(...letters.subarray(from, at)));
    runs.push({ form, start, end, lead: runs.at(-1)?.form ?? '' });
    from = at;
  }
  return runs;
}

/** Returns the folded words of a name or a title, runs of letters and of digits apart. */
export function nameWords(text: string): readonly NameWord[] {
  const found: NameWord[] = [];
  eachWord(text, (word) => found.push(...runsOf(word)));
  return found;
}

/** Words that are also written joined to the next: «عبد الناصر» and «عبدالناصر», «أبو ظبي» and «أبوظبي». */
const joining = ['عبد', 'ابو'];

/** Fewest letters that follow a joining word within one word: «عبده» is no «عبد» and «ه». */
const minJoined = 3;

/** Fewest letters of a whole name that is also looked for as one word: «محمدعلي», `mohamedali`. */
const minRunTogether = 6;

/** Forms of «أبو» by case: «أبا حسن», «أبي حسن». */
const caseForms = (word: string): readonly string[] =>
  word === 'ابو' || (word.startsWith('ابو') && word.length >= 6)
    ? [word, `ابا${word.slice(3)}`, `ابي${word.slice(3)}`]
    : [word];

/** Returns the ways in which words at which a name may be joined or divided are written. */
function divisions(words: readonly string[]): readonly (readonly string[])[] {
  const [first, ...others] = words;
  if (first === undefined) return [[]];
  const rest = divisions(others);
  const found = rest.map((tail) => [first, ...tail]);
  const joiner = joining.find((word) => first.startsWith(word));
  if (joiner === undefined) return found;
  const tail = first.slice(joiner.length);
  if (tail.length >= minJoined) {
    for (const words of rest) found.push([joiner, tail, ...words]);
  } else if (tail === '' && others[0] !== undefined) {
    for (const [next = '', ...words] of rest) found.push([first + next, ...words]);
  }
  return found;
}

/** Returns every combination of the case forms of words. */
const withCases = (words: readonly string[]): readonly (readonly string[])[] =>
  words.reduce<readonly (readonly string[])[]>(
    (heads, word) => heads.flatMap((head) => caseForms(word).map((form) => [...head, form])),
    [[]],
  );

/** Greatest number of words of a name that are looked for: more are the same name with less effort. */
const maxNameWords = 12;

/**
 * Returns the sequences of folded words by which a name is recognised: as given, with «عبد» and «أبو» joined to
 * the next word or not, and run together.
 */
export function namePatterns(name: string): readonly (readonly string[])[] {
  const words = nameWords(name)
    .map(({ form }) => form)
    .slice(0, maxNameWords);
  if (words.length === 0) return [];
  const patterns = divisions(words).flatMap(withCases);
  const together = words.join('');
  const isJoinable = together.length >= minRunTogether && together.length <= longestWord;
  const isLetters = !/[0-9]/.test(together);
  return words.length > 1 && isJoinable && isLetters ? [...patterns, [together]] : patterns;
}

/**
 * Function words, folded: a name that consists of them would be found everywhere. «علي» is one, as «على» is
 * written so too.
 */
const functionWords = new Set(
  `ال و ف ب ل ك س من في علي الي عن مع ما لا او ام ان لم لن قد هو هي هم هذا هذه ذلك تلك التي الذي الذين
  بعد قبل بين حتي كل بن بنت ابو ابا ابي عبد يا ثم كان قال وقال منذ عند غير اي كما لكن اذا اذ حيث هنا هناك
  the a an of and or to in on at by for is was he she it his her from with as not this that true yes
  false no null al el bin ibn abu abd mr mrs dr`.split(/\s+/),
);

/**
 * Tells whether a name can be looked for in texts: it has a word of two letters or more that is no function
 * word and no number.
 */
export const isUsableName = (name: string): boolean =>
  nameWords(name).some(
    ({ form }) => form.length > 1 && !functionWords.has(form) && !/^[0-9]+$/.test(form),
  );
