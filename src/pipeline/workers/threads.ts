import { type ResourceLimits, Worker } from 'node:worker_threads';
import { type SentError, serializeError } from './sent-error.ts';
import type { Task, TaskResult } from './tasks.ts';

/** A task as it is sent to a thread. */
export interface SentTask {
  readonly id: number;
  readonly task: Task;
}

/** The answer of a thread to a task. */
export interface ThreadAnswer {
  readonly id: number;
  readonly result: TaskResult | SentError;
}

/** Thrown where a thread ended before it answered: it ran out of memory, or code in it ended it. */
export class LostThreadError extends Error {
  /** Whether it is the first task that this thread lost. */
  readonly isFirst: boolean;

  constructor(message: string, isFirst: boolean) {
    super(message);
    this.name = 'LostThreadError';
    this.isFirst = isFirst;
  }
}

/** How threads are started. */
export interface ThreadOptions {
  readonly workerData: unknown;
  readonly env: Readonly<Record<string, string>>;
  readonly resourceLimits: ResourceLimits;
  readonly execArgv?: string[];
}

/** Threads that answer tasks, each in the order in which it gets them. */
export interface Threads {
  /**
   * Sends a task to the thread that has the fewest.
   *
   * @throws LostThreadError if the thread ended before it answered, or none is left
   */
  run(task: Task): Promise<TaskResult | SentError>;
  /** Ends the threads. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (result: TaskResult | SentError) => void;
  readonly reject: (error: LostThreadError) => void;
}

/** A thread, and its tasks that are not answered yet. */
interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/**
 * Starts threads, each with a module that answers each `SentTask` by an `ThreadAnswer`. A thread that ends by itself is not
 * started again, as another would hardly fare better.
 */
export function startThreads(file: URL, count: number, options: ThreadOptions): Threads {
  const threads = new Set<Thread>();
  let next = 0;

  function start(): void {
    const thread: Thread = { worker: new Worker(file, { ...options }), waiting: new Map() };
    function lose(message: string): void {
      threads.delete(thread);
      let isFirst = true;
      for (const { reject } of thread.waiting.values()) {
        reject(new LostThreadError(message, isFirst));
        isFirst = false;
      }
      thread.waiting.clear();
    }
    thread.worker.on('message', ({ id, result }: ThreadAnswer) => {
      thread.waiting.get(id)?.resolve(result);
      thread.waiting.delete(id);
    });
    thread.worker.on('error', (error) => lose(serializeError(error).message));
    thread.worker.on('exit', (code) => lose(`exit code ${code}`));
    threads.add(thread);
  }

  for (let n = 0; n < count; n += 1) start();
  return {
    run(task) {
      let idlest: Thread | undefined;
      for (const thread of threads) {
        if (idlest === undefined || thread.waiting.size < idlest.waiting.size) idlest = thread;
      }
      const chosen = idlest;
      if (chosen === undefined) return Promise.reject(new LostThreadError('none is left', false));
      return new Promise((resolve, reject) => {
        next += 1;
        chosen.waiting.set(next, { resolve, reject });
        chosen.worker.postMessage({ id: next, task } satisfies SentTask);
      });
    },
    async close() {
      const ended = [...threads].map(({ worker }) => worker.terminate());
      threads.clear();
      await Promise.all(ended);
    },
  };
}
