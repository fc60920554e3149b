import { Worker } from 'node:worker_threads';
import type { Preview } from '../pipeline/preview.ts';
import { workerEnvironment } from '../pipeline/workers/compile-cache.ts';
import type { PreviewData } from './preview-worker.ts';

/** A worker that renders pages of changed seeds. */
export interface Previews {
  /**
   * Renders the page of a seed.
   *
   * @param path relative to the seeds folder, with `/`
   * @returns undefined where there is no page or the worker ends
   */
  render(path: string): Promise<Preview | undefined>;
  /** Ends the worker. */
  close(): Promise<void>;
}

/** The worker's answer to a request. */
interface Answer {
  readonly id: number;
  readonly page: Preview | undefined;
}

/** Starts the preview worker with the current templates and settings. */
export function startPreviews(data: PreviewData): Previews {
  const moduleUrl = import.meta.url;
  const worker = new Worker(
    new URL(moduleUrl.endsWith('.ts') ? './preview-worker.ts' : './preview-worker.js', moduleUrl),
    { workerData: data, env: workerEnvironment() },
  );
  const pending = new Map<number, (page: Preview | undefined) => void>();
  let lastId = 0;
  let hasEnded = false;
  function resolveAll(): void {
    hasEnded = true;
    for (const resolve of pending.values()) resolve(undefined);
    pending.clear();
  }
  worker.unref();
  worker.on('message', ({ id, page }: Answer) => {
    pending.get(id)?.(page);
    pending.delete(id);
  });
  worker.on('error', resolveAll);
  worker.on('exit', resolveAll);
  return {
    render(path) {
      if (hasEnded) return Promise.resolve(undefined);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        pending.set(id, resolve);
        worker.postMessage({ id, path });
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}
