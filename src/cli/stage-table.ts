import type { StageMessages, TimedStage } from '../i18n/stage-messages.ts';
import { printable } from './terminal.ts';

/** Time used, in milliseconds: wall-clock time, and CPU time of all threads of the process. */
export interface UsedTime {
  readonly wall: number;
  readonly cpu: number;
}

/** What the process has used by a moment. */
export interface UsedSoFar extends UsedTime {
  /** CPU time of the main thread outside of tasks that any thread may do, in milliseconds: more threads do not save it. */
  readonly serial: number;
  /** Peak of its memory, in bytes. */
  readonly peak: number;
}

/** What a stage used. */
export interface StageTime extends UsedSoFar {
  readonly stage: TimedStage;
  /** Number of files, articles or pages that it was done with; undefined where it counts none. */
  readonly items: number | undefined;
}

/** The start of a stage: what was used by then. */
export interface StageMark {
  readonly stage: TimedStage;
  readonly at: UsedSoFar;
}

/**
 * Returns what each stage used, from marks at their starts to `end`; times of stages of one name are summed. The peak of
 * memory is that of the process by the end of the stage.
 *
 * @param items how many items the stages were done with
 */
export function stageTimes(
  marks: readonly StageMark[],
  end: UsedSoFar,
  items: ReadonlyMap<TimedStage, number> = new Map(),
): readonly StageTime[] {
  const times = new Map<TimedStage, UsedSoFar>();
  marks.forEach(({ stage, at }, i) => {
    const next = marks[i + 1]?.at ?? end;
    const before = times.get(stage) ?? { wall: 0, cpu: 0, serial: 0, peak: 0 };
    times.set(stage, {
      wall: before.wall + next.wall - at.wall,
      cpu: before.cpu + next.cpu - at.cpu,
      serial: before.serial + next.serial - at.serial,
      peak: Math.max(before.peak, next.peak),
    });
  });
  return [...times].map(([stage, used]) => ({ stage, ...used, items: items.get(stage) }));
}

/** Returns the sum of times. */
export const totalTime = (stages: readonly Omit<UsedSoFar, 'peak'>[]): Omit<UsedSoFar, 'peak'> => ({
  wall: stages.reduce((sum, { wall }) => sum + wall, 0),
  cpu: stages.reduce((sum, { cpu }) => sum + cpu, 0),
  serial: stages.reduce((sum, { serial }) => sum + serial, 0),
});

/**
 * Returns the serial milliseconds by Amdahl's law: S serial and P parallel milliseconds take
 * S + P ÷ cores of wall time and S + P of CPU time. On one core all time is serial.
 */
export function serialTime({ wall, cpu }: UsedTime, cores: number): number {
  return cores < 2 ? wall : Math.max(0, (wall * cores - cpu) / (cores - 1));
}

/** Figures of a profiled build. */
export interface ProfileFigures {
  readonly stages: readonly StageTime[];
  readonly articles: number;
  /** The folder of the CPU profiles, as shown to the user. */
  readonly folder: string;
}

/** Returns the table of stages, one line each, then the serial time and the folder of the CPU profiles. */
export function stageTable(
  { stages, articles, folder }: ProfileFigures,
  messages: StageMessages,
): string {
  const total = totalTime(stages);
  const { figure } = messages;
  const perArticle = (milliseconds: number): string =>
    articles === 0 ? '–' : figure(((milliseconds * 1000) / articles).toFixed(1));
  const peak = stages.reduce((most, stage) => Math.max(most, stage.peak), 0);
  const row = (
    name: string,
    { wall, cpu, serial }: Omit<UsedSoFar, 'peak'>,
    bytes: number,
    items: number | undefined,
  ): readonly string[] => [
    name,
    figure((wall / 1000).toFixed(3)),
    figure((cpu / 1000).toFixed(3)),
    figure((serial / 1000).toFixed(3)),
    total.wall === 0 ? '–' : `${figure(((wall / total.wall) * 100).toFixed(1))}%`,
    perArticle(wall),
    items === undefined ? '–' : figure(String(items)),
    bytes === 0 ? '–' : figure(String(Math.ceil(bytes / 2 ** 20))),
  ];
  const rows = [
    messages.headers,
    ...stages.map((time) => row(messages.stages[time.stage], time, time.peak, time.items)),
    row(messages.total, total, peak, undefined),
  ];
  const widths = messages.headers.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  // A start takes as long for any number of articles.
  const later = totalTime(stages.filter(({ stage }) => stage !== 'start'));
  const serial = messages.serial(perArticle(later.serial));
  return [...lines, serial, printable(messages.written(folder)), ''].join('\n');
}
