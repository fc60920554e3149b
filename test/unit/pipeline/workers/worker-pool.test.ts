import { expect, test } from 'vitest';
import type { Task, TaskResult } from '../../../../src/pipeline/workers/tasks.ts';
import { runTasks, type WorkerPool } from '../../../../src/pipeline/workers/worker-pool.ts';

const task = (n: number): Task => ({ do: 'read-seeds', seeds: [], n }) as Task & { n: number };
const numberOf = (one: Task): number => ('n' in one ? Number(one.n) : -1);
const done: TaskResult = { of: 'documents', documents: [] };

interface Log {
  readonly here: number[];
  readonly sent: number[];
  readonly used: number[];
}

/** A crew whose other threads answer when they are told to. */
function crewOf(room: number, log: Log, answer: (n: number) => Promise<TaskResult>): WorkerPool {
  return {
    capacity: room,
    async run(one) {
      log.here.push(numberOf(one));
      return answer(numberOf(one));
    },
    dispatch(one) {
      log.sent.push(numberOf(one));
      return answer(numberOf(one));
    },
    async close() {},
  };
}

const newLog = (): Log => ({ here: [], sent: [], used: [] });

async function run(
  crew: WorkerPool,
  log: Log,
  { signal, count = 10 }: { readonly signal?: AbortSignal; readonly count?: number } = {},
): Promise<void> {
  const tasks = Array.from({ length: count }, (_, n) => task(n));
  await runTasks(crew, tasks, (_, one) => void log.used.push(numberOf(one)), signal);
}

test('alone, this thread does every task in order', async () => {
  const log = newLog();
  await run(
    crewOf(0, log, async () => done),
    log,
  );
  expect(log.sent).toEqual([]);
  expect(log.used).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('others get what they have room for, this thread does the rest, and every result is used once', async () => {
  const log = newLog();
  const slow = async (): Promise<TaskResult> => {
    await new Promise((turn) => setTimeout(turn, 5));
    return done;
  };
  await run(crewOf(3, log, slow), log, { count: 40 });
  expect(log.sent.length).toBeGreaterThan(3);
  expect(log.here.length).toBeGreaterThan(0);
  expect(log.used.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
});

test.each([0, 2])(
  'the first error ends the work, when what is under way has ended (room for %i)',
  async (room) => {
    const log = newLog();
    let under = 0;
    const answer = async (n: number): Promise<TaskResult> => {
      under += 1;
      await new Promise((turn) => setTimeout(turn, 2));
      under -= 1;
      if (n === 4) throw new Error('the disk is full');
      return done;
    };
    await expect(run(crewOf(room, log, answer), log, { count: 1000 })).rejects.toThrow(
      'the disk is full',
    );
    expect(under).toBe(0);
    expect(log.here.length + log.sent.length).toBeLessThan(50);
  },
);

test('a signal ends the work between two tasks', async () => {
  const log = newLog();
  const stopping = new AbortController();
  const answer = async (n: number): Promise<TaskResult> => {
    if (n === 3) stopping.abort(new Error('stopped'));
    return done;
  };
  await expect(run(crewOf(0, log, answer), log, { signal: stopping.signal })).rejects.toThrow(
    'stopped',
  );
  expect(log.used).toEqual([0, 1, 2, 3]);
});
