import type { ArchiveCounts, ReportedHeading } from '../model/archive.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FileTally } from '../model/file-tally.ts';

/** What a build reads and where it writes; all paths absolute. */
export interface BuildOptions {
  /** Folder that holds `seeds/`, `templates/` and `warraq.yaml`. */
  readonly root: string;
  readonly seeds: string;
  readonly out: string;
  readonly cache: string;
  readonly config: Config;
  /** Publish nothing if any diagnostic is an error. */
  readonly strict: boolean;
  /** Ignore the cache. */
  readonly force?: boolean;
  /** Worker threads; by default one less than the available parallelism, none for a small build. */
  readonly workers?: number | undefined;
}

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
  readonly files: FileTally;
  /** The headings of the first articles in which recovery found or suggests any. */
  readonly headings: readonly ReportedHeading[];
  /** False where `strict` held the site back. */
  readonly published: boolean;
}

/** The phases of a build, in order. */
export type Phase = 'scan' | 'read' | 'render' | 'publish';

/** Callbacks invoked during a build, and the signal that stops it. */
export interface BuildEffects {
  /** Called when a phase begins and as it advances; `total` where it is known. */
  readonly progress?: (phase: Phase, done: number, total: number | undefined) => void;
  readonly signal?: AbortSignal;
}
