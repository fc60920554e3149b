import { readdirSync, readFileSync } from 'node:fs';

/** What one process holds in memory, in bytes. */
interface Held {
  /** Its own: heap, stacks, and what it shares with other processes by intent. */
  readonly own: number;
  /** Of files: programs, libraries, mapped databases. */
  readonly files: number;
  /** The most that both ever were together. */
  readonly most: number;
}

const none: Held = { own: 0, files: 0, most: 0 };

/** Reads what a process holds; nothing where it has just ended. */
function held(pid: number): Held {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const value = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) * 1024;
    return {
      own: value('RssAnon') + value('RssShmem'),
      files: value('RssFile'),
      most: value('VmHWM'),
    };
  } catch {
    return none;
  }
}

/** A process and all that it started and that they started. */
function tree(pid: number): readonly number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return [pid, ...children.flatMap((child) => tree(Number(child)))];
  } catch {
    return [pid];
  }
}

/**
 * Watches the memory of a process and its descendants together.
 *
 * Their own memory is added up; of files' memory only the largest counts, as several processes of one
 * program share its pages. A peak between two looks is not missed where one process has it, as the
 * kernel keeps each one's highest mark.
 *
 * @returns a function that ends the watch and returns the peak, or undefined where `/proc` says nothing
 */
export function watchMemory(pid: number, everyMilliseconds: number): () => number | undefined {
  let peak = 0;
  function look(): void {
    const all = tree(pid).map(held);
    const own = all.reduce((sum, one) => sum + one.own, 0);
    peak = Math.max(peak, own + Math.max(...all.map(({ files }) => files)));
    peak = Math.max(peak, ...all.map(({ most }) => most));
  }
  look();
  const timer = setInterval(look, everyMilliseconds);
  return () => {
    clearInterval(timer);
    return peak > 0 ? peak : undefined;
  };
}
