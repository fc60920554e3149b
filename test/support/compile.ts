import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from './paths.ts';

/** How a run of the compiler ended. */
export interface Compiled {
  readonly status: number | null;
  /** Its errors; empty where the program compiles. */
  readonly stdout: string;
}

/**
 * Compiles a copy of the program, as its `tsconfig.json` says. The result stays in the folder: compiling again
 * after a change checks what depends on the changed files. One checker, because each one more takes a third of the
 * CPU time again.
 */
export function compile(program: string): Compiled {
  const tsc = join(repository, 'node_modules/typescript/bin/tsc');
  const kept = ['--incremental', '--tsBuildInfoFile', join(program, '.tsbuildinfo')];
  return spawnSync(process.execPath, [tsc, '--checkers', '1', ...kept], {
    cwd: program,
    encoding: 'utf8',
  });
}
