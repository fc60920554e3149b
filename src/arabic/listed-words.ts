import { feminineNouns, indivisibleWords } from './indivisible-words.ts';
import { endings } from './word-endings.ts';

const [indivisible, feminine] = [indivisibleWords, feminineNouns].map(
  (list) => new Set(list.split(/\s/)),
) as [Set<string>, Set<string>];

/** Shapes of verbal nouns whose last letters look like an ending: «تمكين», «إيمان», «امتحان»; «أديان» too. */
const masdar = /^(?:ت..ين|ا..ان|ا.ت.ان|است..ان)$/;

/**
 * Returns the listed word with which a base begins, so that an ending or nothing follows; a noun in ة with its
 * ه. Undefined where there is none.
 */
export function listedWord(base: string): string | undefined {
  return wordInLists(base) ?? masdarOf(base);
}

function masdarOf(base: string): string | undefined {
  for (let end = base.length; end > 4; end -= 1) {
    const [word, rest] = [base.slice(0, end), base.slice(end)];
    if (masdar.test(word) && (endings.has(rest) || rest.startsWith('ي'))) return word;
  }
  return undefined;
}

/** Returns the listed word with which a base begins, as {@link listedWord}, without those that have only a listed shape. */
export function wordInLists(base: string): string | undefined {
  for (let end = base.length; end > 2; end -= 1) {
    const word = base.slice(0, end);
    const rest = base.slice(end);
    const ending = endings.get(rest);
    if (feminine.has(word) && (ending === 'ha' || ending === 'feminine' || ending === 'plural'))
      return `${word}ه`;
    // «سوريات» has the word «سوري», not «سوريا».
    const isCut = word.endsWith('ا') && /^[تن]/.test(rest);
    if (indivisible.has(word) && !isCut && (ending !== undefined || rest.startsWith('ي')))
      return word;
  }
  return undefined;
}
