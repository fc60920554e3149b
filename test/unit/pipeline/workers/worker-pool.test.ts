import { expect, test } from 'vitest';
import type { Task, TaskResult } from '../../../../src/pipeline/workers/tasks.ts';
import { runTasks, type WorkerPool } from '../../../../src/pipeline/workers/worker-pool.ts';

const task = (n: number): Task => ({ do: 'read-seeds', seeds: [], n }) as Task & { n: number };
const numberOf = (task: Task): number => ('n' in task ? Number(task.n) : -1);
const done: TaskResult = { of: 'documents', documents: [] };

interface Log {
  readonly run: number[];
  readonly dispatched: number[];
  readonly used: number[];
}

/** Returns a pool whose tasks are answered by `answer`. */
function poolOf(
  capacity: number,
  log: Log,
  answer: (n: number) => Promise<TaskResult>,
): WorkerPool {
  return {
    threads: 1,
    capacity,
    async run(task) {
      log.run.push(numberOf(task));
      return answer(numberOf(task));
    },
    dispatch(task) {
      log.dispatched.push(numberOf(task));
      return answer(numberOf(task));
    },
    async close() {},
  };
}

const newLog = (): Log => ({ run: [], dispatched: [], used: [] });

async function runNumbered(
  pool: WorkerPool,
  log: Log,
  { signal, count = 10 }: { readonly signal?: AbortSignal; readonly count?: number } = {},
): Promise<void> {
  const tasks = Array.from({ length: count }, (_, n) => task(n));
  await runTasks(pool, tasks, (_, task) => void log.used.push(numberOf(task)), signal);
}

test('without workers the main thread runs every task in order', async () => {
  const log = newLog();
  await runNumbered(
    poolOf(0, log, async () => done),
    log,
  );
  expect(log.dispatched).toEqual([]);
  expect(log.used).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('workers get as many tasks as they have capacity for, the main thread runs the rest, and every result is used once', async () => {
  const log = newLog();
  const slow = async (): Promise<TaskResult> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return done;
  };
  await runNumbered(poolOf(3, log, slow), log, { count: 40 });
  expect(log.dispatched.length).toBeGreaterThan(3);
  expect(log.run.length).toBeGreaterThan(0);
  expect(log.used.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
});

test('the main thread takes its own tasks first and the workers the others, until one kind is done', async () => {
  const log = newLog();
  const answer = async (): Promise<TaskResult> => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return done;
  };
  const others = Array.from({ length: 10 }, (_, n) => task(n));
  const own = Array.from({ length: 30 }, (_, n) => task(100 + n));
  await runTasks(
    poolOf(1, log, answer),
    others,
    (_, task) => void log.used.push(numberOf(task)),
    undefined,
    own,
  );
  expect(log.run.slice(0, 5)).toEqual([100, 101, 102, 103, 104]);
  expect(log.run.every((n) => n >= 100)).toBe(true);
  expect(log.dispatched.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(log.used.toSorted((a, b) => a - b)).toEqual([...others, ...own].map(numberOf));
});

test('without workers the tasks of the main thread come last', async () => {
  const log = newLog();
  const pool = poolOf(0, log, async () => done);
  await runTasks(pool, [task(1), task(2)], () => undefined, undefined, [task(3)]);
  expect(log.run).toEqual([1, 2, 3]);
});

test('where a task fails, neither kind is generated further', async () => {
  const log = newLog();
  const ended: string[] = [];
  function* endless(name: string): Generator<Task> {
    try {
      for (let n = 0; ; n += 1) yield task(n);
    } finally {
      ended.push(name);
    }
  }
  const answer = async (n: number): Promise<TaskResult> => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (n === 3) throw new Error('the disk is full');
    return done;
  };
  const work = runTasks(
    poolOf(2, log, answer),
    ...([endless('others'), () => undefined, undefined, endless('own')] as const),
  );
  await expect(work).rejects.toThrow('the disk is full');
  expect(ended).toEqual(['others', 'own']);
});

test.each([0, 2])(
  'the first error ends the work after the running tasks have ended (capacity %i)',
  async (capacity) => {
    const log = newLog();
    let running = 0;
    const answer = async (n: number): Promise<TaskResult> => {
      running += 1;
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
      if (n === 4) throw new Error('the disk is full');
      return done;
    };
    await expect(runNumbered(poolOf(capacity, log, answer), log, { count: 1000 })).rejects.toThrow(
      'the disk is full',
    );
    expect(running).toBe(0);
    expect(log.run.length + log.dispatched.length).toBeLessThan(50);
  },
);

test('a signal ends the work between two tasks', async () => {
  const log = newLog();
  const controller = new AbortController();
  const answer = async (n: number): Promise<TaskResult> => {
    if (n === 3) controller.abort(new Error('stopped'));
    return done;
  };
  await expect(
    runNumbered(poolOf(0, log, answer), log, { signal: controller.signal }),
  ).rejects.toThrow('stopped');
  expect(log.used).toEqual([0, 1, 2, 3]);
});
