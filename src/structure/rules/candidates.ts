import { fold } from '../../arabic/letters.ts';
import { sentences } from '../../arabic/sentences.ts';
import { words } from '../../arabic/tokenize.ts';
import type { Span } from '../../model/structure.ts';
import { classOf, coarseStem, type WordClass } from './word-class.ts';

/** Most words of a heading in running text: the maximum in the labelled articles. */
export const maxHeadingWords = 9;

/** Greatest length of such a heading, in code units. */
export const maxHeadingLength = 65;

/** A word with the properties of its form. */
export interface Word extends Span {
  readonly folded: string;
  readonly kind: WordClass;
  readonly stem: string;
}

/** A tokenised span of flattened text: words, and sentences as ranges of words. */
export interface TokenizedText {
  readonly text: string;
  readonly words: readonly Word[];
  /** Sentences in order, with their spans. */
  readonly sentences: readonly SentenceRange[];
}

/** A sentence; `first` and `last` (inclusive) are indices of words. */
export interface SentenceRange extends Span {
  readonly first: number;
  readonly last: number;
  /** Whether the sentence opens its span: a line, or the text after a heading. */
  readonly opens: boolean;
}

/** A possible heading: words `first` to `last` of sentence `sentence`. */
export interface CandidatePhrase extends Span {
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
}

/** Tells whether a word is a vowelled passive verb («ونُقل», «وأُغلقت»), which opens a sentence. */
function isPassive(source: string): boolean {
  return /^و(?!ال)\p{L}ُ\p{L}{2,5}$/u.test(source);
}

/**
 * Tokenises spans of a text into words and sentences.
 *
 * @param text The whole text.
 * @param ranges The spans, in order; no sentence crosses from one to the next.
 * @returns The words and sentences. Linear in the length.
 */
export function analyzeText(text: string, ranges: readonly Span[]): TokenizedText {
  const all: Word[] = [];
  const sentenceRanges: SentenceRange[] = [];
  for (const range of ranges) {
    let opens = true;
    for (const span of sentences(text, range.start, range.end)) {
      const first = all.length;
      for (const word of words(text, span.start, span.end)) {
        // Longer strings are not words and get no form.
        const source = word.end - word.start > 40 ? '' : text.slice(word.start, word.end);
        const folded = fold(source);
        const kind = isPassive(source) ? 'waPast' : classOf(folded);
        all.push({ ...word, folded, kind, stem: coarseStem(folded) });
      }
      if (all.length === first) continue;
      sentenceRanges.push({ ...span, first, last: all.length - 1, opens });
      opens = false;
    }
  }
  return { text, words: all, sentences: sentenceRanges };
}

/** Punctuation allowed between two words of a heading: quotation marks, colon, dash, slash, two dots. */
const innerPunctuation =
  /^[ \u00a0\t]*(?:[«»"“”()']*|:|[-–—ـ/]|\.\.|\.\.\.|…|[»")]\s*(?:\.\.|[-–—:]))[ \u00a0\t]*[«"“(]?$/;
/** White space and punctuation allowed between a heading and the sentence after it. */
const followingGap = /^[»")”’]?[ \u00a0\t]+[«"“(]?$/;
const gapAfterQuestion = /^[»")”]?[؟!?]+[»")”]?\s*[«"“(]?$/;

/** Tells whether quotation marks and brackets are balanced in a phrase. */
function isBalanced(phrase: string): boolean {
  let guillemets = 0;
  let brackets = 0;
  let quotes = 0;
  for (const character of phrase) {
    if (character === '«') guillemets += 1;
    else if (character === '»') guillemets -= 1;
    else if (character === '(') brackets += 1;
    else if (character === ')') brackets -= 1;
    else if (character === '"') quotes += 1;
  }
  return guillemets === 0 && brackets === 0 && quotes % 2 === 0;
}

/** Returns the text between word `index` and the next; empty after the last word. */
function gapAfter(tokenized: TokenizedText, index: number): string {
  const word = tokenized.words[index];
  const next = tokenized.words[index + 1];
  if (word === undefined || next === undefined || next.start - word.end > 12) return '\n';
  return tokenized.text.slice(word.end, next.start);
}

/**
 * Returns the phrases at the start of a sentence whose punctuation and length allow a heading: one
 * for each number of words.
 *
 * @param tokenized The tokenised text.
 * @param index Index of the sentence.
 * @returns Candidates, shortest first; at most nine.
 */
export function candidatesAt(tokenized: TokenizedText, index: number): CandidatePhrase[] {
  const sentence = tokenized.sentences[index];
  const opening = sentence === undefined ? undefined : tokenized.words[sentence.first];
  if (sentence === undefined || opening === undefined) return [];
  // `* ` and `- ` open list items; a heading opens with a word or a quotation.
  const isQuoted = /[«"“(]/.test(tokenized.text[sentence.start] ?? '');
  if (opening.start - sentence.start > (isQuoted ? 1 : 0)) return [];
  const candidates: CandidatePhrase[] = [];
  const limit = Math.min(sentence.last, sentence.first + maxHeadingWords - 1);
  for (let last = sentence.first; last <= limit; last += 1) {
    const word = tokenized.words[last];
    if (word === undefined || word.end - sentence.start > maxHeadingLength) break;
    const gap = gapAfter(tokenized, last);
    const isWhole = last === sentence.last;
    const rest = isWhole ? tokenized.sentences[index + 1] : sentence;
    const isApart = rest === undefined || (isWhole && rest.opens);
    const restWords = isApart ? 0 : rest.last - (isWhole ? rest.first - 1 : last);
    const mayEndHere = (isWhole ? gapAfterQuestion : followingGap).test(gap);
    if (mayEndHere && restWords >= 4 && (!isWhole || last > sentence.first)) {
      const end = word.end + gap.search(/\s|[«“(]|$/);
      if (isBalanced(tokenized.text.slice(sentence.start, end))) {
        candidates.push({
          start: sentence.start,
          end,
          first: sentence.first,
          last,
          sentence: index,
        });
      }
    }
    if (isWhole || !innerPunctuation.test(gap)) break;
  }
  return candidates;
}
