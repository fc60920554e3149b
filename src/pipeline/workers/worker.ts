import { workerData } from 'node:worker_threads';
import { joinCompileCache } from './compile-cache.ts';
import { type SentError, serializeError } from './sent-error.ts';
import type { Task, TaskResult, WorkerSetup } from './tasks.ts';

// Before the rest of the program is loaded.
joinCompileCache();
const { openTaskRunner } = await import('./task-runner.ts');

// Tinypool puts its own data before ours.
const [, setup] = workerData as readonly [unknown, WorkerSetup];
const runner = openTaskRunner(setup);

/** Runs a task in a worker thread. Never throws: an error is returned as plain data. */
export default async function run(task: Task): Promise<TaskResult | SentError> {
  try {
    return await runner.run(task);
  } catch (error) {
    return serializeError(error);
  }
}
