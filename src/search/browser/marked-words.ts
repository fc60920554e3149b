import { eachWord, formOf } from '../../arabic/word-letters.ts';
import { element } from './element.ts';

/**
 * Returns a text with the words of the query marked.
 *
 * @param wordOf index of the query word that a form matches, −1 for none
 */
export function markedWords(
  text: string,
  wordOf: (form: string) => number,
): readonly (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let from = 0;
  eachWord(text, (word) => {
    if (wordOf(formOf(word)) < 0) return;
    nodes.push(text.slice(from, word.start), element('mark', {}, text.slice(word.start, word.end)));
    from = word.end;
  });
  nodes.push(text.slice(from));
  return nodes;
}
