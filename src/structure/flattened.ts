import type { Span } from '../model/structure.ts';
import { signsOf } from './features.ts';
import { type Candidate, candidatesAt, type Reading } from './phrase.ts';
import { support, weights } from './weights.ts';

/** A phrase with the probability that it is a heading of this very extent. */
export interface Recognised extends Span {
  readonly confidence: number;
}

/** At one sentence's start: the likeliest phrase and its log-odds against all else. */
interface Best {
  readonly candidate: Candidate;
  readonly logOdds: number;
  readonly probability: number;
}

/** Least confidence that is worth a report. */
const leastConfidence = 0.05;

function scoreOf(reading: Reading, candidate: Candidate): number {
  let score = 0;
  for (const sign of signsOf(reading, candidate)) score += weights.get(sign) ?? 0;
  return score;
}

/** The likeliest phrase at the start of a sentence: a choice between all of them and none. */
function bestAt(reading: Reading, sentence: number): Best | undefined {
  let best: Candidate | undefined;
  let bestMass = 0;
  let mass = 1;
  for (const candidate of candidatesAt(reading, sentence)) {
    const own = Math.exp(scoreOf(reading, candidate));
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
 * Weighs each phrase with the others of its article: headings come in several, so likely ones raise
 * each other, and a lone one has to be stronger.
 */
function weighTogether(found: readonly Best[]): Recognised[] {
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
 * Finds headings glued in front of their sections in flattened text: «… نهاية العام. ميزانية الجامعة
 * وقال المدير إن …». Each sentence's start is weighed by the signs of `features.ts`.
 *
 * @param reading The text read.
 * @returns Phrases that may be headings, in order, not overlapping, with their confidence; the
 *   caller chooses the threshold. Linear in the length.
 */
export function recognise(reading: Reading): Recognised[] {
  const found: Best[] = [];
  for (let sentence = 1; sentence < reading.sentences.length; sentence += 1) {
    // A heading stands between two paragraphs, so not at the start of a line or under a heading.
    if (reading.sentences[sentence]?.opens !== false) continue;
    const best = bestAt(reading, sentence);
    if (best !== undefined) found.push(best);
  }
  return weighTogether(found).filter(({ confidence }) => confidence >= leastConfidence);
}
