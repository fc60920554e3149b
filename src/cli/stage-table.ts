import type { StageMessages, TimedStage } from '../i18n/stage-messages.ts';
import { printable } from './terminal.ts';

/** Time used, in milliseconds: wall-clock time, and CPU time of all threads of the process. */
export interface UsedTime {
  readonly wall: number;
  readonly cpu: number;
}

/** The time that a stage used. */
export interface StageTime extends UsedTime {
  readonly stage: TimedStage;
}

/** The start of a stage: the time used by then. */
export interface StageMark {
  readonly stage: TimedStage;
  readonly at: UsedTime;
}

/** Returns the time of each stage, from marks at their starts to `end`; stages of one name are summed. */
export function stageTimes(marks: readonly StageMark[], end: UsedTime): readonly StageTime[] {
  const times = new Map<TimedStage, UsedTime>();
  marks.forEach(({ stage, at }, i) => {
    const next = marks[i + 1]?.at ?? end;
    const before = times.get(stage) ?? { wall: 0, cpu: 0 };
    times.set(stage, {
      wall: before.wall + next.wall - at.wall,
      cpu: before.cpu + next.cpu - at.cpu,
    });
  });
  return [...times].map(([stage, used]) => ({ stage, ...used }));
}

/** Returns the sum of times. */
export const totalTime = (stages: readonly UsedTime[]): UsedTime => ({
  wall: stages.reduce((sum, { wall }) => sum + wall, 0),
  cpu: stages.reduce((sum, { cpu }) => sum + cpu, 0),
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
  /** Cores that the build could use at once. */
  readonly cores: number;
  /** The folder of the CPU profiles, as shown to the user. */
  readonly folder: string;
}

/** Returns the table of stages, one line each, then the serial time and the folder of the CPU profiles. */
export function stageTable(
  { stages, articles, cores, folder }: ProfileFigures,
  messages: StageMessages,
): string {
  const total = totalTime(stages);
  const { figure } = messages;
  const perArticle = (milliseconds: number): string =>
    articles === 0 ? '–' : figure(((milliseconds * 1000) / articles).toFixed(1));
  const row = (name: string, { wall, cpu }: UsedTime): readonly string[] => [
    name,
    figure((wall / 1000).toFixed(3)),
    figure((cpu / 1000).toFixed(3)),
    total.wall === 0 ? '–' : `${figure(((wall / total.wall) * 100).toFixed(1))}%`,
    perArticle(wall),
  ];
  const rows = [
    messages.headers,
    ...stages.map((time) => row(messages.stages[time.stage], time)),
    row(messages.total, total),
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
  const serial = messages.serial({
    microseconds: perArticle(serialTime(total, cores)),
    cores: figure(String(cores)),
  });
  return [...lines, serial, printable(messages.written(folder)), ''].join('\n');
}
