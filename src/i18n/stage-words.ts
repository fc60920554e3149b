import type { Phase } from '../model/build-result.ts';

/** A stage of a command: start-up of the program, the phases of the build, the report at the end. */
export type TimedStage = 'start' | Phase | 'report';

/** What the table of stages is called in one language. */
export interface StageWords {
  readonly stages: Readonly<Record<TimedStage, string>>;
  /** Heads of the columns: stage, wall s, CPU s, share, µs per article. */
  readonly heads: readonly [string, string, string, string, string];
  readonly total: string;
  /** Writes a figure in the digits of the language. */
  readonly figure: (plain: string) => string;
  readonly serial: (figures: { readonly microseconds: string; readonly cores: string }) => string;
  readonly written: (folder: string) => string;
}
