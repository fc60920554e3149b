import { resolve } from 'node:path';
import { ConfigError } from '../config/load.ts';
import type { CliMessages, UsageProblem } from '../i18n/cli-messages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import { compareCodePoints } from '../model/code-points.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hasCode } from '../model/system-error.ts';
import { FolderError } from '../publish/folder-error.ts';
import { ForeignFileError } from '../publish/journal.ts';
import { LockedError, NoLocksError } from '../publish/lock-errors.ts';
import { isWithin } from '../publish/safe-target.ts';
import { MissingAssetError, TemplateError } from '../render/template-error.ts';
import { nearestKey } from '../sources/nearest-key.ts';
import { type ErrorOptions, optionsOf, UsageError } from './arguments.ts';
import { commands } from './commands.ts';
import { diagnosticLines, separateLines } from './diagnostic-report.ts';
import { syntaxOf } from './help.ts';
import { displayPath, readPaths } from './paths.ts';
import { printable, type Terminal } from './terminal.ts';

/** Primary result codes of SQLite and the system codes of the same errors. */
const sqliteCodes: Readonly<Record<number, string>> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC' };

/** The members that errors of the system and of SQLite may have. */
type SystemError = Error & {
  readonly path?: unknown;
  readonly code?: unknown;
  readonly errcode?: unknown;
};

/** Returns the system's code of an error; empty for an error of SQLite that has none. */
const systemCode = ({ code, errcode }: SystemError): string =>
  errcode === undefined ? String(code) : (sqliteCodes[Number(errcode) & 0xff] ?? '');

/** Returns the reason of a system error in words, with its code. */
function systemReason(error: SystemError, { systemReasons }: CliMessages): string {
  const code = systemCode(error);
  // Node writes «ENOSPC: no space left on device, write '/path'»; on removing folders
  // «, Unknown error: Too many open files '/path'», without a code.
  const parts = /^(?:[A-Z0-9]+: (.*?), \w+|, Unknown error: (.*?))(?: '.*)?$/s.exec(error.message);
  const reason = systemReasons[code] ?? parts?.[1] ?? parts?.[2] ?? error.message;
  return code === '' || reason.includes(code) ? reason : `${reason} (${code})`;
}

/** Codes of errors of the catalogue's disk, and of Node's permission model. */
const systemErrorCodes = ['ERR_SQLITE_ERROR', 'ERR_ACCESS_DENIED'];

/** Whether an error comes from the file system (libuv's errors have a `syscall`), SQLite or permissions. */
const isSystemError = (error: unknown): error is Error =>
  (error instanceof Error && 'syscall' in error) || hasCode(error, ...systemErrorCodes);

/** SQLITE_PROTOCOL and SQLITE_NOLFS. */
const lockCodes: readonly unknown[] = [15, 22];

/** SQLITE_IOERR with the number of a call that locks a file or shares memory. */
const lockCalls: readonly unknown[] = [8, 9, 14, 15, 18, 19, 20, 21];

/** Tells whether an error says that the disk of the catalogue keeps no locks. */
function isOfLocks(error: unknown): error is Error {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  const code = Number(error.errcode);
  return lockCodes.includes(code & 0xff) || ((code & 0xff) === 10 && lockCalls.includes(code >> 8));
}

const lockPath = (error: NoLocksError | SystemError): unknown =>
  error instanceof NoLocksError ? error.file : error.path;

/** Returns the diagnostics of an error in the site's settings or templates; undefined for others. */
function configDiagnostics(error: unknown, root: string): readonly Diagnostic[] | undefined {
  if (error instanceof ConfigError) return error.diagnostics;
  if (!(error instanceof TemplateError)) return undefined;
  const file = displayPath(error.file, root);
  if (error instanceof MissingAssetError)
    return [{ rule: 'asset-missing', severity: 'error', file, values: { name: error.message } }];
  const values = { reason: error.message };
  return [{ rule: 'template-broken', severity: 'error', file, ...error.place, values }];
}

/** Codes of what the system does not permit. */
const refusedCodes = ['EACCES', 'EPERM', 'EROFS'];

/** Usage errors of how a command is written: the line of usage helps. */
const syntaxProblems: ReadonlySet<UsageProblem> = new Set([
  ...(['no-command', 'unknown-command', 'unknown-option', 'option-value'] as const),
  ...(['option-no-value', 'option-not-accepted', 'as-of', 'report-ending'] as const),
  ...(['debug-channel', 'no-files', 'files-need-option', 'no-sources'] as const),
  'operand-not-accepted',
]);

/** An error that ended a command, in words. */
interface ErrorReport {
  readonly kind: 'usage' | 'settings' | 'system';
  readonly message: string;
  readonly fix?: string | undefined;
  /** The line of usage. */
  readonly usage?: string;
  /** What is wrong with settings or templates, in place of `message`. */
  readonly diagnostics?: readonly Diagnostic[];
  /** Whether another build is running. */
  readonly locked?: true;
}

/** Returns the line of usage of a command, or of the program. */
function usageLine(name: string | undefined, messages: CliMessages): string {
  const command = commands.find((candidate) => candidate.name === name);
  return command === undefined
    ? messages.usage(messages.help.synopsis, 'warraq --help')
    : messages.usage(syntaxOf(command), `warraq ${command.name} --help`);
}

/** Returns the command, or the option of a command, nearest to an unknown one; undefined where none is near. */
function nearestName(
  { problem, subject }: UsageError,
  command: string | undefined,
): string | undefined {
  const names = commands.map(({ name }) => name);
  if (problem === 'unknown-option') {
    return nearestKey(subject, optionsOf(commands.find(({ name }) => name === command)));
  }
  return problem === 'unknown-command' ? nearestKey(subject, names) : undefined;
}

function usageReport(
  error: UsageError,
  command: string | undefined,
  messages: CliMessages,
): ErrorReport {
  const { problem, subject, value } = error;
  const nearest = nearestName(error, command);
  const message = [
    value === undefined
      ? messages.usageProblems[problem](subject)
      : messages.refusedValue(subject, value),
    ...(nearest === undefined ? [] : [messages.suggestion(nearest)]),
  ].join(' ');
  const usage = syntaxProblems.has(problem) ? { usage: usageLine(command, messages) } : {};
  return { kind: 'usage', message, ...usage };
}

/** Number of errors up to which each is listed: a wrong file may have thousands. */
const maxListed = 50;

/** Returns the lines of errors in settings or templates, in the order of the file; each stops the build. */
function settingsLines(
  diagnostics: readonly Diagnostic[],
  messages: CliMessages,
): readonly string[] {
  if (diagnostics.length > maxListed) return diagnosticLines(diagnostics, messages);
  const sorted = diagnostics.toSorted(
    (a, b) => compareCodePoints(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const counts = messages.diagnosticCounts(errors, diagnostics.length - errors, false);
  return [...separateLines(sorted, messages), '', counts];
}

/** Returns the report of an error of the system; undefined for any other error. */
function systemReport(
  error: unknown,
  options: ErrorOptions,
  display: (file: string) => string,
  messages: CliMessages,
): ErrorReport | undefined {
  if (error instanceof LockedError) {
    const { holder, file, isUncertain } = error;
    const message = isUncertain
      ? messages.lockedElsewhere(holder, display(file))
      : messages.locked(holder);
    return { kind: 'system', message, locked: true };
  }
  if (error instanceof NoLocksError || isOfLocks(error)) {
    return { kind: 'system', message: messages.noLocks(display(String(lockPath(error)))) };
  }
  if (!isSystemError(error)) return undefined;
  const { path }: SystemError = error;
  const file = typeof path === 'string' ? display(path) : undefined;
  const { cache } = readPaths(options);
  const isCache =
    typeof path === 'string' && isWithin(path, cache) && hasCode(error, ...refusedCodes);
  const fix = isCache
    ? messages.foreignCache(display(cache))
    : messages.systemFixes[systemCode(error)];
  return {
    kind: 'system',
    message: messages.systemError(systemReason(error, messages), file),
    fix,
  };
}

/** Returns the report of an error; undefined for a bug. */
function errorReport(
  error: unknown,
  options: ErrorOptions,
  messages: CliMessages,
): ErrorReport | undefined {
  const root = resolve(options.root ?? '.');
  const display = (file: string): string => displayPath(file, root);
  if (error instanceof UsageError) return usageReport(error, options.command, messages);
  const diagnostics = configDiagnostics(error, root);
  if (diagnostics !== undefined) return { kind: 'settings', message: '', diagnostics };
  if (error instanceof ForeignFileError) {
    const message = messages.usageProblems['foreign-file'](display(error.file));
    return { kind: 'usage', message };
  }
  if (error instanceof FolderError) {
    const { role, folder, reason } = error;
    const shown = reason.problem === 'overlap' ? { ...reason, at: display(reason.at) } : reason;
    return { kind: 'usage', message: messages.folderProblem(role, display(folder), shown) };
  }
  return systemReport(error, options, display, messages);
}

/**
 * Reports an error that ended a command: on the error stream, and with `--json` as an object on standard
 * output (`{error: {kind, message, fix, exitCode, locked}, diagnostics}`).
 *
 * @param options those given, where the command line has errors too
 * @returns the exit code: 2 for wrong usage or settings, 3 for errors of the machine
 * @throws the error itself where it is none of these: a bug
 */
export function reportError(
  error: unknown,
  options: ErrorOptions,
  messages: CliMessages,
  terminal: Terminal,
): 2 | 3 {
  const report = errorReport(error, options, messages);
  if (report === undefined) throw error;
  const { kind, message, fix, usage, diagnostics, locked } = report;
  const exitCode = kind === 'system' ? 3 : 2;
  if (options.json === true) {
    const localized = (diagnostics ?? []).map((one) => localizeDiagnostic(one, messages));
    const text = diagnostics === undefined ? message : (localized[0]?.message ?? '');
    const json = { error: { kind, message: text, fix, exitCode, locked }, diagnostics: localized };
    terminal.out(`${JSON.stringify(json)}\n`);
  }
  const lines =
    diagnostics === undefined
      ? [
          printable(message),
          ...(fix === undefined ? [] : [`    ${messages.fix}: ${printable(fix)}`]),
          ...(usage === undefined ? [] : [usage]),
        ]
      : settingsLines(diagnostics, messages);
  terminal.err(`${lines.join('\n')}\n`);
  return exitCode;
}
