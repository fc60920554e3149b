import type { ArchiveCounts, ReportedHeading } from './archive.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { FileSummary } from './file-summary.ts';

/** The result of rendering a site. */
export interface Rendered {
  /** Number of pages rendered, whether or not they changed. */
  readonly rendered: number;
  /** Number of files written. */
  readonly written: number;
  /** Number of files removed. */
  readonly removed: number;
}

/** The result of a build. */
export interface BuildResult extends ArchiveCounts, Rendered {
  /** Number of documents read because they are new or changed. */
  readonly read: number;
  /** Number of articles reused from an earlier build. */
  readonly reused: number;
  /** Number of pages of the site. */
  readonly pages: number;
  /** Number of old addresses of articles that are answered. */
  readonly redirects: number;
  /** Number of files of the site that did not change. */
  readonly unchanged: number;
  /** In seed order; of very many the first. */
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: number;
  readonly warnings: number;
  readonly files: FileSummary;
  /** The headings of the first articles in which recovery found or suggests any. */
  readonly headings: readonly ReportedHeading[];
  /** False where `strict` prevented publication. */
  readonly published: boolean;
}

/** The phases of a build, in order. */
export type Phase = 'scan' | 'read' | 'render' | 'publish';
