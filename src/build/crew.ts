import { Tinypool } from 'tinypool';
import { receiveFault, type SentFault } from './fault.ts';
import type { Setup, Task, TaskResult } from './tasks.ts';

/** Those who do the tasks: other threads, or this one. */
export interface Crew {
  /** How many tasks go on at once. */
  readonly size: number;
  perform(task: Task): Promise<TaskResult>;
  dismiss(): Promise<void>;
}

/** Megabytes of a thread's heap for what lives shortly; the usual would cost memory and save nothing. */
const youngGeneration = 8;

/** Returns a crew of threads, `size` of them; of none, a crew that works in this thread. */
export async function hireCrew(setup: Setup, size: number): Promise<Crew> {
  if (size === 0) {
    // Threads load it for themselves; this one only where it is to do the work.
    const { openWorkbench } = await import('./workbench.ts');
    const workbench = openWorkbench(setup);
    return {
      size: 1,
      async perform(task) {
        // Signals and progress have their turn between tasks.
        await new Promise((turn) => setImmediate(turn));
        return workbench.perform(task);
      },
      async dismiss() {
        workbench.close();
      },
    };
  }
  const here = import.meta.url;
  const pool = new Tinypool({
    filename: new URL(here.endsWith('.ts') ? './worker.ts' : './worker.js', here).href,
    runtime: 'worker_threads',
    minThreads: size,
    maxThreads: size,
    isolateWorkers: false,
    concurrentTasksPerWorker: 1,
    workerData: setup,
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
  });
  return {
    size,
    async perform(task) {
      const result: TaskResult | SentFault = await pool.run(task);
      if ('of' in result) return result;
      throw receiveFault(result);
    },
    dismiss: () => pool.destroy(),
  };
}

/** Tasks that wait for each of the crew: enough that none is ever idle. */
const depth = 2;

/**
 * Has a crew do tasks, which are made as they are needed, and uses each result as it comes, in
 * whatever order.
 *
 * @param signal stops the work between two tasks
 * @throws the first fault of a task, after those under way have ended; the signal's reason
 */
export async function performAll<T extends Task>(
  crew: Crew,
  tasks: AsyncIterable<T> | Iterable<T>,
  use: (result: TaskResult, task: T) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const under = new Set<Promise<void>>();
  let fault: { readonly reason: unknown } | undefined;
  try {
    for await (const task of tasks) {
      const done: Promise<void> = crew
        .perform(task)
        .then((result) => {
          if (fault === undefined) use(result, task);
        })
        .catch((reason: unknown) => {
          fault ??= { reason };
        })
        .finally(() => under.delete(done));
      under.add(done);
      if (under.size >= crew.size * depth) await Promise.race(under);
      signal?.throwIfAborted();
      if (fault !== undefined) break;
    }
  } finally {
    await Promise.all(under);
  }
  if (fault !== undefined) throw fault.reason;
}
