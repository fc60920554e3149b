import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Catalogue } from '../catalogue/database.ts';
import { cataloguePath } from '../catalogue/open.ts';
import { hasFiles } from '../catalogue/published-stats.ts';
import { isIntact } from '../publish/site-state.ts';
import { workerEnvironment } from './workers/compile-cache.ts';

/** Files of a site from which its check takes longer than the start of a thread, some 50 ms. */
const threadThreshold = 10_000;

/** What the thread of a check is given. */
export interface SiteCheckData {
  /** Path of the catalogue. */
  readonly catalogue: string;
  readonly out: string;
}

/** The check of a site, which may run beside the scan of the seeds. */
export interface SiteCheck {
  /** Tells whether every file of the site has the size and time that the last build recorded. */
  result(): Promise<boolean>;
  /** Ends the check where nobody waits for its result. */
  stop(): Promise<void>;
}

/**
 * Starts the check whether a site is as the last build left it. That of a large site runs in a thread of its own, which
 * reads the catalogue; nothing that it reads may be written until it has ended.
 *
 * @param threshold number of files from which a thread is started
 */
export function startSiteCheck(
  catalogue: Catalogue,
  cache: string,
  out: string,
  threshold: number = threadThreshold,
): SiteCheck {
  const here = (): boolean => isIntact(catalogue, out);
  if (availableParallelism() < 2 || !hasFiles(catalogue, threshold)) {
    return { result: async () => here(), stop: async () => {} };
  }
  const self = import.meta.url;
  const workerData: SiteCheckData = { catalogue: cataloguePath(cache), out };
  const worker = new Worker(
    new URL(self.endsWith('.ts') ? './site-check-thread.ts' : './site-check-thread.js', self),
    { workerData, env: workerEnvironment() },
  );
  const ended = new Promise<boolean | undefined>((resolve) => {
    let answer: boolean | undefined;
    worker.on('message', (isSame: boolean) => {
      answer = isSame;
    });
    // What went wrong there goes wrong here as well, or is no matter.
    worker.on('error', () => resolve(undefined));
    worker.on('exit', () => resolve(answer));
  });
  return {
    result: async () => (await ended) ?? here(),
    async stop() {
      await worker.terminate();
    },
  };
}
