import type { ReportedHeading } from './archive.ts';
import type { BuildResult } from './build-result.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { HeldState } from './publication.ts';

/** An article that is held back: its file and state, and nothing else of it. */
export interface HeldArticle {
  readonly file: string;
  readonly state: HeldState;
}

/** Everything that a build knows of its content, for the report file. Each list is read anew whenever it is asked for. */
export interface BuildReport {
  readonly result: BuildResult;
  /** All diagnostics, errors first, then by rule, file and line of reading. */
  readonly diagnostics: () => Iterable<Diagnostic>;
  /** All headings and suggestions, by file. */
  readonly headings: () => Iterable<ReportedHeading>;
  /** What is held back, by file. */
  readonly held: () => Iterable<HeldArticle>;
}
