import { wordForms } from '../../arabic/word-letters.ts';
import { parseQuery } from './query.ts';

/**
 * Returns the query for any of the words of a query; undefined where it has only one, or more than words: who quotes a
 * phrase, names a field or excludes a word means it.
 *
 * @param ignored folded stop words of the query, which nearly every article has
 * @param or connective of the language: `OR`, «أو»
 */
export function anyWordsQuery(
  query: string,
  ignored: readonly string[],
  or: string,
): string | undefined {
  if (!parseQuery(query).nodes.every((node) => node.kind === 'word' && !node.inTitle))
    return undefined;
  const words = query.split(/\s+/).filter((word) => {
    const forms = wordForms(word);
    return word !== 'AND' && forms.some((form) => !ignored.includes(form));
  });
  return words.length < 2 ? undefined : words.join(` ${or} `);
}
