import { isGivenName } from '../../arabic/given-names.ts';
import { asTitle } from '../titles.ts';
import { anotherAuthorFollows, hasConjunction, honorifics, readAuthorName } from './author-name.ts';
import { personTitles } from './credit-words.ts';
import type { LineToken } from './line-tokens.ts';

/** Most authors of one line. */
const maxAuthors = 6;

const separatorSigns = new Set('-|/\\،,:؛;•·*()[]=_~&+'.split(''));
/** Tells whether a token separates parts of a byline. */
export const isSeparator = (token: LineToken | undefined): boolean =>
  token?.kind === 'sign' && separatorSigns.has(token.text);

/** Words that no name holds, folded. */
const notInNames =
  /^(?:في|من|علي|عن|الي|بعد|قبل|ان|قال|قالت|اكد|اكدت|الذي|التي|هو|هي|مع|هل|ما|لا|لم|لن|كان|ثم|او|حول|ضد|بين|كل|هذا|هذه|ذلك|تلك|حين|عندما|كيف|لماذا|متي|اين|اذا|قد|ليس|غير|منذ|حتي|نحو|وصورها|وصوره|وصورتها|خلال|بسبب|امام|تحت|فوق)$/;

/** Which names count: listed given names, those that are likely names, any. */
export type NameFreedom = 'listed' | 'likely' | 'any';

/** A line and its tokens. */
export interface NamedLine {
  readonly line: string;
  readonly tokens: readonly LineToken[];
}

/** Returns the index after the titles of a person: «د.», «الكاتب». */
export function afterTitles(tokens: readonly LineToken[], start: number): number {
  let at = start;
  while (honorifics.has(tokens[at]?.text ?? '') || personTitles.has(tokens[at]?.text ?? '')) {
    if (tokens[at + 1]?.kind !== 'word' && !'./'.includes(tokens[at + 1]?.text ?? 'x')) break;
    at += 1;
    while (tokens[at]?.kind === 'sign' && './'.includes(tokens[at]?.text ?? 'x')) at += 1;
  }
  return at;
}

/** Tells whether a name or another part of the line may end before `at`. */
export const endsAt = (tokens: readonly LineToken[], at: number): boolean =>
  at >= tokens.length ||
  isSeparator(tokens[at]) ||
  ['.', '«', '"', 'وصورها', 'وصوره', 'وصورتها'].includes(tokens[at]?.text ?? '');

/** Reads the words of a name that is not listed: two to four, none of which can be of a sentence. */
function readUnlistedName(
  tokens: readonly LineToken[],
  at: number,
  least: number,
  freedom: NameFreedom,
): number {
  let next = at;
  while (tokens[next]?.kind === 'word' && !anotherAuthorFollows(tokens, next)) next += 1;
  const words = tokens.slice(at, next).map(({ text }) => text);
  if (words.length < least || words.length > 4) return at;
  const isName = words.every(
    (word, i) =>
      word.length > 1 &&
      !notInNames.test(word) &&
      !(i > 0 && /^[يتن]\p{L}{4,}$/u.test(word)) &&
      !(i === 0 && least > 1 && freedom !== 'any' && word.endsWith('ه') && !isGivenName(word)) &&
      !(i === 0 && word.startsWith('ال') && words.length > 1 && least > 1),
  );
  return isName && (endsAt(tokens, next) || anotherAuthorFollows(tokens, next)) ? next : at;
}

/**
 * Reads names of persons, joined by «و», commas or dashes.
 *
 * @param freedom which names may be one
 * @param take receives each name
 * @returns the index after the last; `at` where there is none
 */
export function readNames(
  { line, tokens }: NamedLine,
  at: number,
  freedom: NameFreedom,
  take: (name: string) => void,
): number {
  let [next, end, count] = [at, at, 0];
  while (next < tokens.length && count < maxAuthors) {
    let start = next;
    if (tokens[start]?.text === 'و') start += 1;
    const person = afterTitles(tokens, start);
    const hasTitle = person > start;
    let last = readAuthorName(tokens, person, (after) => endsAt(tokens, after));
    if (last === person && freedom !== 'listed' && count === 0) {
      last = readUnlistedName(tokens, person, hasTitle ? 1 : 2, freedom);
      if (last === person) {
        const one = readUnlistedName(tokens, person, 1, freedom);
        if (hasTitle || one === person + 1) last = one;
      }
      // One word alone is a name only at the end of the line.
      const isWord = last === person + 1 && last === tokens.length;
      if (!hasTitle && last > person && !isWord && last - person < 2) last = person;
    }
    if (last === person && freedom !== 'listed' && count > 0)
      last = readUnlistedName(tokens, person, 2, freedom);
    if (last === person) break;
    const first = tokens[start];
    const skipped = first !== undefined && hasConjunction(first) && count > 0 ? 1 : 0;
    const from = (tokens[start]?.start ?? 0) + skipped;
    take(asTitle(line.slice(from, tokens[last - 1]?.end)).normalize('NFC'));
    count += 1;
    end = last;
    next = last;
    const joins = isSeparator(tokens[next]) && !['(', '[', ':'].includes(tokens[next]?.text ?? '');
    if (joins) next += 1;
    else if (!anotherAuthorFollows(tokens, next)) break;
  }
  return end;
}
