import type { Rule } from './diagnostic.ts';

/** Rules that say why nothing of a file, or of a record, is in the archive. */
export const leavingRules = [
  'seed-unknown-format',
  'seed-hidden',
  'seed-empty',
  'seed-binary',
  'seed-undecodable',
  'seed-too-large',
  'seed-not-a-file',
  'seed-unreadable',
  'seed-name-invalid',
  'sidecar-orphan',
  'id-collision',
  'url-collision',
  'url-reserved',
] as const satisfies readonly Rule[];

/** One of them. */
export type LeavingRule = (typeof leavingRules)[number];

/** Rules that say how a text was read or repaired that did not come as sound UTF-8 or UTF-16. */
export const mendingRules = [
  'encoding-guessed',
  'encoding-undecided',
  'encoding-mixed',
  'text-double-encoding',
  'text-presentation-forms',
  'text-visual-order',
  'text-invisible',
  'text-controls',
  'seed-bytes-lost',
] as const satisfies readonly Rule[];

/** One of them. */
export type MendingRule = (typeof mendingRules)[number];

/** What became of the files under the seeds folder. */
export interface FileTally {
  /** All but hidden and system files. */
  readonly found: number;
  /** Those that gave articles. */
  readonly used: number;
  /** Those of metadata beside them. */
  readonly sidecars: number;
  /** Those of which nothing is in the archive. */
  readonly left: number;
  /** Why they were left. */
  readonly leftBy: Readonly<Partial<Record<LeavingRule, number>>>;
  /** The endings of those whose format is not read. */
  readonly endings: Readonly<Record<string, number>>;
  /** Records that were left out of files that gave others. */
  readonly recordsLeft: number;
  /** Those whose text was repaired or is in an old encoding. */
  readonly mended: number;
  /** What was repaired, by files. */
  readonly mendedBy: Readonly<Partial<Record<MendingRule, number>>>;
  /** The old encodings in which whole files were read, by files. */
  readonly encodings: Readonly<Record<string, number>>;
  /** Those that gave articles and are named for another reason, mostly metadata. */
  readonly remarked: number;
}
