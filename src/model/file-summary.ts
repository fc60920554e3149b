import type { Rule } from './diagnostic.ts';

/** Rules by which a file or record is excluded from the archive. */
export const exclusionRules = [
  'seed-unknown-format',
  'seed-hidden',
  'seed-empty',
  'seed-binary',
  'seed-undecodable',
  'letters-lost',
  'markup-unreadable',
  'office-unreadable',
  'seed-too-large',
  'seed-not-a-file',
  'seed-unreadable',
  'seed-name-invalid',
  'sidecar-orphan',
  'id-collision',
  'url-collision',
  'url-reserved',
  'held-draft',
  'held-unknown',
  'held-damaged',
  'held-sidecar',
  'held-without-day',
  'held-until',
  'held-expired',
  'held-date-unclear',
  'held-withdrawn',
  'redact-name',
  'redact-incomplete',
] as const satisfies readonly Rule[];

/** The name of an exclusion rule. */
export type ExclusionRule = (typeof exclusionRules)[number];

/** Rules by which a text that was not sound UTF-8 or UTF-16 was decoded or repaired. */
export const repairRules = [
  'encoding-guessed',
  'encoding-undecided',
  'encoding-mixed',
  'text-double-encoding',
  'text-presentation-forms',
  'text-visual-order',
  'text-invisible',
  'text-entities',
  'text-controls',
  'seed-bytes-lost',
] as const satisfies readonly Rule[];

/** The name of a repair rule. */
export type RepairRule = (typeof repairRules)[number];

/** A summary of the files under the seeds folder. */
export interface FileSummary {
  /** Number of files, without hidden and system files. */
  readonly found: number;
  /** Number of files with articles. */
  readonly used: number;
  /** Number of sidecars. */
  readonly sidecars: number;
  /** Number of files without any article. */
  readonly excluded: number;
  /** Excluded files by rule. */
  readonly excludedBy: Readonly<Partial<Record<ExclusionRule, number>>>;
  /** Extensions of files of unsupported formats. */
  readonly extensions: Readonly<Record<string, number>>;
  /** Number of excluded records in files with articles. */
  readonly recordsExcluded: number;
  /** Number of files that were repaired or have a legacy encoding. */
  readonly repaired: number;
  /** Repairs by rule, counted in files. */
  readonly repairedBy: Readonly<Partial<Record<RepairRule, number>>>;
  /** Legacy encodings of whole files, counted in files. */
  readonly encodings: Readonly<Record<string, number>>;
  /** Number of files with articles that have other diagnostics, mostly about metadata. */
  readonly otherDiagnostics: number;
}
