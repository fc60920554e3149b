import { Tinypool } from 'tinypool';
import { receiveFault, type SentFault } from './fault.ts';
import type { Setup, Task, TaskResult } from './tasks.ts';

/** Those who do the tasks: this thread, and others where there are any. */
export interface Crew {
  /** How many tasks other threads take at once; more would only wait. */
  readonly room: number;
  /** Does a task here. */
  perform(task: Task): Promise<TaskResult>;
  /** Has another thread do a task. */
  send(task: Task): Promise<TaskResult>;
  dismiss(): Promise<void>;
}

/** Megabytes of a thread's heap for what lives shortly; the usual would cost memory and save nothing. */
const youngGeneration = 24;

/** Tasks that wait for each thread: enough that none is ever idle. */
const depth = 2;

function hireThreads(
  setup: Setup,
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
 * Returns a crew of this thread and `threads` others.
 *
 * @param profile folder to which each of the others writes a CPU profile when it ends
 */
export async function hireCrew(setup: Setup, threads: number, profile?: string): Promise<Crew> {
  const pool = hireThreads(setup, threads, profile);
  // Loaded while the threads start.
  const { openWorkbench } = await import('./workbench.ts');
  const workbench = openWorkbench(setup);
  return {
    room: threads * depth,
    perform: (task) => workbench.perform(task),
    async send(task) {
      const result: TaskResult | SentFault = await pool?.run(task);
      if ('of' in result) return result;
      throw receiveFault(result);
    },
    async dismiss() {
      workbench.close();
      await pool?.destroy();
    },
  };
}

/** Signals, progress and the results of other threads have their turn between two tasks. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/**
 * Has a crew do tasks, which are made as they are needed, and uses each result as it comes, in
 * whatever order. What the other threads have no room for is done here.
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
  const sent = new Set<Promise<void>>();
  let fault: { readonly reason: unknown } | undefined;
  function send(task: T): void {
    const done: Promise<void> = crew
      .send(task)
      .then((result) => {
        if (fault === undefined) use(result, task);
      })
      .catch((reason: unknown) => {
        fault ??= { reason };
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
      if (fault !== undefined) break;
    }
  } finally {
    await Promise.all(sent);
  }
  if (fault !== undefined) throw fault.reason;
}
