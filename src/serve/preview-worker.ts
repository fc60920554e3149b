import { parentPort, workerData } from 'node:worker_threads';
import { openPreviewer } from '../pipeline/preview.ts';
import type { WorkerSetup } from '../pipeline/workers/tasks.ts';

/** Data with which the preview worker starts. */
export interface PreviewData {
  readonly setup: WorkerSetup;
  /** Absolute path of the seeds folder. */
  readonly seeds: string;
}

const { setup, seeds } = workerData as PreviewData;
const previewer = openPreviewer(setup, seeds).catch(() => undefined);

parentPort?.on('message', ({ id, path }: { readonly id: number; readonly path: string }) => {
  void previewer.then((preview) => {
    try {
      parentPort?.postMessage({ id, page: preview?.(path) });
    } catch {
      // The next build reports the error of the seed or template.
      parentPort?.postMessage({ id, page: undefined });
    }
  });
});
