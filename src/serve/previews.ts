import { Worker } from 'node:worker_threads';
import type { Preview } from '../pipeline/preview.ts';
import type { PreviewData } from './preview-worker.ts';

/** Renders pages of changed seeds in a worker that is started in advance. */
export interface Previews {
  of(path: string): Promise<Preview | undefined>;
  close(): Promise<void>;
}

interface Answer {
  readonly id: number;
  readonly made: Preview | undefined;
}

/** Milliseconds after which a build is as quick. */
const patience = 2000;

/** Starts the preview worker, with the templates and settings as they are now. */
export function startPreviews(data: PreviewData): Previews {
  const here = import.meta.url;
  const worker = new Worker(
    new URL(here.endsWith('.ts') ? './preview-worker.ts' : './preview-worker.js', here),
    { workerData: data },
  );
  const waiting = new Map<number, (made: Preview | undefined) => void>();
  let last = 0;
  function giveUp(): void {
    for (const done of waiting.values()) done(undefined);
    waiting.clear();
  }
  worker.unref();
  worker.on('message', ({ id, made }: Answer) => {
    waiting.get(id)?.(made);
    waiting.delete(id);
  });
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  return {
    of(path) {
      last += 1;
      const id = last;
      return new Promise((done) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          done(undefined);
        }, patience);
        waiting.set(id, (made) => {
          clearTimeout(timer);
          done(made);
        });
        worker.postMessage({ id, path });
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}
