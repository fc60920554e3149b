import { isGivenName } from '../../arabic/given-names.ts';
import { placeNames } from '../../arabic/place-names.ts';
import type { LineToken } from './line-tokens.ts';

/** Folded honorifics, which are part of the printed name: «د. محمد العلي». */
export const honorifics: ReadonlySet<string> = new Set(
  'د الدكتور الدكتوره دكتور م المهندس الاستاذ الاستاذه ا الشيخ'.split(' '),
);

/** Particles within a name; they are not counted as words of it, and no name ends with one. */
const nameParticles = new Set('بن ابن بنت ال ابو ابا ابي ام عبد'.split(' '));

/** Folded words that often follow a name and do not belong to it. */
const nonNameWords = new Set(
  'في من علي عن الي بعد قبل ان قال قالت اكد اكدت الذي التي هو هي مع هل ما لا لم لن كان ثم او رييس وزير اشراف تصوير ترجمه عدسه وصورها وصوره وصورتها مكتب مراسل'.split(
    ' ',
  ),
);

/** Greatest number of words of a name, without particles. */
const maxWords = 4;

/** Tells whether a word may continue a name; imperfect verbs («يفوز», «تشارك») do not. */
const mayContinue = (word: string): boolean =>
  isGivenName(word) ||
  nameParticles.has(word) ||
  (word.length > 1 && !/^[يتن]\p{L}{3,}$/u.test(word) && !nonNameWords.has(word));

/**
 * Tells whether a word is «و» joined to the given name of another author: «ومحمد» in «أحمد علي ومحمد
 * سعيد», but not «وليد».
 */
export function hasConjunction({ text }: LineToken): boolean {
  return text.length > 3 && text[0] === 'و' && !isGivenName(text) && isGivenName(text.slice(1));
}

/** Tells whether another author follows at `at` after «و», joined or as a separate word. */
export function anotherAuthorFollows(tokens: readonly LineToken[], at: number): boolean {
  const word = tokens[at];
  return word?.kind === 'word' && (word.text === 'و' || hasConjunction(word));
}

/**
 * Reads an author's name: a listed given name and one to three more words.
 *
 * @param ends tells whether a part of a dateline may end before a token
 * @returns the index after the name; `at` where there is none or it does not end there
 */
export function readAuthorName(
  tokens: readonly LineToken[],
  at: number,
  ends: (next: number) => boolean,
): number {
  let next = at;
  if (honorifics.has(tokens[next]?.text ?? '')) next += tokens[next + 1]?.text === '.' ? 2 : 1;
  const first = tokens[next];
  if (first?.kind !== 'word' || !(isGivenName(first.text) || hasConjunction(first))) return at;
  let [count, endsInParticle] = [0, false];
  for (; tokens[next]?.kind === 'word'; next += 1) {
    const text = tokens[next]?.text ?? '';
    if (count > 0 && (anotherAuthorFollows(tokens, next) || !mayContinue(text))) break;
    // «طه صديقي وديكلان والش» are two authors, the second not recognised; «محمود وهبي» is one.
    if (count > 1 && text.startsWith('و') && text.length > 3) return at;
    endsInParticle = nameParticles.has(text);
    if (!endsInParticle) count += 1;
  }
  if (count < 2 || count > maxWords || endsInParticle) return at;
  // In «محمد علي الحديدة» the punctuation before the place is missing.
  if (placeNames.has(tokens[next - 1]?.text ?? '') && count > 2) return at;
  return ends(next) || anotherAuthorFollows(tokens, next) ? next : at;
}
