import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { watchMemory } from './memory.ts';

/** A program to run. */
export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a run took. */
export interface Cost {
  readonly wallSeconds: number;
  /** User and system time of the process and all that it started and waited for. */
  readonly cpuSeconds: number | undefined;
  readonly peakBytes: number | undefined;
}

/** How a run ended. */
export interface Ended {
  readonly cost: Cost;
  /** Undefined where a signal or the time limit ended it. */
  readonly exitCode: number | undefined;
}

const sampleMilliseconds = 20;

/** Linux counts this process's own ended children in hundredths of a second, everywhere. */
const ticks = 100;

/** Processor time of all children of this process that have ended, with their own children. */
function childrenSeconds(): number | undefined {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) / ticks;
  } catch {
    return undefined;
  }
}

const running = new Set<number>();

/** Ends a run's processes: it leads a group of its own, which they belong to. */
function end(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

process.on('exit', () => {
  for (const pid of running) end(pid);
});

/**
 * Runs a program alone and measures it. Its output goes to a file, so that reading it takes no time.
 *
 * @throws Error where the program cannot be started
 */
export async function measure(command: Command, log: string, limitSeconds: number): Promise<Ended> {
  const output = openSync(log, 'w');
  const errors = openSync(`${log}.errors`, 'w');
  const cpuBefore = childrenSeconds();
  const started = performance.now();
  const child = spawn(command.program, command.arguments, {
    cwd: command.folder,
    env: { ...process.env, ...command.environment },
    stdio: ['ignore', output, errors],
    detached: true,
  });
  closeSync(output);
  closeSync(errors);
  const { pid } = child;
  const stopWatch = pid === undefined ? () => undefined : watchMemory(pid, sampleMilliseconds);
  if (pid !== undefined) running.add(pid);
  const limit = setTimeout(() => pid !== undefined && end(pid), limitSeconds * 1000);
  try {
    const exitCode = await new Promise<number | undefined>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? undefined));
    });
    const wallSeconds = (performance.now() - started) / 1000;
    const cpuAfter = childrenSeconds();
    const cpuSeconds =
      cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore;
    return { exitCode, cost: { wallSeconds, cpuSeconds, peakBytes: stopWatch() } };
  } finally {
    stopWatch();
    clearTimeout(limit);
    if (pid !== undefined) running.delete(pid);
  }
}
