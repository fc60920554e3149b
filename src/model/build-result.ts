import type { ArchiveCounts, ReportedHeading } from './archive.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { FileSummary } from './file-summary.ts';

/** What making the site did. */
export interface Rendered {
  /** Pages that were made, whether or not the site had them. */
  readonly rendered: number;
  readonly written: number;
  readonly removed: number;
}

/** What a build did. */
export interface BuildResult extends ArchiveCounts, Rendered {
  /** Documents that were read because they are new or not what they were. */
  readonly read: number;
  /** Articles that an earlier build had read. */
  readonly reused: number;
  /** Pages of the site. */
  readonly pages: number;
  /** Files of the site that were as they must be. */
  readonly unchanged: number;
  /** In the order of the seeds; of very many the first. */
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: number;
  readonly warnings: number;
  readonly files: FileSummary;
  /** The headings of the first articles in which recovery found or suggests any. */
  readonly headings: readonly ReportedHeading[];
  /** False where `strict` held the site back. */
  readonly published: boolean;
}

/** The phases of a build, in order. */
export type Phase = 'scan' | 'read' | 'render' | 'publish';
