import type { Phase } from '../model/build-result.ts';
import type { Config } from '../model/config.ts';
import type { Debug } from '../model/debug.ts';

export type { BuildResult, Phase, Rendered } from '../model/build-result.ts';

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

/** Whom a build tells what it does, and who may stop it. */
export interface BuildEffects {
  /** Told when a phase begins and as it goes on; `total` where it is known. */
  readonly progress?: (phase: Phase, done: number, total: number | undefined) => void;
  readonly signal?: AbortSignal;
  /** Told what the build decides and why. */
  readonly debug?: Debug | undefined;
}
