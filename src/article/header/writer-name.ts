import { isGivenName } from '../../arabic/given-names.ts';
import { placeNames } from '../../arabic/place-names.ts';
import type { LineWord } from './line-words.ts';

/** Before a name and part of it as it is printed: «د. محمد العلي». */
export const honorifics: ReadonlySet<string> = new Set(
  'د الدكتور الدكتوره دكتور م المهندس الاستاذ الاستاذه ا الشيخ'.split(' '),
);

/** After these a name goes on: they do not count as words of it, and none ends with one. */
const links = new Set('بن ابن بنت ال ابو ابا ابي ام عبد'.split(' '));

/** Words of grammar and of speech, folded, that stand where a name may go on and do not belong to it. */
const others = new Set(
  'في من علي عن الي بعد قبل ان قال قالت اكد اكدت الذي التي هو هي مع هل ما لا لم لن كان ثم او رييس وزير اشراف تصوير ترجمه عدسه مكتب مراسل'.split(
    ' ',
  ),
);

/** Most words of a name besides links. */
const maxWords = 4;

/** Whether a word may go on with a name: no verb in the imperfect does («يفوز», «تشارك»). */
const mayFollow = (word: string): boolean =>
  isGivenName(word) ||
  links.has(word) ||
  (word.length > 1 && !/^[يتن]\p{L}{3,}$/u.test(word) && !others.has(word));

/**
 * Tells whether a word is «و» and the first name of another writer: «ومحمد» is in «أحمد علي ومحمد
 * سعيد», «وليد» is not.
 */
export function isJoined({ text }: LineWord): boolean {
  return text.length > 3 && text[0] === 'و' && !isGivenName(text) && isGivenName(text.slice(1));
}

/** Tells whether at `at` another writer follows with «و», in one word or as a word of its own. */
export function isAnother(words: readonly LineWord[], at: number): boolean {
  const word = words[at];
  return word?.kind === 'word' && (word.text === 'و' || isJoined(word));
}

/**
 * Reads a writer's name: a first name that is known, and one to three more words.
 *
 * @param ends tells whether a part of a dateline may end before a word
 * @returns where the words go on; `at` where no name stands or it does not end there
 */
export function readWriter(
  words: readonly LineWord[],
  at: number,
  ends: (next: number) => boolean,
): number {
  let next = at;
  if (honorifics.has(words[next]?.text ?? '')) next += words[next + 1]?.text === '.' ? 2 : 1;
  const first = words[next];
  if (first?.kind !== 'word' || !(isGivenName(first.text) || isJoined(first))) return at;
  let [count, isLinked] = [0, false];
  for (; words[next]?.kind === 'word'; next += 1) {
    const text = words[next]?.text ?? '';
    if (count > 0 && (isAnother(words, next) || !mayFollow(text))) break;
    // «طه صديقي وديكلان والش» are two writers, of whom the second is not known; «محمود وهبي» is one.
    if (count > 1 && text.startsWith('و') && text.length > 3) return at;
    isLinked = links.has(text);
    if (!isLinked) count += 1;
  }
  if (count < 2 || count > maxWords || isLinked) return at;
  // «محمد علي الحديدة» has lost the sign before its place.
  if (placeNames.has(words[next - 1]?.text ?? '') && count > 2) return at;
  return ends(next) || isAnother(words, next) ? next : at;
}
