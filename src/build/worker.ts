import { workerData } from 'node:worker_threads';
import { type SentFault, sendFault } from './fault.ts';
import type { Setup, Task, TaskResult } from './tasks.ts';
import { openWorkbench } from './workbench.ts';

// The pool puts its own data before ours.
const [, setup] = workerData as readonly [unknown, Setup];
const workbench = openWorkbench(setup);

/** Does a task in a thread of its own. Never throws: a fault is sent as what it says. */
export default async function perform(task: Task): Promise<TaskResult | SentFault> {
  try {
    return await workbench.perform(task);
  } catch (fault) {
    return sendFault(fault);
  }
}
