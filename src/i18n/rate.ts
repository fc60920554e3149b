import type { ProgressFigures } from './cli-messages.ts';

/** Seconds after which a rate is meaningful. */
const minSeconds = 1;

/** Returns the items per second (0 at the start) and the whole seconds left, undefined where unknown. */
export function itemsPerSecond({ done, total, seconds }: Omit<ProgressFigures, 'phase'>): {
  readonly rate: number;
  readonly secondsLeft: number | undefined;
} {
  if (seconds < minSeconds || done === 0) return { rate: 0, secondsLeft: undefined };
  const rate = done / seconds;
  const secondsLeft =
    total === undefined || total < done ? undefined : Math.ceil((total - done) / rate);
  return { rate: Math.round(rate), secondsLeft };
}
