import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

/** The hardware and software of a machine, without identifying names. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
}

function systemName(): string {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(release)?.[1] ?? process.platform;
  } catch {
    return process.platform;
  }
}

/** Returns the description of this machine. */
export const thisMachine = (): Machine => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: systemName(),
  node: process.versions.node,
});

/** Returns the commit of a repository, with a plus if `src` or `templates` have uncommitted changes. */
export function commitOf(root: string): string {
  const git = (...command: readonly string[]): string | undefined => {
    // Without locks, as another process may be using the index.
    const result = spawnSync('git', ['--no-optional-locks', '-C', root, ...command], {
      encoding: 'utf8',
    });
    return result.status === 0 ? result.stdout.trim() : undefined;
  };
  const commit = git('rev-parse', '--short', 'HEAD');
  if (commit === undefined) return 'unknown';
  return git('status', '--porcelain', 'src', 'templates') === '' ? commit : `${commit}+`;
}
