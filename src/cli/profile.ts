import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Phase } from '../pipeline/build-options.ts';
import { type StageMark, type StageTime, stageTimes, type UsedTime } from './stage-table.ts';
import type { Terminal } from './terminal.ts';

/** Microseconds between two samples of the profiler. */
const samplingInterval = 500;

/** A profile that is being taken of this process. */
export interface Profile {
  /** Folder of the CPU profiles, absolute. */
  readonly folder: string;
  /** Notes that a phase of the build begins. */
  began(phase: Phase): void;
  /** Notes that the build has ended. */
  ended(): void;
  /** Ends the profile, and writes that of the main thread; returns what each stage used. */
  finish(): Promise<readonly StageTime[]>;
  /** Ends the profile and writes nothing more, where it has not ended. */
  close(): void;
}

/** Returns how many cores a build with this number of worker threads can use at once. */
export const usableCores = (workers: number | undefined): number =>
  Math.min(availableParallelism(), (workers ?? Number.POSITIVE_INFINITY) + 1);

/**
 * Starts a CPU profile of the main thread, to be written to `CACHE/profile/main.cpuprofile`. What an
 * earlier profile left there is removed.
 *
 * @throws the file system's error where the folder cannot be written.
 */
export async function startProfile(cache: string, terminal: Terminal): Promise<Profile> {
  const folder = join(cache, 'profile');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const used = (): UsedTime => {
    const { user, system } = process.cpuUsage();
    return { wall: terminal.now(), cpu: (user + system) / 1000 };
  };
  // The clock of the terminal starts with the process.
  const marks: StageMark[] = [{ stage: 'start', at: { wall: 0, cpu: 0 } }];
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: samplingInterval });
  await session.post('Profiler.start');
  return {
    folder,
    began(phase) {
      if (marks.at(-1)?.stage !== phase) marks.push({ stage: phase, at: used() });
    },
    ended() {
      marks.push({ stage: 'report', at: used() });
    },
    async finish() {
      const stages = stageTimes(marks, used());
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      writeFileSync(join(folder, 'main.cpuprofile'), JSON.stringify(profile));
      return stages;
    },
    close: () => session.disconnect(),
  };
}
