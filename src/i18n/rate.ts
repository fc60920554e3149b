import type { ProgressFigures } from './cli-messages.ts';

/** Seconds after which a rate says something. */
const settled = 1;

/** Returns how many are done a second, and the whole seconds that are left where that can be told. */
export function itemsPerSecond({ done, total, seconds }: Omit<ProgressFigures, 'phase'>): {
  readonly rate: number;
  readonly left: number | undefined;
} {
  if (seconds < settled || done === 0) return { rate: 0, left: undefined };
  const rate = done / seconds;
  const left = total === undefined || total < done ? undefined : Math.ceil((total - done) / rate);
  return { rate: Math.round(rate), left };
}
