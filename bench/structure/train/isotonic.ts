import type { Calibration } from '../../../src/structure/learned/model.ts';

interface Pool {
  count: number;
  x: number;
  y: number;
}

/**
 * Isotonic regression by pooling adjacent violators: the best-fitting non-decreasing steps.
 *
 * @param xs scores
 * @param ys 1 for a positive answer, else 0
 * @param least least number of samples in a step
 * @returns the middle of each step
 */
export function isotonic(xs: readonly number[], ys: readonly number[], least: number): Calibration {
  const order = xs.map((_, i) => i).sort((a, b) => (xs[a] as number) - (xs[b] as number));
  const pools: Pool[] = [];
  for (const i of order) {
    pools.push({ count: 1, y: ys[i] as number, x: xs[i] as number });
    while (pools.length > 1) {
      const last = pools[pools.length - 1] as Pool;
      const before = pools[pools.length - 2] as Pool;
      if (before.y / before.count < last.y / last.count && before.count >= least) break;
      before.count += last.count;
      before.y += last.y;
      before.x += last.x;
      pools.pop();
    }
  }
  const smooth = ({ y, count }: Pool): number =>
    Math.min(0.999, Math.max(0.0005, (y + 0.25) / (count + 0.5)));
  return {
    x: Float32Array.from(pools, ({ x, count }) => x / count),
    y: Float32Array.from(pools, smooth),
  };
}
