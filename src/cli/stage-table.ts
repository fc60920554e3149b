import type { StageWords, TimedStage } from '../i18n/stage-words.ts';

export type { StageWords, TimedStage as Stage } from '../i18n/stage-words.ts';

/** Time used so far, in milliseconds: by the clock, and by all threads of the process together. */
export interface UsedTime {
  readonly wall: number;
  readonly cpu: number;
}

/** What a stage used. */
export interface StageTime extends UsedTime {
  readonly stage: TimedStage;
}

/** A moment at which a stage began. */
export interface StageMark {
  readonly stage: TimedStage;
  readonly at: UsedTime;
}

/** Returns what each stage used, from the marks at which they began to `end`; several of one name are summed. */
export function stageTimes(marks: readonly StageMark[], end: UsedTime): readonly StageTime[] {
  const times = new Map<TimedStage, UsedTime>();
  marks.forEach(({ stage, at }, n) => {
    const next = marks[n + 1]?.at ?? end;
    const before = times.get(stage) ?? { wall: 0, cpu: 0 };
    times.set(stage, {
      wall: before.wall + next.wall - at.wall,
      cpu: before.cpu + next.cpu - at.cpu,
    });
  });
  return [...times].map(([stage, used]) => ({ stage, ...used }));
}

/** Returns the sum of what stages used. */
export const totalTime = (stages: readonly UsedTime[]): UsedTime => ({
  wall: stages.reduce((sum, { wall }) => sum + wall, 0),
  cpu: stages.reduce((sum, { cpu }) => sum + cpu, 0),
});

/**
 * Returns the milliseconds in which one core alone works, by Amdahl's model: of S serial and P parallel
 * milliseconds the clock shows S + P ÷ cores and the processor S + P. On one core all is serial.
 */
export function serialTime({ wall, cpu }: UsedTime, cores: number): number {
  return cores < 2 ? wall : Math.max(0, (wall * cores - cpu) / (cores - 1));
}

/** What a profile says besides the times of the stages. */
export interface ProfileFigures {
  readonly stages: readonly StageTime[];
  readonly articles: number;
  /** Cores that the build could use at once. */
  readonly cores: number;
  /** Where the CPU profiles lie, as the user knows the folder. */
  readonly folder: string;
}

/** Returns the table of stages, a line for each, with the serial share and where the CPU profiles are. */
export function stageTable(
  { stages, articles, cores, folder }: ProfileFigures,
  words: StageWords,
): string {
  const all = totalTime(stages);
  const { figure } = words;
  const perArticle = (milliseconds: number): string =>
    articles === 0 ? '–' : figure(((milliseconds * 1000) / articles).toFixed(1));
  const row = (name: string, { wall, cpu }: UsedTime): readonly string[] => [
    name,
    figure((wall / 1000).toFixed(3)),
    figure((cpu / 1000).toFixed(3)),
    all.wall === 0 ? '–' : `${figure(((wall / all.wall) * 100).toFixed(1))}%`,
    perArticle(wall),
  ];
  const rows = [
    words.heads,
    ...stages.map((time) => row(words.stages[time.stage], time)),
    row(words.total, all),
  ];
  const widths = words.heads.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  const serial = words.serial({
    microseconds: perArticle(serialTime(all, cores)),
    cores: figure(String(cores)),
  });
  return [...lines, serial, words.written(folder), ''].join('\n');
}
