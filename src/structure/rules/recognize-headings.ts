import type { Span } from '../../model/structure.ts';
import { exponential, logarithm, sigmoid } from '../odds.ts';
import { type CandidatePhrase, candidatesAt, type TokenizedText } from './candidates.ts';
import { featuresOf } from './features.ts';
import { support, weights } from './weights.ts';

/** A phrase with the probability that exactly it is a heading. */
export interface RecognizedHeading extends Span {
  readonly confidence: number;
}

/** The likeliest phrase at the start of a sentence, and its log-odds against all alternatives. */
interface BestPhrase {
  readonly candidate: CandidatePhrase;
  readonly logOdds: number;
  readonly probability: number;
}

/** Least confidence to be reported. */
const minConfidence = 0.05;

function scoreOf(tokenized: TokenizedText, candidate: CandidatePhrase): number {
  let score = 0;
  for (const feature of featuresOf(tokenized, candidate)) score += weights.get(feature) ?? 0;
  return score;
}

/** Finds the likeliest phrase at the start of a sentence: a choice among all phrases and none. */
function bestAt(tokenized: TokenizedText, sentence: number): BestPhrase | undefined {
  let best: CandidatePhrase | undefined;
  let bestMass = 0;
  let mass = 1;
  for (const candidate of candidatesAt(tokenized, sentence)) {
    const odds = exponential(scoreOf(tokenized, candidate));
    mass += odds;
    if (odds > bestMass) {
      best = candidate;
      bestMass = odds;
    }
  }
  if (best === undefined) return undefined;
  const probability = bestMass / mass;
  return { candidate: best, probability, logOdds: logarithm(bestMass / (mass - bestMass)) };
}

/**
 * Adjusts each phrase's confidence by the other phrases of the article: headings occur in groups, so
 * that others raise it and isolation lowers it.
 */
function adjustTogether(phrases: readonly BestPhrase[]): RecognizedHeading[] {
  let sum = 0;
  let first = 0;
  let second = 0;
  for (const { probability } of phrases) {
    sum += probability;
    if (probability > first) {
      second = first;
      first = probability;
    } else if (probability > second) second = probability;
  }
  const length = support.length * logarithm(Math.max(1, phrases.length));
  return phrases.map(({ candidate, probability, logOdds }) => {
    const other = probability === first ? second : first;
    const logit =
      support.bias +
      support.own * logOdds +
      support.best * logarithm(0.02 + other) +
      support.sum * logarithm(0.05 + Math.max(0, sum - probability)) +
      length;
    const confidence = sigmoid(logit);
    return { start: candidate.start, end: candidate.end, confidence };
  });
}

/**
 * Finds headings run into the text of their sections: «… نهاية العام. ميزانية الجامعة وقال المدير إن
 * …». The start of each sentence is scored by the features of `features.ts`.
 *
 * @param tokenized The tokenised text.
 * @returns Possible headings, in order, not overlapping, with their confidence; the caller applies a
 *   threshold. Linear in the length.
 */
export function recognizeHeadings(tokenized: TokenizedText): RecognizedHeading[] {
  const phrases: BestPhrase[] = [];
  for (let sentence = 1; sentence < tokenized.sentences.length; sentence += 1) {
    // A heading separates two paragraphs: none at the start of a line or directly under a heading.
    if (tokenized.sentences[sentence]?.opens !== false) continue;
    const best = bestAt(tokenized, sentence);
    if (best !== undefined) phrases.push(best);
  }
  return adjustTogether(phrases).filter(({ confidence }) => confidence >= minConfidence);
}
