import { execFileSync } from 'node:child_process';
import type { BuildResult } from '../../src/pipeline/build-options.ts';
import { program } from './paths.ts';

/** Runs the program in a separate process; returns its JSON result. */
export function runProgram(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Pick<BuildResult, 'written' | 'removed' | 'articles' | 'pages' | 'rendered'> {
  const out = execFileSync(process.execPath, [program, 'build', '--json', ...argv], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(out.toString()) as BuildResult;
}
