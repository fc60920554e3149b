import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process in bytes. */
interface MemoryUsage {
  /** Anonymous and shared memory: heap, stacks. */
  readonly own: number;
  /** File-backed memory: programs, libraries, mapped databases. */
  readonly files: number;
  /** Peak of both together. */
  readonly most: number;
}

const none: MemoryUsage = { own: 0, files: 0, most: 0 };

/** Returns the memory of a process; zero if it has ended. */
function usageOf(pid: number): MemoryUsage {
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

/** Returns a process and all its descendants. */
function processTree(pid: number): readonly number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return [pid, ...children.flatMap((child) => processTree(Number(child)))];
  } catch {
    return [pid];
  }
}

/**
 * Measures the memory of a process and its descendants together.
 *
 * Anonymous memory is summed; of file-backed memory only the largest counts, as processes of one program share
 * its pages. A single process's peak between two samples is included, as the kernel records it.
 *
 * @param everyMilliseconds interval of the samples
 * @returns a function that stops the measurement and returns the peak in bytes, or undefined without `/proc`
 */
export function watchMemory(pid: number, everyMilliseconds: number): () => number | undefined {
  let peak = 0;
  function sample(): void {
    const all = processTree(pid).map(usageOf);
    const own = all.reduce((sum, usage) => sum + usage.own, 0);
    peak = Math.max(peak, own + Math.max(...all.map(({ files }) => files)));
    peak = Math.max(peak, ...all.map(({ most }) => most));
  }
  sample();
  const timer = setInterval(sample, everyMilliseconds);
  return () => {
    clearInterval(timer);
    return peak > 0 ? peak : undefined;
  };
}
