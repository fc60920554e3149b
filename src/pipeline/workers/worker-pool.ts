import { Tinypool } from 'tinypool';
import type { BuildOptions } from '../build-options.ts';
import { deserializeError, type SentError } from './sent-error.ts';
import type { Task, TaskResult, WorkerSetup } from './tasks.ts';

/** The worker pool, including the main thread. */
export interface WorkerPool {
  /** Number of tasks that the worker threads accept at once. */
  readonly room: number;
  /** Performs a task in the main thread. */
  perform(task: Task): Promise<TaskResult>;
  /** Sends a task to a worker thread. */
  send(task: Task): Promise<TaskResult>;
  dismiss(): Promise<void>;
}

/** Worker young generation, MB; V8's default only uses more memory. */
const youngGeneration = 24;

/** Tasks queued for each worker, so that none is idle between two tasks. */
const depth = 2;

function hireThreads(
  setup: WorkerSetup,
  threads: number,
  profile: string | undefined,
): Tinypool | undefined {
  if (threads === 0) return undefined;
  const here = import.meta.url;
  return new Tinypool({
    filename: new URL(here.endsWith('.ts') ? './worker.ts' : './worker.js', here).href,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
    concurrentTasksPerWorker: depth,
    workerData: setup,
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    ...(profile === undefined ? {} : { execArgv: ['--cpu-prof', `--cpu-prof-dir=${profile}`] }),
  });
}

/**
 * Starts a pool of the main thread and `threads` worker threads.
 *
 * @param options `profile`: the folder to which each worker writes a CPU profile when it ends; `formats`: the
 *   input formats of the main thread, where they are not the built-in ones
 */
export async function createPool(
  setup: WorkerSetup,
  threads: number,
  { profile, formats }: Pick<BuildOptions, 'profile' | 'formats'> = {},
): Promise<WorkerPool> {
  const pool = hireThreads(setup, threads, profile);
  // Loaded while the workers start.
  const { openTaskRunner: openWorkbench } = await import('./task-runner.ts');
  const workbench = openWorkbench(setup, formats);
  return {
    room: threads * depth,
    perform: (task) => workbench.perform(task),
    async send(task) {
      const result: TaskResult | SentError = await pool?.run(task);
      if ('of' in result) return result;
      throw deserializeError(result);
    },
    async dismiss() {
      workbench.close();
      await pool?.destroy();
    },
  };
}

/** Yields to the event loop, so that signals, progress and results of workers are handled between two tasks. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/**
 * Performs tasks, which are generated as they are needed, and hands each result to `use` as it arrives,
 * in no fixed order. The main thread performs what the workers do not accept.
 *
 * @param signal stops the work between two tasks
 * @throws the first error of a task, after the running ones have ended; the signal's reason
 */
export async function runTasks<T extends Task>(
  crew: WorkerPool,
  tasks: AsyncIterable<T> | Iterable<T>,
  use: (result: TaskResult, task: T) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const sent = new Set<Promise<void>>();
  let error: { readonly reason: unknown } | undefined;
  function send(task: T): void {
    const done: Promise<void> = crew
      .send(task)
      .then((result) => {
        if (error === undefined) use(result, task);
      })
      .catch((reason: unknown) => {
        error ??= { reason };
      })
      .finally(() => sent.delete(done));
    sent.add(done);
  }
  try {
    for await (const task of tasks) {
      if (sent.size < crew.room) send(task);
      else use(await crew.perform(task), task);
      await turn();
      signal?.throwIfAborted();
      if (error !== undefined) break;
    }
  } finally {
    await Promise.all(sent);
  }
  if (error !== undefined) throw error.reason;
}
