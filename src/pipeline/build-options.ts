import type { BuildReport } from '../model/build-report.ts';
import type { NameCollisions, Phase } from '../model/build-result.ts';
import type { Config } from '../model/config.ts';
import type { Debug } from '../model/debug.ts';
import type { Format } from '../sources/format.ts';

export type { BuildResult, Phase, Rendered } from '../model/build-result.ts';

/** What a build reads and where it writes; all paths are absolute. */
export interface BuildOptions {
  /** Folder that holds `seeds/`, `templates/` and `warraq.yaml`. */
  readonly root: string;
  readonly seeds: string;
  readonly out: string;
  readonly cache: string;
  readonly config: Config;
  /** Publish nothing if any diagnostic is an error. */
  readonly strict: boolean;
  /** Remove any number of published articles. */
  readonly allowRemoval?: boolean;
  /** Ignore the cache. */
  readonly force?: boolean;
  /** Number of worker threads; by default none for a small build, and one less than the available parallelism at most. */
  readonly workers?: number | undefined;
  /**
   * Input formats in place of the built-in ones. Such a build uses no worker threads, which know only the
   * built-in ones; and its cache does not see that a format has changed.
   */
  readonly formats?: readonly Format[] | undefined;
  /** Folder to which each worker thread writes a CPU profile when it ends. */
  readonly profile?: string | undefined;
}

/** Callbacks invoked during a build, and the signal that stops it. */
export interface BuildEffects {
  /** Called when a phase begins and as it advances; `total` is undefined if unknown. */
  readonly progress?: (phase: Phase, done: number, total: number | undefined) => void;
  /** Called with the number of worker threads, before they start; not in a build that has nothing to do. */
  readonly workers?: (count: number) => void;
  /** Called after each task of the main thread with its CPU time, in microseconds. */
  readonly ownTask?: (time: number) => void;
  /** Called where a worker thread ended by itself, with the reason; the main thread does its tasks. */
  readonly lostThread?: (reason: string) => void;
  /** Called before anything is read, where names of new seeds give the same id. */
  readonly collisions?: (collisions: NameCollisions) => void;
  /** Called at the end with everything that the build knows of its content; it must read it before it returns. */
  readonly report?: ((report: BuildReport) => void) | undefined;
  readonly signal?: AbortSignal;
  /** Receives the build's decisions and their reasons. */
  readonly debug?: Debug | undefined;
}
