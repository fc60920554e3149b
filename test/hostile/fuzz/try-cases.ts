import { random } from './random.ts';
import type { Subject } from './subjects.ts';

/** A case that broke a promise. */
export interface Failure {
  readonly subject: string;
  readonly seed: number;
  /** The input as JSON writes it; bytes in base64. */
  readonly input: string;
  readonly reason: string;
}

/** Seconds for one case, however busy the machine: what takes longer hangs. */
const patience = 20;

/** Tries a subject with the input that a seed gives; undefined where all promises hold. */
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
  if (reason === undefined && seconds > patience) reason = `${seconds} seconds`;
  const shown = typeof input === 'string' ? JSON.stringify(input) : input.toString('base64');
  return reason === undefined ? undefined : { subject: subject.name, seed, input: shown, reason };
}
