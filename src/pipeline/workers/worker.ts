import { workerData } from 'node:worker_threads';
import { type SentError, serializeError } from './sent-error.ts';
import { openTaskRunner } from './task-runner.ts';
import type { Task, TaskResult, WorkerSetup } from './tasks.ts';

// The pool puts its own data before ours.
const [, setup] = workerData as readonly [unknown, WorkerSetup];
const workbench = openTaskRunner(setup);

/** Performs a task in a worker thread. Never throws: an error is returned as plain data. */
export default async function perform(task: Task): Promise<TaskResult | SentError> {
  try {
    return await workbench.perform(task);
  } catch (error) {
    return serializeError(error);
  }
}
