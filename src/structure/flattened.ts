import type { Span } from '../model/structure.ts';
import { type CandidatePhrase, candidatesAt, type TokenizedText } from './rules/candidates.ts';
import { signsOf } from './rules/features.ts';
import { support, weights } from './rules/weights.ts';

/** A phrase with the probability that exactly it is a heading. */
export interface RecognizedHeadings extends Span {
  readonly confidence: number;
}

/** The likeliest phrase at the start of a sentence, and its log-odds against all alternatives. */
interface Best {
  readonly candidate: CandidatePhrase;
  readonly logOdds: number;
  readonly probability: number;
}

/** Least confidence to be reported. */
const leastConfidence = 0.05;

function scoreOf(tokenized: TokenizedText, candidate: CandidatePhrase): number {
  let score = 0;
  for (const sign of signsOf(tokenized, candidate)) score += weights.get(sign) ?? 0;
  return score;
}

/** Finds the likeliest phrase at the start of a sentence: a choice among all phrases and none. */
function bestAt(tokenized: TokenizedText, sentence: number): Best | undefined {
  let best: CandidatePhrase | undefined;
  let bestMass = 0;
  let mass = 1;
  for (const candidate of candidatesAt(tokenized, sentence)) {
    const own = Math.exp(scoreOf(tokenized, candidate));
    mass += own;
    if (own > bestMass) {
      best = candidate;
      bestMass = own;
    }
  }
  if (best === undefined) return undefined;
  const probability = bestMass / mass;
  return { candidate: best, probability, logOdds: Math.log(bestMass / (mass - bestMass)) };
}

/**
 * Adjusts each phrase's confidence by the other phrases of the article: headings occur in groups, so
 * that others raise it and isolation lowers it.
 */
function weighTogether(found: readonly Best[]): RecognizedHeadings[] {
  let sum = 0;
  let first = 0;
  let second = 0;
  for (const { probability } of found) {
    sum += probability;
    if (probability > first) {
      second = first;
      first = probability;
    } else if (probability > second) second = probability;
  }
  const length = support.length * Math.log(Math.max(1, found.length));
  return found.map(({ candidate, probability, logOdds }) => {
    const other = probability === first ? second : first;
    const logit =
      support.bias +
      support.own * logOdds +
      support.best * Math.log(0.02 + other) +
      support.sum * Math.log(0.05 + Math.max(0, sum - probability)) +
      length;
    const confidence = 1 / (1 + Math.exp(-logit));
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
export function recognizeHeadings(tokenized: TokenizedText): RecognizedHeadings[] {
  const found: Best[] = [];
  for (let sentence = 1; sentence < tokenized.sentences.length; sentence += 1) {
    // A heading separates two paragraphs: none at the start of a line or directly under a heading.
    if (tokenized.sentences[sentence]?.opens !== false) continue;
    const best = bestAt(tokenized, sentence);
    if (best !== undefined) found.push(best);
  }
  return weighTogether(found).filter(({ confidence }) => confidence >= leastConfidence);
}
