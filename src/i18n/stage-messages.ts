import type { Phase } from '../model/build-result.ts';

/** A stage of a command: start-up of the program, the phases of the build, the report at the end. */
export type TimedStage = 'start' | Phase | 'report';

/** Messages of the table of stages. */
export interface StageMessages {
  readonly stages: Readonly<Record<TimedStage, string>>;
  /** Headers of the columns: stage, wall s, CPU s, serial s, share, µs per article, items, peak of the memory in MB. */
  readonly headers: readonly [string, string, string, string, string, string, string, string];
  readonly total: string;
  /** Formats a number (`1.5`) with the digits of the language. */
  readonly figure: (plain: string) => string;
  /** What more threads do not save, for each article. */
  readonly serial: (microseconds: string) => string;
  readonly written: (folder: string) => string;
}
