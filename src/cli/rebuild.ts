import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** Options that a rebuild inherits from `serve`. */
const inherited = [
  ...(['root', 'config', 'seeds', 'out', 'cache', 'workers', 'lang', 'debug'] as const),
  'as-of' as const,
];

/** The result of a rebuild. */
export interface RebuildResult {
  /** Number of changed files; undefined where nothing was built. */
  readonly changes: number | undefined;
  /** Errors as text; empty where there are none. */
  readonly errors: string;
  /** Whether nothing was built because another build was running. */
  readonly isLocked: boolean;
}

/** A diagnostic as `build --json` prints it. */
export type JsonDiagnostic = Readonly<Record<'severity' | 'file' | 'message' | 'fix', string>> & {
  readonly line?: number;
};

/** Number of errors shown in a page. */
const maxShownErrors = 5;

/** Returns the first errors among diagnostics as text; empty where there are none. */
export const errorText = (diagnostics: readonly JsonDiagnostic[]): string =>
  diagnostics
    .filter(({ severity }) => severity === 'error')
    .slice(0, maxShownErrors)
    .map(
      ({ file, line, message, fix }) =>
        `${file}${line === undefined ? '' : `:${line}`}\n${message}\n${fix}`,
    )
    .join('\n\n');

/** What `build --json` prints: its result, or the error that ended it. */
interface JsonResult {
  readonly error?: {
    readonly message: string;
    readonly fix?: string;
    readonly locked?: boolean;
  };
  readonly written?: number;
  readonly removed?: number;
  readonly diagnostics?: readonly JsonDiagnostic[];
}

/** Returns the result of a rebuild from the output of `build --json`, empty where it was killed, and its error stream. */
export function readResult(output: string, errorOutput: string): RebuildResult {
  if (output === '') {
    // Lines of --debug are no errors.
    const errors = errorOutput.replace(/^warraq:.*\n/gm, '').trim();
    return { changes: undefined, errors, isLocked: false };
  }
  const { error, written = 0, removed = 0, diagnostics = [] } = JSON.parse(output) as JsonResult;
  const errors = errorText(diagnostics);
  if (error === undefined) return { changes: written + removed, errors, isLocked: false };
  const { message, fix, locked = false } = error;
  const text = fix === undefined ? message : `${message}\n${fix}`;
  return { changes: undefined, errors: errors === '' ? text : errors, isLocked: locked };
}

/** Lowers the build's priority so that previews stay responsive. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The process has ended already, or the system does not permit it.
  }
}

/**
 * Rebuilds the site with what is held back, in a separate process, so that changed templates are loaded.
 *
 * @param signal ends the build, which then leaves the site as it was
 */
export async function rebuild(
  { options }: Arguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<RebuildResult> {
  const argv = inherited.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [`--${name}`, value];
  });
  if (options.strict === true) argv.push('--strict');
  const program = process.argv[1] ?? '';
  const child = spawn(process.execPath, [program, 'build', '--json', '--drafts', ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  lowerPriority(child.pid);
  const end = (): boolean => child.kill();
  signal.addEventListener('abort', end, { once: true });
  let [output, errorOutput] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errorOutput += chunk;
    terminal.err(chunk);
  });
  await once(child, 'close');
  signal.removeEventListener('abort', end);
  return readResult(output, errorOutput);
}
