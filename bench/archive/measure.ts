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

/** The cost of a run. */
export interface Cost {
  readonly wallSeconds: number;
  /** User and system time of the process and of its descendants. */
  readonly cpuSeconds: number | undefined;
  readonly peakBytes: number | undefined;
}

/** The result of a run. */
export interface RunResult {
  readonly cost: Cost;
  /** Undefined where a signal or the time limit ended it. */
  readonly exitCode: number | undefined;
}

const sampleMilliseconds = 20;

/** Ticks in a second of `/proc` times on Linux, on every architecture. */
const ticks = 100;

/** Returns the processor time of all ended children of this process, with their descendants. */
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

/** Ends the process group of a run. */
function endProcesses(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The processes have ended.
  }
}

process.on('exit', () => {
  for (const pid of running) endProcesses(pid);
});

/**
 * Runs a program and measures it. The output goes to files, so that reading it takes no time.
 *
 * @param log path of the file for the standard output; the errors go to a file beside it
 * @param limitSeconds time after which the program is ended
 * @throws Error if the program cannot be started
 */
export async function measure(
  command: Command,
  log: string,
  limitSeconds: number,
): Promise<RunResult> {
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
  const limit = setTimeout(() => pid !== undefined && endProcesses(pid), limitSeconds * 1000);
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
