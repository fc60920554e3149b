import { resolve } from 'node:path';
import { ConfigError } from '../config/load.ts';
import type { CliMessages } from '../i18n/cli-messages.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hasCode } from '../model/system-error.ts';
import { FolderError } from '../publish/folder-error.ts';
import { ForeignFileError } from '../publish/journal.ts';
import { LockedError, NoLocksError } from '../publish/lock.ts';
import { isWithin } from '../publish/safe-target.ts';
import { TemplateError } from '../render/template-error.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { commands } from './commands.ts';
import { diagnosticLines } from './diagnostic-report.ts';
import { helpText } from './help.ts';
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
  return [{ rule: 'template-broken', severity: 'error', file, values: { reason: error.message } }];
}

/** The options from which the folders in an error's report follow. */
export type ErrorFolders = Readonly<Partial<Pick<Arguments['options'], 'root' | 'cache'>>>;

/** Codes of what the system does not permit. */
const refusedCodes = ['EACCES', 'EPERM', 'EROFS'];

/**
 * Reports an error that ended a command.
 *
 * @param options those given: the site's root folder and the cache
 * @returns the exit code: 2 for wrong usage or settings, 3 for errors of the machine
 * @throws the error itself where it is none of these: a bug
 */
export function reportError(
  error: unknown,
  options: ErrorFolders,
  messages: CliMessages,
  terminal: Terminal,
): 2 | 3 {
  const { root = '.' } = options;
  const display = (file: string): string => displayPath(file, resolve(root));
  if (error instanceof UsageError) {
    const reason = messages.usageProblems[error.problem](error.subject);
    terminal.err(`${printable(reason)}\n\n${helpText(commands, messages)}\n`);
    return 2;
  }
  const diagnostics = configDiagnostics(error, resolve(root));
  if (diagnostics !== undefined) {
    terminal.err(`${diagnosticLines(diagnostics, messages).join('\n')}\n`);
    return 2;
  }
  if (error instanceof ForeignFileError) {
    terminal.err(`${printable(messages.usageProblems['foreign-file'](display(error.file)))}\n`);
    return 2;
  }
  if (error instanceof FolderError) {
    const { role, folder, reason } = error;
    const shown = reason.problem === 'overlap' ? { ...reason, at: display(reason.at) } : reason;
    terminal.err(`${printable(messages.folderProblem(role, display(folder), shown))}\n`);
    return 2;
  }
  if (error instanceof LockedError) {
    const { holder, file, isUncertain } = error;
    const text = isUncertain
      ? messages.lockedElsewhere(holder, display(file))
      : messages.locked(holder);
    terminal.err(`${text}\n`);
    return 3;
  }
  if (error instanceof NoLocksError || isOfLocks(error)) {
    terminal.err(`${messages.noLocks(display(String(lockPath(error))))}\n`);
    return 3;
  }
  if (!isSystemError(error)) throw error;
  const { path }: SystemError = error;
  const file = typeof path === 'string' ? display(path) : undefined;
  const { cache } = readPaths(options);
  const isCache =
    typeof path === 'string' && isWithin(path, cache) && hasCode(error, ...refusedCodes);
  const fix = isCache
    ? printable(messages.foreignCache(display(cache)))
    : messages.systemFixes[systemCode(error)];
  const lines = [printable(messages.systemError(systemReason(error, messages), file))];
  if (fix !== undefined) lines.push(`    ${messages.fix}: ${fix}`);
  terminal.err(`${lines.join('\n')}\n`);
  return 3;
}
