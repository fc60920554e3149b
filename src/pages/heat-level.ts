import type { HeatStep } from '../model/calendar.ts';

/** Number of levels: as many shades as readers can distinguish. */
const levels = 5;

/** Least ratio of a level to the one below it: nearly equal numbers have one tint. */
const leastRatio = 1.4;

/** The tint of a map in which all numbers are equal. */
const onlyLevel = 2;

/** Returns the positive number whose fifth power is `power`, by bisection: `Math.pow` differs between engines. */
function fifthRoot(power: number): number {
  let [low, high] = [1, power];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (middle * middle * middle * middle * middle > power) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** Returns a number rounded to its first digit: 18 → 20, 339 → 300. */
function rounded(number: number): number {
  let unit = 1;
  while (unit * 10 <= number) unit *= 10;
  return Math.round(number / unit) * unit;
}

/** Returns the lowest number of each level: equal ratios from the least number to the most, rounded. */
function lowerBounds(least: number, most: number): readonly number[] {
  const bounds = [least];
  const ratio = Math.max(leastRatio, fifthRoot(most / least));
  let bound = least;
  for (let level = 1; level < levels; level += 1) {
    bound *= ratio;
    const next = rounded(bound);
    if (next > (bounds.at(-1) ?? 0) && next <= most) bounds.push(next);
  }
  return bounds;
}

/**
 * Returns the levels of a heat map of some numbers of articles, lowest first. Each stands for numbers of about
 * the same ratio, so that 1, 10 and 1,000 have different tints. Few different numbers have fewer levels.
 */
export function heatSteps(counts: readonly number[]): readonly HeatStep[] {
  if (counts.length === 0) return [];
  const least = counts.reduce((a, b) => Math.min(a, b));
  const most = counts.reduce((a, b) => Math.max(a, b));
  const bounds = lowerBounds(least, most);
  if (bounds.length === 1) return [{ heat: onlyLevel, from: least, to: undefined }];
  const spread = Math.min(2, (levels - 1) / (bounds.length - 1));
  return bounds.map((from, i) => ({
    heat: 1 + Math.round(i * spread),
    from,
    to: i + 1 < bounds.length ? (bounds[i + 1] ?? 0) - 1 : undefined,
  }));
}

/** Returns the level of a number among the levels of a heat map. */
const levelOf = (articles: number, steps: readonly HeatStep[]): number =>
  steps.findLast(({ from }) => articles >= from)?.heat ?? 1;

/** Returns parts of the calendar with their levels in a heat map, 1 to 5. */
export function withHeatLevels<E extends { readonly articles: number }>(
  entries: readonly E[],
  steps: readonly HeatStep[] = heatSteps(entries.map(({ articles }) => articles)),
): readonly (E & { readonly heat: number })[] {
  return entries.map((entry) => ({ ...entry, heat: levelOf(entry.articles, steps) }));
}
