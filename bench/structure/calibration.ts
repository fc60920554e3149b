import type { Verdict } from './measure.ts';

/** Headings with a confidence in one tenth, and how often they are correct. */
export interface Tenth {
  readonly from: number;
  readonly count: number;
  /** Mean confidence and share of correct headings, in percent. */
  readonly stated: number;
  readonly correct: number;
}

/** Returns the calibration of headings that were shown or suggested, without marked ones, by tenths of confidence. */
export function calibration(verdicts: readonly Verdict[]): Tenth[] {
  const recovered = verdicts.filter(({ heading }) => heading.origin === 'recovered');
  return Array.from({ length: 10 }, (_, tenth) => {
    const own = recovered.filter(
      ({ heading }) => Math.min(9, Math.floor(heading.confidence * 10)) === tenth,
    );
    const stated = own.reduce((sum, { heading }) => sum + heading.confidence, 0);
    const right = own.filter(({ isRight }) => isRight).length;
    const count = own.length;
    const mean = (sum: number): number => (count === 0 ? 0 : (100 * sum) / count);
    return { from: tenth / 10, count, stated: mean(stated), correct: mean(right) };
  }).filter(({ count }) => count > 0);
}

/** Returns the expected calibration error: the mean distance of confidence and correctness, by tenths. */
export function calibrationError(tenths: readonly Tenth[]): number {
  const all = tenths.reduce((sum, { count }) => sum + count, 0);
  const off = tenths.reduce(
    (sum, { count, stated, correct }) => sum + (count * Math.abs(stated - correct)) / 100,
    0,
  );
  return all === 0 ? 0 : off / all;
}
