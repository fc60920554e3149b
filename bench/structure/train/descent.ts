/**
 * Makes one AdaGrad step on one weight: rare features move as far as common ones.
 *
 * @param weights the weights
 * @param squares sums of the squared gradients so far
 * @param at index of the weight
 * @param gradient gradient of the weight
 * @param rate learning rate
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

/** Returns initial sums of squared gradients, one for each weight. */
export function newSquares(weights: Float32Array, value: number): Float32Array {
  return new Float32Array(weights.length).fill(value);
}

/** Returns the probability of a logit. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
