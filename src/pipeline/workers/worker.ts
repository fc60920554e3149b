import { workerData } from 'node:worker_threads';
import { type SentFault, sendFault } from './sent-error.ts';
import type { Setup, Task, TaskResult } from './tasks.ts';
import { openWorkbench } from './task-runner.ts';

// The pool puts its own data before ours.
const [, setup] = workerData as readonly [unknown, Setup];
const workbench = openWorkbench(setup);

/** Performs a task in a worker thread. Never throws: an error is returned as plain data. */
export default async function perform(task: Task): Promise<TaskResult | SentFault> {
  try {
    return await workbench.perform(task);
  } catch (fault) {
    return sendFault(fault);
  }
}
