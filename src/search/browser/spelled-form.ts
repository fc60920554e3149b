import { keyBounds } from '../../arabic/word-key.ts';

/**
 * Returns a likely spelling of a folded form of a word: the stem's letters as the reader typed them («المسوولين» beside
 * «مسؤول» becomes «المسؤولين»); ى inside the form is ي («عليها» beside «على»); final ه is ة where the reader typed it or
 * after ي, elsewhere it is a pronoun.
 *
 * @param word the word of the query, folded
 * @param typed the same word as it was typed
 */
export function spelledForm(form: string, word: string, typed: string): string {
  const typedLetters = typed.replace(/[\p{Mn}\p{Cf}\u0640]/gu, '');
  const isFeminine = /ة$/.test(typedLetters);
  const isDefective = /ى$/.test(typedLetters);
  const withEnding = isDefective ? form : form.replace(isFeminine ? /ه$/ : /(?<=..ي)ه$/, 'ة');
  if (typedLetters.length !== word.length) return withEnding;
  const [from, to] = keyBounds(word);
  return withEnding
    .replace(word.slice(from, to), () => typedLetters.slice(from, to))
    .replace(/ى(?!$)/g, 'ي');
}
