import { feminineNouns, indivisibleWords } from './indivisible-words.ts';
import { endings } from './word-endings.ts';

const [indivisible, feminine] = [indivisibleWords, feminineNouns].map(
  (list) => new Set(list.split(/\s/)),
) as [Set<string>, Set<string>];

/**
 * Returns the listed word with which a base begins, so that an ending or nothing follows; a noun in ة with its
 * ه. Undefined where there is none.
 */
export function listedWord(base: string): string | undefined {
  for (let end = base.length; end > 2; end -= 1) {
    const word = base.slice(0, end);
    const rest = base.slice(end);
    // «سوريات» has the word «سوري», not «سوريا».
    const isCut = word.endsWith('ا') && /^[تن]/.test(rest);
    if (indivisible.has(word) && !isCut && (endings.has(rest) || rest.startsWith('ي'))) return word;
    if (!feminine.has(word)) continue;
    const ending = endings.get(rest);
    if (ending === 'ha' || ending === 'feminine' || ending === 'plural') return `${word}ه`;
  }
  return undefined;
}
