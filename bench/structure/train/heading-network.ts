import { MAX_WORDS, mayStart } from '../../../src/structure/learned/spans.ts';
import { type Tokens, tokenize } from '../../../src/structure/learned/tokens.ts';
import { type BoundaryNetwork, CLIP } from './boundary-network.ts';
import { type Article, goldByWord, isRead, PARAGRAPH, type Segment } from './corpus.ts';
import {
  type HeadingNetwork,
  headingLogits,
  learnEnd,
  learnWords,
  newHeadingNetwork,
  squaresOf,
} from './heading-layers.ts';
import { type Fragment, HeadingSamples, type Text, WINDOW } from './heading-samples.ts';
import { rounded } from './quantise.ts';
import { random, shuffle } from './random.ts';
import { rowsOf } from './vocabulary.ts';

const REAL_CAPACITY = 120_000;
const SYNTHETIC_CAPACITY = 160_000;
/** Number of samples after which no segment adds any. */
const ENOUGH = 155_000;
/** Weight of a synthetic sample; a real one has weight 1. */
const SYNTHETIC_WEIGHT = 0.5;
/** Share of the words whose row is dropped in training, so that rare words rely on their affixes. */
const HIDDEN_WORDS = 0.1;

/** Parameters of one training pass. */
interface Pass {
  readonly rate: number;
  /** Learning rate of the embeddings, which are pre-trained. */
  readonly wordRate: number;
  readonly decay: number;
}

/** Returns fragments of titles, of two to six words, as synthetic headings. */
function titleFragments(articles: readonly Article[], next: () => number): Fragment[] {
  const out: Fragment[] = [];
  for (const { title } of articles) {
    const words = tokenize(title ?? '');
    let from = 0;
    for (let i = 0; i < words.count; i++) {
      if ((words.term[i] as number) === 0 && i + 1 < words.count) continue;
      let size = i - from + 1;
      if (size > 4) {
        const luck = next();
        size = luck < 0.45 ? 2 : luck < 0.7 ? 3 : luck < 0.85 ? 4 : Math.min(size, 6);
      }
      if (size >= 2 && size <= 6) out.push({ words, from, size });
      from = i + 1;
    }
  }
  return out;
}

/** Returns real headings, to be inserted before paragraphs of other articles. */
function headingFragments(articles: readonly Article[]): Fragment[] {
  return articles
    .flatMap(({ headings }) => headings)
    .filter(({ doubt }) => doubt !== true)
    .map(({ text }) => tokenize(text))
    .filter(({ count }) => count > 0 && count <= 8)
    .map((words) => ({ words, from: 0, size: words.count }));
}

function realSamples(articles: readonly Article[], textOf: (words: Tokens) => Text) {
  const samples = new HeadingSamples(REAL_CAPACITY);
  for (const article of articles) {
    const { words } = article;
    const text = textOf(words);
    const gold = goldByWord(article);
    for (let s = 1; s < words.count; s++) {
      if (!mayStart(words, s)) continue;
      const answer = gold.get(s) ?? 0;
      if (answer >= 0) samples.addStart(text, s, answer, 1);
    }
  }
  return samples;
}

/** Returns synthetic samples: headings inserted before paragraphs, and sentence starts without a heading. */
function syntheticSamples(
  segments: readonly Segment[],
  fragments: { readonly titles: readonly Fragment[]; readonly headings: readonly Fragment[] },
  textOf: (words: Tokens) => Text,
  next: () => number,
): HeadingSamples {
  const samples = new HeadingSamples(SYNTHETIC_CAPACITY);
  for (const { words, labels, fold, hasParagraphs } of segments) {
    if (!hasParagraphs) continue;
    const text = textOf(words);
    for (let i = 1; i + 8 < words.count; i++) {
      if (!mayStart(words, i)) continue;
      if (samples.count > ENOUGH) break;
      const isParagraph = labels[i] === PARAGRAPH;
      for (let again = 0; isParagraph && again < 2; again++) {
        if (next() < 0.3) continue;
        const list = next() < 0.5 ? fragments.headings : fragments.titles;
        const fragment = list[Math.floor(next() * list.length)] as Fragment;
        samples.addSynthetic(fragment, textOf(fragment.words), text, i, SYNTHETIC_WEIGHT);
      }
      if (!isParagraph && fold === -1) samples.addStart(text, i, 0, SYNTHETIC_WEIGHT);
    }
  }
  return samples;
}

/** Makes one pass over all samples in random order. */
function learn(
  net: HeadingNetwork,
  squares: HeadingNetwork,
  samples: HeadingSamples,
  { rate, wordRate, decay }: Pass,
  next: () => number,
): void {
  const order = Int32Array.from({ length: samples.count }, (_, i) => i);
  shuffle(order, next);
  const share = new Float64Array(MAX_WORDS);
  for (const n of order) {
    const own = samples.word.subarray(n * WINDOW, (n + 1) * WINDOW);
    const kept = own.slice();
    for (let j = 0; j < WINDOW; j++)
      if ((own[j] as number) > 0 && next() < HIDDEN_WORDS) own[j] = 0;
    headingLogits(net, samples, n, share);
    let top = 0;
    for (let k = 0; k < MAX_WORDS; k++) top = Math.max(top, share[k] as number);
    let sum = Math.exp(-top);
    for (let k = 0; k < MAX_WORDS; k++) {
      share[k] = Math.exp((share[k] as number) - top);
      sum += share[k] as number;
    }
    const answer = samples.answer[n] as number;
    const isSure = answer === 0 && Math.exp(-top) / sum > 0.998;
    for (let k = 0; k < MAX_WORDS && !isSure; k++) {
      const wanted = answer === k + 1 ? 1 : 0;
      const error = (samples.weight[n] as number) * ((share[k] as number) / sum - wanted);
      if (Math.abs(error) >= 1e-3) learnEnd(net, squares, k, error, rate, decay);
    }
    if (!isSure) learnWords(net, squares, samples, n, wordRate);
    own.set(kept);
  }
}

/**
 * Trains the heading network on all articles but those of the fold `held`: first on synthetic headings, then one
 * pass on real ones; quantises its embeddings.
 */
export function trainHeadingNetwork(
  segments: readonly Segment[],
  articles: readonly Article[],
  held: number,
  { vocabulary, network }: BoundaryNetwork,
): HeadingNetwork {
  const next = random(91);
  const known = new Map<Tokens, Text>();
  const textOf = (words: Tokens): Text => {
    const text = known.get(words) ?? { words, rows: rowsOf(words, vocabulary) };
    known.set(words, text);
    return text;
  };
  const read = articles.filter(({ fold }) => fold !== held);
  const real = realSamples(read, textOf);
  const fragments = { titles: titleFragments(read, next), headings: headingFragments(read) };
  const open = segments.filter((segment) => isRead(segment, held));
  const madeUp = syntheticSamples(open, fragments, textOf, next);
  const net = newHeadingNetwork(network, 31);
  const squares = squaresOf(net);
  learn(net, squares, madeUp, { rate: 0.05, wordRate: 0.02, decay: 1e-5 }, next);
  learn(net, squares, madeUp, { rate: 0.05 / 2, wordRate: 0.02 / 2, decay: 1e-5 }, next);
  learn(net, squaresOf(net), real, { rate: 0.03, wordRate: 0.015, decay: 1e-4 }, next);
  return {
    ...net,
    word: rounded(net.word, CLIP),
    affix: rounded(net.affix, CLIP),
    shape: rounded(net.shape, CLIP),
    mark: rounded(net.mark),
    size: rounded(net.size),
  };
}
