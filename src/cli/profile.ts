import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import type { Phase } from '../pipeline/build-options.ts';
import { sweepFolder } from '../publish/sweep-folder.ts';
import { type StageMark, type StageTime, stageTimes, type UsedSoFar } from './stage-table.ts';
import type { Terminal } from './terminal.ts';

/** Microseconds between two samples of the profiler. */
const samplingInterval = 500;

/** A running CPU profile of this process. */
export interface Profile {
  /** Folder of the CPU profiles, absolute. */
  readonly folder: string;
  /** Marks the start of a build phase at its first call, and how many items the phase is done with. */
  notePhase(phase: Phase, done: number): void;
  /** Adds the CPU time of a task that the main thread did, in microseconds. */
  noteTask(time: number): void;
  /** Marks the end of the build. */
  endBuild(): void;
  /** Stops the profile, writes that of the main thread and returns what each stage used. */
  finish(): Promise<readonly StageTime[]>;
  /** Stops the profile without writing it. */
  close(): void;
}

/**
 * Starts a CPU profile of the main thread, for `CACHE/profile/main.cpuprofile`. Files of earlier
 * profiles are removed.
 *
 * @param cache absolute path of the cache folder
 * @throws the system error where the folder cannot be written
 */
export async function startProfile(cache: string, terminal: Terminal): Promise<Profile> {
  const folder = join(cache, 'profile');
  sweepFolder(folder, /\.cpuprofile$/);
  mkdirSync(folder, { recursive: true });
  let tasks = 0;
  const used = (): UsedSoFar => {
    const { user, system } = process.cpuUsage();
    const ofThread = process.threadCpuUsage();
    const serial = (ofThread.user + ofThread.system - tasks) / 1000;
    // In kilobytes, of all threads.
    const peak = process.resourceUsage().maxRSS * 1024;
    return { wall: terminal.now(), cpu: (user + system) / 1000, serial, peak };
  };
  // The terminal's clock starts with the process.
  const marks: StageMark[] = [{ stage: 'start', at: { wall: 0, cpu: 0, serial: 0, peak: 0 } }];
  const items = new Map<Phase, number>();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: samplingInterval });
  await session.post('Profiler.start');
  return {
    folder,
    notePhase(phase, done) {
      if (marks.at(-1)?.stage !== phase) marks.push({ stage: phase, at: used() });
      if (done > 0) items.set(phase, done);
    },
    noteTask(time) {
      tasks += time;
    },
    endBuild() {
      marks.push({ stage: 'report', at: used() });
    },
    async finish() {
      const stages = stageTimes(marks, used(), items);
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      writeFileSync(join(folder, 'main.cpuprofile'), JSON.stringify(profile));
      return stages;
    },
    close: () => session.disconnect(),
  };
}
