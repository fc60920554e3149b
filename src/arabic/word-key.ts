import { shortKeyBounds } from './short-words.ts';
import { wawStems } from './waw-stems.ts';
import { endings as wordEndings } from './word-endings.ts';
import { longestWord } from './word-letters.ts';

/**
 * The key under which the search index keeps the forms of a word: what is left without anything that could be
 * an article, a particle or an ending, down to three letters. Unlike a stem it also loses letters of the
 * word itself («كتاب» has the key «تاب»), so that all forms of a word have one key, whatever else has it
 * too: `sameWord` tells which forms under a key are those of one word.
 */
const articles = [
  'ولال',
  'لال',
  'وبال',
  'وكال',
  'فبال',
  'فكال',
  'وال',
  'بال',
  'كال',
  'فال',
  'ولل',
  'فلل',
  'لل',
  'ال',
];

/** Particles that are one letter, and letters with which many words begin. */
const particles = 'وفبلك';

/** Groups endings by their last letter, so that most words are compared with few. */
function byLastLetter(list: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const ending of list) {
    const group = groups.get(ending.slice(-1)) ?? [];
    group.push(ending);
    groups.set(ending.slice(-1), group);
  }
  return groups;
}

/** Pronouns, which are the last ending of a word. */
const pronouns = byLastLetter(['هما', 'ها', 'هم', 'هن', 'كم', 'نا']);

/** Endings that are removed where three letters remain. */
const endings = byLastLetter(['ات', 'تان', 'تين', 'وا', 'ه', 'ت', 'ء']);

/** Endings that are removed where three letters remain behind what could be particles. */
const weakEndings = byLastLetter(['ان', 'ون', 'ين', 'ي', 'ا', 'و']);

/** Nouns of three letters of which the first could be a particle, whose duals are common. */
export const shortNouns: ReadonlySet<string> = new Set(
  'بلد بنك بيت برج بطل بند بحث كتب كلب لقب لون فرع فصل فرد فوز فلم وفد وقت وجه ولد وزن وعد وضع وطن'.split(
    ' ',
  ),
);

const minLetters = 3;

const wordsWithWaw = new Set(wawStems.split(' '));

/** Tells whether the initial و of a word is of the word, as far as the list of such words knows. */
export function hasListedWaw(word: string): boolean {
  for (let end = word.length; end >= minLetters; end -= 1) {
    const begun = word.slice(0, end);
    if (!wordsWithWaw.has(begun) && !(end === minLetters && shortNouns.has(begun))) continue;
    const rest = word.slice(end);
    if (wordEndings.has(rest) || rest.startsWith('ي')) return true;
  }
  return false;
}

/** Short words in ل, which with لل look like a word without it: «للجنة», «للقاء». */
const wordsInLam = /^ل(?:جنه|حظه|عبه|وحه|هجه|مسه|فته|قطه|قاء|واء)$/;

const fits = (form: string, letters: string): boolean =>
  form.startsWith(letters) && form.length - letters.length >= minLetters;

/** Returns the index behind the letters at the beginning that could be particles. */
function behindParticles(form: string, from: number, to: number): number {
  let at = from;
  while (at < to && particles.includes(form.charAt(at))) at += 1;
  return at;
}

/** Returns the ending of a group that a form has at `to`, and that leaves three letters. */
function endingAt(
  group: readonly string[] | undefined,
  form: string,
  from: number,
  to: number,
): number {
  for (const ending of group ?? []) {
    const at = to - ending.length;
    if (at - from >= minLetters && form.startsWith(ending, at)) return at;
  }
  return to;
}

/** Returns the end of a form without one more ending; `to` itself where it has none. */
function withoutEnding(form: string, from: number, to: number): number {
  if (to - from <= minLetters) return to;
  const last = form.charAt(to - 1);
  if (to === form.length) {
    const end = endingAt(pronouns.get(last), form, from, to);
    if (end < to) return end;
  }
  const end = endingAt(endings.get(last), form, from, to);
  if (end < to) return end;
  // Before an ending a hamza is written so: «وزرائهم», «لقاءات».
  if (to < form.length && (last === 'ي' || last === 'و') && form.charAt(to - 2) === 'ا')
    return to - 1;
  const weak = weakEndings.get(last)?.find((ending) => form.endsWith(ending, to));
  if (weak === undefined) return to;
  const weakEnd = to - weak.length;
  const isLeft = weakEnd - behindParticles(form, from, weakEnd) >= minLetters;
  const isShortNoun = weakEnd - from === minLetters && shortNouns.has(form.slice(from, weakEnd));
  return isLeft || isShortNoun ? weakEnd : to;
}

/** Returns the index behind the articles of a word: «الألمانية» seems to have two. */
function behindArticles(form: string): number {
  let at = 0;
  if (!form.startsWith('ال') && !particles.includes(form.charAt(0))) return at;
  for (let n = 0; n < 2; n += 1) {
    const rest = form.slice(at);
    const article = n === 0 ? articles.find((letters) => fits(rest, letters)) : 'ال';
    if (article === undefined || !fits(rest, article)) break;
    at += article.length;
  }
  return at > 1 && form.startsWith('لل', at - 2) && wordsInLam.test(form.slice(at - 1))
    ? at - 1
    : at;
}

/** Returns start and end of the key of a word folded by `eachWord`. */
export function keyBounds(form: string): readonly [start: number, end: number] {
  const unit = form.charCodeAt(0);
  if (unit < 0x0621 || unit > 0x06ff || form.length > longestWord) return [0, form.length];
  const short = shortKeyBounds(form);
  if (short !== undefined) return short;
  const isListed = form.startsWith('و') && hasListedWaw(form);
  let start = isListed ? 0 : behindArticles(form);
  if (start === 0 && !isListed && form.startsWith('و') && form.length > minLetters) start = 1;
  let end = form.length;
  for (let next = withoutEnding(form, start, end); next < end; ) {
    end = next;
    next = withoutEnding(form, start, end);
  }
  while (end - start > minLetters && particles.includes(form.charAt(start))) start += 1;
  return [start, end];
}

/**
 * Returns the letters of an incomplete word behind its article, and those with which the keys of words that
 * begin so begin.
 */
export function beginningOf(word: string): { readonly begun: string; readonly key: string } {
  const article = articles.find(
    (letters) => word.startsWith(letters) && word.length > letters.length,
  );
  const begun = word.slice(article?.length ?? 0);
  const at = behindParticles(begun, 0, begun.length);
  return { begun, key: begun.slice(Math.min(at, begun.length - 1)) };
}

/** Returns the key of a word folded by `eachWord`. */
export const keyOf = (form: string): string => form.slice(...keyBounds(form));
