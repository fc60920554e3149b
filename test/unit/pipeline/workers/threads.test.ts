import { expect, test } from 'vitest';
import type { Task } from '../../../../src/pipeline/workers/tasks.ts';
import {
  LostThreadError,
  startThreads,
  type Threads,
} from '../../../../src/pipeline/workers/threads.ts';

/** A thread that answers with the number of a task, and ends itself where the task says so. */
const code = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, task }) => {
  if (task.n === 'exit') process.exit(7);
  if (task.n === 'throw') throw new Error('لا ذاكرة');
  parentPort.postMessage({ id, result: { of: 'cache', n: task.n } });
});`;

const file = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const task = (n: number | string): Task => ({ do: 'read-seeds', seeds: [], n }) as Task;

async function withThreads(count: number, use: (threads: Threads) => Promise<void>): Promise<void> {
  const threads = startThreads(file, count, { workerData: undefined, env: {}, resourceLimits: {} });
  try {
    await use(threads);
  } finally {
    await threads.close();
  }
}

test('threads answer each task once', async () => {
  await withThreads(2, async (threads) => {
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    const results = await Promise.all(numbers.map((n) => threads.run(task(n))));
    expect(results).toEqual(numbers.map((n) => ({ of: 'cache', n })));
  });
});

test.each([
  ['exit', 'exit code 7'],
  ['throw', 'لا ذاكرة'],
] as const)(
  'the tasks of a thread that ended (%s) are rejected with the reason; the first is told',
  async (how, message) => {
    await withThreads(1, async (threads) => {
      const settled = await Promise.allSettled([how, 1].map((n) => threads.run(task(n))));
      expect(settled.map((one) => one.status === 'rejected' && one.reason)).toEqual([
        expect.objectContaining({ message, isFirst: true }),
        expect.objectContaining({ message, isFirst: false }),
      ]);
      await expect(threads.run(task(2))).rejects.toThrow(LostThreadError);
    });
  },
);
