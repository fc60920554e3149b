import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../paths.ts';

const jar = join(repository, '.ci/node_modules/vnu-jar/build/dist/vnu.jar');

/** Compiled once and quickly: the runs are too short for better code to pay. Such code needs a larger stack. */
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss8m'];

const missing = !existsSync(jar)
  ? 'npm ci --ignore-scripts --prefix .ci'
  : spawnSync('java', ['-version']).error && 'apt-get install default-jre-headless';

/** Reason to skip tests of the checker; in continuous integration they fail instead. */
export const withoutNu: string | undefined =
  missing !== undefined && !process.env.CI
    ? `the Nu HTML checker is missing: ${missing}`
    : undefined;

/** A message of the checker about a position in a file. */
export interface NuMessage {
  readonly type: 'error' | 'info' | 'non-document-error';
  /** `warning`, or `fatal` of an error. */
  readonly subType?: string;
  readonly url?: string;
  readonly lastLine?: number;
  readonly message: string;
  readonly extract?: string;
}

/** The result of a run of the checker. */
export interface NuResult {
  /** The files that it reports to have read. */
  readonly read: readonly string[];
  readonly messages: readonly NuMessage[];
}

/**
 * Runs the Nu HTML checker, the validator of the W3C, over files.
 *
 * @param language which of its checkers is used
 * @throws if the jar or Java is missing, or the run failed
 */
export function runNu(language: 'html' | 'css', files: readonly string[]): NuResult {
  if (missing !== undefined) throw new Error(`The Nu HTML checker is missing: ${missing}`);
  const only = language === 'css' ? ['--skip-non-css', '--css'] : ['--skip-non-html'];
  const { status, stdout, stderr, error } = spawnSync(
    'java',
    [...quickStart, ...['-jar', jar, '--exit-zero-always', '--verbose', '--stdout'], ...only]
      .concat('--format', 'json')
      .concat(files),
    // Java reads names of files in the encoding of the locale; this one is on every Debian.
    { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' }, maxBuffer: 2 ** 28 },
  );
  if (error !== undefined || status !== 0) throw error ?? new Error(`vnu: ${status}\n${stderr}`);
  const { messages } = JSON.parse(stdout) as { readonly messages: readonly NuMessage[] };
  return { read: stderr.split('\n').filter((line) => files.includes(line)), messages };
}
