import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

/** What a machine is, without a name or a place that would tell which. */
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

/** Returns what this machine is. */
export const thisMachine = (): Machine => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: systemName(),
  node: process.versions.node,
});

/** Returns the commit of a repository, with a plus where its files are not the commit's. */
export function commitOf(root: string): string {
  const git = (...command: readonly string[]): string | undefined => {
    // Reading must not write the index, which another process may be using.
    const said = spawnSync('git', ['--no-optional-locks', '-C', root, ...command], {
      encoding: 'utf8',
    });
    return said.status === 0 ? said.stdout.trim() : undefined;
  };
  const commit = git('rev-parse', '--short', 'HEAD');
  if (commit === undefined) return 'unknown';
  return git('status', '--porcelain', 'src', 'templates') === '' ? commit : `${commit}+`;
}
