import type { CandidatePhrase, TokenizedText, Word } from './candidates.ts';
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

/** Returns the share of the phrase's stems that recur within `window` words after it. */
function echo(
  tokenized: TokenizedText,
  stems: ReadonlySet<string>,
  from: number,
  window: number,
): number {
  const heard = new Set<string>();
  const to = Math.min(tokenized.words.length, from + window);
  for (let index = from; index < to; index += 1) {
    const stem = tokenized.words[index]?.stem;
    if (stem !== undefined && stems.has(stem)) heard.add(stem);
  }
  return heard.size;
}

/** Tells whether adjective and noun agree in gender, judging by their endings. */
function agrees(left: Word, right: Word): boolean {
  const isFeminine = (word: Word): boolean => /(?:ه|ات|اء)$/.test(word.folded);
  return isFeminine(left) === isFeminine(right);
}

/**
 * Returns the features of a candidate, by name; `weights.ts` holds the weight of each.
 *
 * @param tokenized The tokenised text.
 * @param candidate The phrase.
 * @returns Names of the features present. Bounded work: it looks at most forty words ahead.
 */
export function signsOf(tokenized: TokenizedText, candidate: CandidatePhrase): string[] {
  const { first, last } = candidate;
  const phrase = tokenized.words.slice(first, last + 1);
  const head = phrase[0];
  const tail = phrase.at(-1);
  const sentence = tokenized.sentences[candidate.sentence];
  if (head === undefined || tail === undefined || sentence === undefined) return [];
  const size = phrase.length;
  const shapes = phrase.map(shapeOf).join('');
  const source = tokenized.text.slice(candidate.start, candidate.end);
  const next = tokenized.words[last + 1];
  const opening = openingOf(tokenized, last + 1);
  const tailShape = shapes.at(-1) ?? 'X';
  const signs = [
    'bias',
    `size ${size}`,
    `head ${head.kind}`,
    `tail ${tail.kind}`,
    `next ${opening}`,
    `second ${tokenized.words[last + 2]?.kind ?? 'none'}`,
    `seam ${tailShape} ${opening}`,
    `size ${Math.min(size, 5)} ${/^(?:wa|conn|open|comma)/.test(opening) ? 'opened' : 'bare'}`,
  ];
  signs.push(size <= 4 ? `shape ${shapes}` : `shape ${shapes.slice(0, 3)}…${shapes.slice(-1)}`);

  const middle = shapes.slice(1);
  if (middle.includes('V')) signs.push('verb within');
  if (middle.includes('R')) signs.push('clause within');
  if (middle.includes('W')) signs.push('joined');
  if (phrase.some((word) => word.kind === 'relative')) signs.push('relative within');
  if (phrase.some((word) => word.kind === 'particle')) signs.push('particle within');
  if (phrase.some((word) => word.kind === 'pronoun')) signs.push('pronoun within');
  if (/[اأ]ً|ًا/.test(text(tokenized, tail))) signs.push('tail adverb');
  if (/(?:ها|هم|هما)$/.test(tail.folded)) signs.push('tail owned');
  if (/(?:ها|هم|هما)$/.test(head.folded)) signs.push('head owned');
  if (/[؟?]/.test(source.slice(-3))) signs.push('question');
  if (/[:]/.test(source)) signs.push('colon');
  if (/\.\.|…/.test(source)) signs.push('dots');
  if (/\s[-–—]\s/.test(source)) signs.push('dash');
  if (/^[«"“(]/.test(source)) signs.push(/[»"”)]$/.test(source) ? 'quoted' : 'quote first');
  else if (/[«"“(]/.test(source)) signs.push('quote within');
  if (/^[\s»"”)]*[«"“(]/.test(tokenized.text.slice(tail.end, next?.start ?? tail.end))) {
    signs.push('next quoted');
  }

  const stems = new Set(phrase.map((word) => word.stem).filter((stem) => stem !== ''));
  if (stems.size > 0) {
    const near = echo(tokenized, stems, last + 1, nearWindow);
    const far = echo(tokenized, stems, last + 1, echoWindow);
    signs.push(`echo ${Math.min(stems.size, 4)} ${Math.min(near, 2)} ${Math.min(far, 3)}`);
    if (near > 0 && size <= 4) signs.push('echo near');
    const before = echo(
      tokenized,
      stems,
      Math.max(0, first - echoWindow),
      Math.min(first, echoWindow),
    );
    signs.push(`past ${Math.min(before, 2)}`);
  }
  if (head.stem !== '' && head.stem === tokenized.words[last + 1]?.stem) signs.push('head again');
  if (size >= 2 && phrase[size - 2] !== undefined && tailShape === 'I') {
    const before = phrase[size - 2];
    if (before !== undefined && shapeOf(before) === 'I') {
      signs.push(agrees(before, tail) ? 'tail agrees' : 'tail disagrees');
    }
  }
  if (next !== undefined && /^I$/.test(shapeOf(next)) && tailShape === 'I') {
    signs.push(agrees(tail, next) ? 'next agrees' : 'next disagrees');
  }
  const isWhole = last === sentence.last;
  const rest = isWhole ? 99 : sentence.last - last;
  signs.push(`rest ${bucket(rest, [6, 9, 13, 20, 30])}`);
  signs.push(`from ${bucket(first, [1, 20, 45])}`);
  signs.push(`left ${bucket(tokenized.words.length - last, [15, 30, 60])}`);
  const previous = tokenized.sentences[candidate.sentence - 1];
  if (previous !== undefined) {
    signs.push(`before ${bucket(previous.last - previous.first, [5, 12])}`);
    if (sentence.start === previous.end) signs.push('glued');
    const end = tokenized.text[previous.end - 1] ?? '';
    signs.push(`after ${end === '.' ? 'stop' : /[؟?!]/.test(end) ? 'question' : 'quote'}`);
  }
  return signs;
}

function text(tokenized: TokenizedText, word: Word): string {
  return word.end - word.start > 40 ? '' : tokenized.text.slice(word.start, word.end);
}
