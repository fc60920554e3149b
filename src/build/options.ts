import type { ArchiveCounts, ReportedHeading } from '../model/archive.ts';
import type { Config } from '../model/config.ts';
import type { Debug } from '../model/debug.ts';
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
  /** Use nothing of what an earlier build knew. */
  readonly force?: boolean;
  /** Threads besides this one; without it one less than the machine runs at once, where it is worth it. */
  readonly workers?: number | undefined;
  /** Folder to which each worker thread writes a CPU profile when it ends; without it none does. */
  readonly profile?: string | undefined;
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

/** Whom a build tells what it does, and who may stop it. */
export interface BuildEffects {
  /** Told when a phase begins and as it goes on; `total` where it is known. */
  readonly progress?: (phase: Phase, done: number, total: number | undefined) => void;
  readonly signal?: AbortSignal;
  /** Told what the build decides and why. */
  readonly debug?: Debug | undefined;
}
