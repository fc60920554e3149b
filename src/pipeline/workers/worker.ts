import { parentPort, workerData } from 'node:worker_threads';
import { serializeError } from './sent-error.ts';
import { openTaskRunner } from './task-runner.ts';
import type { TaskResult, WorkerSetup } from './tasks.ts';
import type { SentTask, ThreadAnswer } from './threads.ts';

const runner = openTaskRunner(workerData as WorkerSetup);
const answer = (message: ThreadAnswer): void => parentPort?.postMessage(message);

/** Runs a task in a worker thread and answers it. An error is sent as plain data. */
async function run({ id, task }: SentTask): Promise<void> {
  try {
    const result: TaskResult = await runner.run(task);
    answer({ id, result });
  } catch (error) {
    answer({ id, result: serializeError(error) });
  }
}

// Tasks that were sent meanwhile wait for the first listener.
parentPort?.on('message', (sent: SentTask) => void run(sent));
