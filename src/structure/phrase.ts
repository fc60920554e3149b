import { fold } from '../arabic/letters.ts';
import { sentences } from '../arabic/sentences.ts';
import { words } from '../arabic/tokenize.ts';
import type { Span } from '../model/structure.ts';
import { classOf, stemOf, type WordClass } from './word-class.ts';

/** Most words of a heading in running news; the labelled articles go no further. */
export const maxHeadingWords = 9;

/** Most letters of such a heading, spaces among them. */
export const maxHeadingLength = 65;

/** A word with what its form tells. */
export interface Word extends Span {
  readonly folded: string;
  readonly kind: WordClass;
  readonly stem: string;
}

/** A stretch of flattened text, read: its words, and which word begins and ends each sentence. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  /** Sentences as ranges of words, in order, with the span of their characters. */
  readonly sentences: readonly ReadSentence[];
}

/** A sentence: `first` to `last` (included) number its words. */
export interface ReadSentence extends Span {
  readonly first: number;
  readonly last: number;
  /** Whether the sentence opens its stretch: a line, or the text after a heading. */
  readonly opens: boolean;
}

/** A phrase that may be a heading: words `first` to `last`, within sentence `sentence`. */
export interface Candidate extends Span {
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/** «ونُقل», «وأُغلقت»: the one vowel that news writes marks a passive, which opens a sentence. */
function isPassive(source: string): boolean {
  return /^و(?!ال)\p{L}ُ\p{L}{2,5}$/u.test(source);
}

/**
 * Reads stretches of a text into words and sentences.
 *
 * @param text The whole text.
 * @param ranges The stretches, in order; a sentence never crosses from one to the next.
 * @returns The reading. Linear in the length.
 */
export function read(text: string, ranges: readonly Span[]): Reading {
  const all: Word[] = [];
  const found: ReadSentence[] = [];
  for (const range of ranges) {
    let opens = true;
    for (const span of sentences(text, range.start, range.end)) {
      const first = all.length;
      for (const word of words(text, span.start, span.end)) {
        // A word of a thousand letters is no word; its form is not looked at.
        const source = word.end - word.start > 40 ? '' : text.slice(word.start, word.end);
        const folded = fold(source);
        const kind = isPassive(source) ? 'waPast' : classOf(folded);
        all.push({ ...word, folded, kind, stem: stemOf(folded) });
      }
      if (all.length === first) continue;
      found.push({ ...span, first, last: all.length - 1, opens });
      opens = false;
    }
  }
  return { text, words: all, sentences: found };
}

/** What may stand between two words of a heading: quotation, a colon, a dash, a slash, two dots. */
const inner =
  /^[ \u00a0\t]*(?:[«»"“”()']*|:|[-–—ـ/]|\.\.|\.\.\.|…|[»")]\s*(?:\.\.|[-–—:]))[ \u00a0\t]*[«"“(]?$/;
/** What may stand between a heading and the sentence after it. */
const after = /^[»")”’]?[ \u00a0\t]+[«"“(]?$/;
const afterQuestion = /^[»")”]?[؟!?]+[»")”]?\s*[«"“(]?$/;

/** Whether quotation marks and brackets that open in the phrase close in it. */
function isBalanced(phrase: string): boolean {
  let guillemets = 0;
  let brackets = 0;
  let quotes = 0;
  for (const sign of phrase) {
    if (sign === '«') guillemets += 1;
    else if (sign === '»') guillemets -= 1;
    else if (sign === '(') brackets += 1;
    else if (sign === ')') brackets -= 1;
    else if (sign === '"') quotes += 1;
  }
  return guillemets === 0 && brackets === 0 && quotes % 2 === 0;
}

/** The text between word `index` and the next; empty after the last word. */
function gapAfter(reading: Reading, index: number): string {
  const word = reading.words[index];
  const next = reading.words[index + 1];
  if (word === undefined || next === undefined || next.start - word.end > 12) return '\n';
  return reading.text.slice(word.end, next.start);
}

/**
 * The phrases at the start of a sentence that could be a heading by their punctuation and length:
 * one for each number of words.
 *
 * @param reading The text read.
 * @param index Number of the sentence.
 * @returns Candidates, shortest first; at most nine.
 */
export function candidatesAt(reading: Reading, index: number): Candidate[] {
  const sentence = reading.sentences[index];
  const opening = sentence === undefined ? undefined : reading.words[sentence.first];
  if (sentence === undefined || opening === undefined) return [];
  // «* » and «- » open items of a list; a heading opens with a word or a quotation.
  const isQuoted = /[«"“(]/.test(reading.text[sentence.start] ?? '');
  if (opening.start - sentence.start > (isQuoted ? 1 : 0)) return [];
  const found: Candidate[] = [];
  const limit = Math.min(sentence.last, sentence.first + maxHeadingWords - 1);
  for (let last = sentence.first; last <= limit; last += 1) {
    const word = reading.words[last];
    if (word === undefined || word.end - sentence.start > maxHeadingLength) break;
    const gap = gapAfter(reading, last);
    const isWhole = last === sentence.last;
    const rest = isWhole ? reading.sentences[index + 1] : sentence;
    const isApart = rest === undefined || (isWhole && rest.opens);
    const restWords = isApart ? 0 : rest.last - (isWhole ? rest.first - 1 : last);
    const closes = (isWhole ? afterQuestion : after).test(gap);
    if (closes && restWords >= 4 && (!isWhole || last > sentence.first)) {
      const end = word.end + gap.search(/\s|[«“(]|$/);
      if (isBalanced(reading.text.slice(sentence.start, end))) {
        found.push({ start: sentence.start, end, first: sentence.first, last, sentence: index });
      }
    }
    if (isWhole || !inner.test(gap)) break;
  }
  return found;
}
