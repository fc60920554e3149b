import type { BuildEffects, BuildOptions } from '../build-options.ts';
import { workerEnvironment } from './compile-cache.ts';
import { deserializeError } from './sent-error.ts';
import type { Task, TaskResult, WorkerSetup } from './tasks.ts';
import { LostThreadError, startThreads, type Threads } from './threads.ts';

/** The worker pool, including the main thread. */
export interface WorkerPool {
  /** Number of threads that run tasks, with the main thread. */
  readonly threads: number;
  /** Number of tasks that the worker threads accept at once; 0 without worker threads. */
  readonly capacity: number;
  /** Runs a task in the main thread. */
  run(task: Task): Promise<TaskResult>;
  /** Runs a task in a worker thread; in the main thread once more, where the worker thread ended meanwhile. */
  dispatch(task: Task): Promise<TaskResult>;
  /** Ends the worker threads and closes what the main thread opened. */
  close(): Promise<void>;
}

/** Worker young generation, MB; V8's default only uses more memory. */
const youngGenerationMegabytes = 24;

/** Tasks sent to each worker at once, so that none is idle between two tasks. */
const tasksPerWorker = 2;

function startWorkers(
  setup: WorkerSetup,
  count: number,
  profile: string | undefined,
): Threads | undefined {
  if (count === 0) return undefined;
  const self = import.meta.url;
  return startThreads(new URL(self.endsWith('.ts') ? './worker.ts' : './worker.js', self), count, {
    workerData: setup,
    env: workerEnvironment(),
    resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMegabytes },
    ...(profile === undefined ? {} : { execArgv: ['--cpu-prof', `--cpu-prof-dir=${profile}`] }),
  });
}

/**
 * Returns a function that runs tasks in this thread and tells the CPU time of each, in microseconds; what is done while
 * a task waits for a file counts too.
 */
const timed =
  (run: WorkerPool['run'], tell: (time: number) => void): WorkerPool['run'] =>
  async (task) => {
    const before = process.threadCpuUsage();
    const result = await run(task);
    const { user, system } = process.threadCpuUsage(before);
    tell(user + system);
    return result;
  };

/**
 * Starts a pool of the main thread and `threads` worker threads.
 *
 * @param options `profile`: the folder to which each worker writes a CPU profile when it ends; `formats`: the
 *   input formats of the main thread, where they are not the built-in ones
 * @param effects `lostThread`: called once for each worker thread that ended by itself while it ran tasks
 */
export async function createPool(
  setup: WorkerSetup,
  threads: number,
  { profile, formats }: Pick<BuildOptions, 'profile' | 'formats'> = {},
  { lostThread, ownTask }: Pick<BuildEffects, 'lostThread' | 'ownTask'> = {},
): Promise<WorkerPool> {
  const workers = startWorkers(setup, threads, profile);
  // Imported while the workers start.
  const { openTaskRunner } = await import('./task-runner.ts');
  const runner = openTaskRunner(setup, formats);
  return {
    threads: threads + 1,
    capacity: threads * tasksPerWorker,
    run: ownTask === undefined ? (task) => runner.run(task) : timed(runner.run, ownTask),
    async dispatch(task) {
      try {
        const result = (await workers?.run(task)) ?? (await runner.run(task));
        if ('of' in result) return result;
        throw deserializeError(result);
      } catch (error) {
        if (!(error instanceof LostThreadError)) throw error;
        if (error.isFirst) lostThread?.(error.message);
        return runner.run(task);
      }
    },
    async close() {
      await workers?.close();
      runner.close();
    },
  };
}

/** Yields to the event loop, so that signals, progress and results of workers are handled between two tasks. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Tasks that are generated as they are needed. */
type Tasks<T> = AsyncIterable<T> | Iterable<T>;

/** Takes tasks one at a time from an iterable of either kind. */
async function* taskQueue<T>(tasks: Tasks<T>): AsyncGenerator<T, undefined> {
  yield* tasks;
  return undefined;
}

/**
 * Runs tasks, which are generated as they are needed, and passes each result to `use` as it arrives, in
 * no fixed order. The main thread runs the tasks that the workers have no capacity for.
 *
 * @param signal stops the work between two tasks
 * @param own tasks that the main thread takes first and the workers last: each thread compiles the code of what it does,
 *   so that two kinds of tasks cost less where each is done by other threads
 * @throws the first error of a task, after the running ones have ended; the signal's reason
 */
export async function runTasks<T extends Task>(
  pool: WorkerPool,
  tasks: Tasks<T>,
  use: (result: TaskResult, task: T) => void,
  signal: AbortSignal | undefined,
  own: Tasks<T> = [],
): Promise<void> {
  const dispatched = new Set<Promise<void>>();
  let error: { readonly reason: unknown } | undefined;
  function dispatch(task: T): void {
    const done: Promise<void> = pool
      .dispatch(task)
      .then((result) => {
        if (error === undefined) use(result, task);
      })
      .catch((reason: unknown) => {
        error ??= { reason };
      })
      .finally(() => dispatched.delete(done));
    dispatched.add(done);
  }
  const queues = [taskQueue(tasks), taskQueue(own)] as const;
  const [forWorkers, forMain] = [queues, pool.capacity === 0 ? queues : queues.toReversed()];
  async function take(from: readonly AsyncGenerator<T, undefined>[]): Promise<T | undefined> {
    for (const queue of from) {
      const { value } = await queue.next();
      if (value !== undefined) return value;
    }
    return undefined;
  }
  try {
    while (error === undefined) {
      const isForWorker = dispatched.size < pool.capacity;
      const task = await take(isForWorker ? forWorkers : forMain);
      if (task === undefined) break;
      if (isForWorker) dispatch(task);
      else use(await pool.run(task), task);
      await nextTurn();
      signal?.throwIfAborted();
    }
  } finally {
    await Promise.all(dispatched);
    for (const queue of queues) await queue.return(undefined);
  }
  if (error !== undefined) throw error.reason;
}
