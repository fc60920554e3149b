import { random } from './random.ts';
import type { Subject } from './subjects.ts';

/** A case that failed. */
export interface Failure {
  readonly subject: string;
  readonly seed: number;
  /** The input as JSON writes it; bytes in base64. */
  readonly input: string;
  readonly reason: string;
}

/** Seconds allowed for one case; a longer one counts as a hang, on any load. */
const maxSeconds = 20;

/** Tries a subject with the input of a seed; returns undefined where the assertion holds. */
export function tryCase(subject: Subject, seed: number): Failure | undefined {
  const input = subject.make(random(seed));
  const started = performance.now();
  let reason: string | undefined;
  try {
    subject.hold(input);
  } catch (error) {
    reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const seconds = (performance.now() - started) / 1000;
  if (reason === undefined && seconds > maxSeconds) reason = `${seconds} seconds`;
  const shown = typeof input === 'string' ? JSON.stringify(input) : input.toString('base64');
  return reason === undefined ? undefined : { subject: subject.name, seed, input: shown, reason };
}
