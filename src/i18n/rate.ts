import type { ProgressFigures } from './cli-messages.ts';

/** Seconds after which a rate, and an estimate of the time left, are meaningful. */
const minSeconds = { rate: 1, estimate: 3 };

/** The time left as an estimate is told: in steps of five seconds, from one minute on in minutes. */
export interface TimeLeft {
  readonly unit: 'second' | 'minute';
  readonly count: number;
}

/** Rounds up, so that an estimate is kept rather than missed. */
function timeLeft(seconds: number): TimeLeft {
  const rounded = Math.ceil(seconds / 5) * 5;
  return rounded < 60
    ? { unit: 'second', count: rounded }
    : { unit: 'minute', count: Math.ceil(seconds / 60) };
}

/** Returns the items per second (0 at the start) and the time left, undefined where unknown. */
export function itemsPerSecond({ done, total, seconds }: Omit<ProgressFigures, 'phase'>): {
  readonly rate: number;
  readonly left: TimeLeft | undefined;
} {
  if (seconds < minSeconds.rate || done === 0) return { rate: 0, left: undefined };
  const rate = done / seconds;
  const isKnown = total !== undefined && total > done && seconds >= minSeconds.estimate;
  return { rate: Math.round(rate), left: isKnown ? timeLeft((total - done) / rate) : undefined };
}
