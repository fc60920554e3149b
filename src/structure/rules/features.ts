import type { CandidatePhrase, SentenceRange, TokenizedText, Word } from './candidates.ts';
import { connectives, openers } from './lexicon.ts';

/** Words after a heading in which its stems are searched for. */
const echoWindow = 40;
const nearWindow = 12;

type Shape = 'D' | 'I' | 'P' | 'V' | 'N' | 'W' | 'X' | 'R';

/** Returns the class of a word within a phrase: definite, indefinite, preposition, verb, …. */
function shapeOf(word: Word): Shape {
  switch (word.kind) {
    case 'definite':
      return 'D';
    case 'plain':
    case 'bound':
    case 'title':
      return 'I';
    case 'preposition':
    case 'prefixed':
      return 'P';
    case 'past':
    case 'present':
    case 'future':
      return 'V';
    case 'number':
      return 'N';
    case 'waDefinite':
    case 'waPlain':
      return 'W';
    case 'waPast':
    case 'waPresent':
    case 'waPreposition':
    case 'waParticle':
      return 'R';
    default:
      return 'X';
  }
}

/**
 * Returns the index of a value's range.
 *
 * @param value A number.
 * @param edges Lower bounds of all ranges but the first, ascending.
 * @returns 0 for less than the first bound.
 */
export function bucket(value: number, edges: readonly number[]): number {
  let index = 0;
  while (index < edges.length && value >= (edges[index] ?? 0)) index += 1;
  return index;
}

/**
 * Classifies how a text opens at a word: «من جهته», «وقال», «كما», a verb, a noun, ….
 *
 * @param tokenized The tokenised text.
 * @param index Index of the word.
 * @returns The name of the opening; `none` at the end.
 */
export function openingOf(tokenized: TokenizedText, index: number): string {
  const word = tokenized.words[index];
  const second = tokenized.words[index + 1];
  if (word === undefined) return 'none';
  if (word.kind === 'preposition' && second !== undefined && connectives.has(second.folded)) {
    return 'connective';
  }
  if (openers.has(word.folded)) return 'opener';
  if (word.kind === 'plain') {
    // An adverb with a comma («سياسيًا،», «ميدانياً،»); a comma after one word marks an opening in
    // any case.
    if (second !== undefined && /^\s*،/.test(tokenized.text.slice(word.end, second.start))) {
      return 'comma';
    }
    if (word.folded.startsWith('و')) return 'plainW';
    if (/^ف/.test(word.folded)) return 'plainF';
    if (word.folded.endsWith('ت') && word.folded.length <= 7) return 'plainT';
    if (/يه?$/.test(word.folded)) return 'adjective';
  }
  if (word.kind === 'waPlain') {
    if (/^وت/.test(word.folded)) return 'waT';
    if (/^و[بلك]/.test(word.folded)) return 'waBound';
    if (word.folded.endsWith('ت')) return 'waVerbal';
  }
  return word.kind;
}

/** Returns the number of stems that recur in the `window` words from index `from`. */
function countRecurring(
  tokenized: TokenizedText,
  stems: ReadonlySet<string>,
  from: number,
  window: number,
): number {
  const recurring = new Set<string>();
  const to = Math.min(tokenized.words.length, from + window);
  for (let index = from; index < to; index += 1) {
    const stem = tokenized.words[index]?.stem;
    if (stem !== undefined && stems.has(stem)) recurring.add(stem);
  }
  return recurring.size;
}

/** Tells whether adjective and noun agree in gender, judging by their endings. */
function agrees(left: Word, right: Word): boolean {
  const isFeminine = (word: Word): boolean => /(?:ه|ات|اء)$/.test(word.folded);
  return isFeminine(left) === isFeminine(right);
}

/** A candidate phrase with its words, from which the features are computed. */
interface Phrase {
  readonly tokenized: TokenizedText;
  readonly candidate: CandidatePhrase;
  readonly words: readonly Word[];
  readonly head: Word;
  readonly tail: Word;
  /** The shapes of its words, one letter each. */
  readonly shapes: string;
}

/** Returns features of the words of a phrase and of the words after it. */
function wordFeatures({ tokenized, candidate, words, head, tail, shapes }: Phrase): string[] {
  const { last } = candidate;
  const size = words.length;
  const opening = openingOf(tokenized, last + 1);
  const features = [
    'bias',
    `size ${size}`,
    `head ${head.kind}`,
    `tail ${tail.kind}`,
    `next ${opening}`,
    `second ${tokenized.words[last + 2]?.kind ?? 'none'}`,
    `seam ${shapes.at(-1) ?? 'X'} ${opening}`,
    `size ${Math.min(size, 5)} ${/^(?:wa|conn|open|comma)/.test(opening) ? 'opened' : 'bare'}`,
  ];
  features.push(size <= 4 ? `shape ${shapes}` : `shape ${shapes.slice(0, 3)}…${shapes.slice(-1)}`);
  const middle = shapes.slice(1);
  if (middle.includes('V')) features.push('verb within');
  if (middle.includes('R')) features.push('clause within');
  if (middle.includes('W')) features.push('joined');
  if (words.some((word) => word.kind === 'relative')) features.push('relative within');
  if (words.some((word) => word.kind === 'particle')) features.push('particle within');
  if (words.some((word) => word.kind === 'pronoun')) features.push('pronoun within');
  if (/[اأ]ً|ًا/.test(text(tokenized, tail))) features.push('tail adverb');
  if (/(?:ها|هم|هما)$/.test(tail.folded)) features.push('tail owned');
  if (/(?:ها|هم|هما)$/.test(head.folded)) features.push('head owned');
  return features;
}

/** Returns features of the punctuation of a phrase. */
function punctuationFeatures({ tokenized, candidate, tail }: Phrase): string[] {
  const source = tokenized.text.slice(candidate.start, candidate.end);
  const next = tokenized.words[candidate.last + 1];
  const features: string[] = [];
  if (/[؟?]/.test(source.slice(-3))) features.push('question');
  if (/[:]/.test(source)) features.push('colon');
  if (/\.\.|…/.test(source)) features.push('dots');
  if (/\s[-–—]\s/.test(source)) features.push('dash');
  if (/^[«"“(]/.test(source)) features.push(/[»"”)]$/.test(source) ? 'quoted' : 'quote first');
  else if (/[«"“(]/.test(source)) features.push('quote within');
  if (/^[\s»"”)]*[«"“(]/.test(tokenized.text.slice(tail.end, next?.start ?? tail.end))) {
    features.push('next quoted');
  }
  return features;
}

/** Returns features of stems that recur around a phrase, and of agreement between neighbouring words. */
function stemFeatures({ tokenized, candidate, words, head, tail, shapes }: Phrase): string[] {
  const { first, last } = candidate;
  const size = words.length;
  const next = tokenized.words[last + 1];
  const features: string[] = [];
  const stems = new Set(words.map((word) => word.stem).filter((stem) => stem !== ''));
  if (stems.size > 0) {
    const near = countRecurring(tokenized, stems, last + 1, nearWindow);
    const far = countRecurring(tokenized, stems, last + 1, echoWindow);
    features.push(`echo ${Math.min(stems.size, 4)} ${Math.min(near, 2)} ${Math.min(far, 3)}`);
    if (near > 0 && size <= 4) features.push('echo near');
    const from = Math.max(0, first - echoWindow);
    const before = countRecurring(tokenized, stems, from, Math.min(first, echoWindow));
    features.push(`past ${Math.min(before, 2)}`);
  }
  if (head.stem !== '' && head.stem === next?.stem) features.push('head again');
  const isTailIndefinite = shapes.at(-1) === 'I';
  const beforeTail = words[size - 2];
  if (beforeTail !== undefined && isTailIndefinite && shapeOf(beforeTail) === 'I') {
    features.push(agrees(beforeTail, tail) ? 'tail agrees' : 'tail disagrees');
  }
  if (next !== undefined && shapeOf(next) === 'I' && isTailIndefinite) {
    features.push(agrees(tail, next) ? 'next agrees' : 'next disagrees');
  }
  return features;
}

/** Returns features of the position of a phrase in its sentence and text. */
function positionFeatures({ tokenized, candidate }: Phrase, sentence: SentenceRange): string[] {
  const { first, last } = candidate;
  const rest = last === sentence.last ? 99 : sentence.last - last;
  const features = [
    `rest ${bucket(rest, [6, 9, 13, 20, 30])}`,
    `from ${bucket(first, [1, 20, 45])}`,
    `left ${bucket(tokenized.words.length - last, [15, 30, 60])}`,
  ];
  const previous = tokenized.sentences[candidate.sentence - 1];
  if (previous !== undefined) {
    features.push(`before ${bucket(previous.last - previous.first, [5, 12])}`);
    if (sentence.start === previous.end) features.push('glued');
    const end = tokenized.text[previous.end - 1] ?? '';
    features.push(`after ${end === '.' ? 'stop' : /[؟?!]/.test(end) ? 'question' : 'quote'}`);
  }
  return features;
}

/**
 * Returns the features of a candidate, by name; `weights.ts` holds the weight of each.
 *
 * @param tokenized The tokenised text.
 * @param candidate The phrase.
 * @returns Names of the features present, in a fixed order, because the order of summation affects the
 *   score. Bounded work: at most forty words ahead are read.
 */
export function featuresOf(tokenized: TokenizedText, candidate: CandidatePhrase): string[] {
  const words = tokenized.words.slice(candidate.first, candidate.last + 1);
  const [head, tail] = [words[0], words.at(-1)];
  const sentence = tokenized.sentences[candidate.sentence];
  if (head === undefined || tail === undefined || sentence === undefined) return [];
  const shapes = words.map(shapeOf).join('');
  const phrase: Phrase = { tokenized, candidate, words, head, tail, shapes };
  return [
    ...wordFeatures(phrase),
    ...punctuationFeatures(phrase),
    ...stemFeatures(phrase),
    ...positionFeatures(phrase, sentence),
  ];
}

/** Returns a word as printed; empty for a string too long to be a word. */
function text(tokenized: TokenizedText, word: Word): string {
  return word.end - word.start > 40 ? '' : tokenized.text.slice(word.start, word.end);
}
