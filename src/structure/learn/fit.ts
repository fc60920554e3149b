import type { Adaptation } from '../../model/learned-headings.ts';
import { sigmoid } from '../odds.ts';
import { featureCount } from './adapt.ts';

/** Possible headings of one article of known structure. */
export interface LabelledArticle {
  /** Log-odds of each by the model. */
  readonly logOdds: Float64Array;
  /** Features of each: `featureCount` numbers. */
  readonly rows: Float64Array;
  /** Whether each is a heading: 1 or 0. */
  readonly labels: Uint8Array;
}

/** The adaptation that changes nothing. */
export const identity: Adaptation = {
  slope: 1,
  offset: 0,
  weights: new Array<number>(featureCount).fill(0),
};

/** Number of parameters: slope, offset, weights. */
const size = featureCount + 2;

/** Strength of the prior on each parameter, as the number of undecided possible headings that outweigh it four times. */
const strength = { slope: 12, offset: 3, weight: 6 };

/** Greatest distance of each parameter from that of no adaptation. */
const most = { slope: 0.6, offset: 3, weight: 2 };

/** Newton steps: more change nothing. */
const steps = 12;

const vectorOf = ({ slope, offset, weights }: Adaptation): Float64Array =>
  Float64Array.from([slope, offset, ...weights]);

/** Returns an adaptation with its parameters within their bounds. */
function bounded(vector: Float64Array): Adaptation {
  const within = (value: number, bound: number): number => Math.max(-bound, Math.min(bound, value));
  // Rounded, so that a person can read the file; one part in ten thousand changes no decision worth having.
  const rounded = (value: number): number => Math.round(value * 10_000) / 10_000 + 0;
  const [slope = 1, offset = 0, ...weights] = vector;
  return {
    slope: rounded(1 + within(slope - 1, most.slope)),
    offset: rounded(within(offset, most.offset)),
    weights: weights.map((weight) => rounded(within(weight, most.weight))),
  };
}

/** Solves a symmetric positive definite system by Cholesky's method; the matrix is overwritten. */
function solve(matrix: Float64Array, right: Float64Array): void {
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k += 1)
        sum -= (matrix[i * size + k] ?? 0) * (matrix[j * size + k] ?? 0);
      matrix[i * size + j] =
        i === j ? Math.sqrt(Math.max(1e-9, sum)) : sum / (matrix[j * size + j] ?? 1);
    }
  }
  for (let i = 0; i < size; i += 1) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (matrix[i * size + k] ?? 0) * (right[k] ?? 0);
    right[i] = sum / (matrix[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = right[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= (matrix[k * size + i] ?? 0) * (right[k] ?? 0);
    right[i] = sum / (matrix[i * size + i] ?? 1);
  }
}

/**
 * Fits an adaptation to articles of known structure: a logistic regression with a normal prior, by Newton's method.
 *
 * @param articles Possible headings with their labels.
 * @param prior What is assumed without any evidence.
 * @returns The adaptation of greatest posterior probability, within bounds. The same articles in the same order give
 *   the same numbers on every engine.
 */
export function fitAdaptation(
  articles: readonly LabelledArticle[],
  prior: Adaptation = identity,
): Adaptation {
  const start = vectorOf(prior);
  const at = Float64Array.from(start);
  const strengths = Float64Array.from({ length: size }, (_, i) =>
    i === 0 ? strength.slope : i === 1 ? strength.offset : strength.weight,
  );
  const x = new Float64Array(size);
  for (let step = 0; step < steps; step += 1) {
    const matrix = new Float64Array(size * size);
    const gradient = new Float64Array(size);
    for (let i = 0; i < size; i += 1) {
      matrix[i * size + i] = strengths[i] ?? 0;
      gradient[i] = (strengths[i] ?? 0) * ((start[i] ?? 0) - (at[i] ?? 0));
    }
    for (const { logOdds, rows, labels } of articles) {
      for (let c = 0; c < labels.length; c += 1) {
        x[0] = logOdds[c] ?? 0;
        x[1] = 1;
        for (let i = 0; i < featureCount; i += 1) x[i + 2] = rows[c * featureCount + i] ?? 0;
        let sum = 0;
        for (let i = 0; i < size; i += 1) sum += (at[i] ?? 0) * (x[i] ?? 0);
        const p = sigmoid(sum);
        const residual = (labels[c] ?? 0) - p;
        const weight = Math.max(1e-6, p * (1 - p));
        for (let i = 0; i < size; i += 1) {
          const xi = x[i] ?? 0;
          if (xi === 0) continue;
          gradient[i] = (gradient[i] ?? 0) + residual * xi;
          for (let j = 0; j <= i; j += 1) {
            matrix[i * size + j] = (matrix[i * size + j] ?? 0) + weight * xi * (x[j] ?? 0);
          }
        }
      }
    }
    solve(matrix, gradient);
    for (let i = 0; i < size; i += 1) at[i] = (at[i] ?? 0) + (gradient[i] ?? 0);
  }
  return bounded(at);
}
