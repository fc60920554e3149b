import { parentPort, workerData } from 'node:worker_threads';
import { openPreviewer } from '../pipeline/preview.ts';
import type { WorkerSetup } from '../pipeline/workers/tasks.ts';

/** Start data of the preview worker. */
export interface PreviewData {
  readonly setup: WorkerSetup;
  readonly seeds: string;
}

const { setup, seeds } = workerData as PreviewData;
const opened = openPreviewer(setup, seeds).catch(() => undefined);

parentPort?.on('message', ({ id, path }: { readonly id: number; readonly path: string }) => {
  void opened.then((preview) => {
    try {
      parentPort?.postMessage({ id, made: preview?.(path) });
    } catch {
      // The build that follows reports any error of the seed or template.
      parentPort?.postMessage({ id, made: undefined });
    }
  });
});
