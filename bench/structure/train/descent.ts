/**
 * One step of AdaGrad on one weight: rare features move as far as common ones.
 *
 * @param weights The weights.
 * @param squares Sums of their squared gradients so far.
 * @param at Which weight.
 * @param gradient Its gradient.
 * @param rate Length of the step.
 */
export function descend(
  weights: Float32Array,
  squares: Float32Array,
  at: number,
  gradient: number,
  rate: number,
): void {
  const sum = (squares[at] as number) + gradient * gradient;
  squares[at] = sum;
  weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(sum);
}

/** Sums of squared gradients to begin with, one for each weight. */
export function newSquares(weights: Float32Array, value: number): Float32Array {
  return new Float32Array(weights.length).fill(value);
}

/** Probability of a logit. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
