import { resolve } from 'node:path';
import { ConfigError } from '../config/load.ts';
import type { CliMessages } from '../i18n/cli-messages.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hasCode } from '../model/system-error.ts';
import { ForeignFileError } from '../publish/journal.ts';
import { LockedError } from '../publish/lock.ts';
import { TemplateError } from '../render/template-error.ts';
import { readArguments, UsageError } from './arguments.ts';
import { commands } from './commands.ts';
import { helpText } from './help.ts';
import { chooseMessages } from './locale.ts';
import { displayPath } from './places.ts';
import { problemLines } from './problems.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { version } from './version.ts';

/** The site's config or a template is wrong: 2, and everything wrong with it. */
function configFault(
  diagnostics: readonly Diagnostic[],
  wording: CliMessages,
  terminal: Terminal,
): 2 {
  terminal.err(`${problemLines(diagnostics, wording).join('\n')}\n`);
  return 2;
}

/** Primary result codes of SQLite, and what they are among those of the system. */
const sqliteCodes: Readonly<Record<number, string>> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC' };

/** Why the machine would not, in words with the system's code, and the file where it is known. */
function machineFault(
  error: Error & { readonly path?: unknown; readonly code?: unknown; readonly errcode?: unknown },
  { machineReasons }: CliMessages,
): { readonly reason: string; readonly file: string | undefined } {
  const code =
    error.errcode === undefined
      ? String(error.code)
      : (sqliteCodes[Number(error.errcode) & 0xff] ?? '');
  // Node writes «ENOSPC: no space left on device, write» and the path, which goes before all else; where
  // it removes folders «, Unknown error: Too many open files '/path'», without a code.
  const said = /^(?:[A-Z0-9]+: (.*?), \w+|, Unknown error: (.*?))(?: '.*)?$/s.exec(error.message);
  const words = machineReasons[code] ?? said?.[1] ?? said?.[2] ?? error.message;
  return {
    reason: code === '' || words.includes(code) ? words : `${words} (${code})`,
    file: typeof error.path === 'string' ? error.path : undefined,
  };
}

/** Faults of the catalogue's disk, and of Node where its permissions confine the program. */
const machineCodes = ['ERR_SQLITE_ERROR', 'ERR_ACCESS_DENIED'];

/** An error of the file system (libuv's errors have a `syscall`), of the catalogue's disk or of rights. */
const isMachineFault = (error: unknown): error is Error =>
  (error instanceof Error && 'syscall' in error) || hasCode(error, ...machineCodes);

/**
 * Runs the command line `argv` (without node and script). Returns the exit code: 0 fine, 1 some
 * content had errors, 2 wrong usage or config, 3 the machine.
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<number> {
  let root = '.';
  let wording: CliMessages | undefined;
  try {
    const given = readArguments(argv, commands);
    const { options } = given;
    const command = commands.find(({ name }) => name === given.command);
    root = options.root ?? root;
    wording = await chooseMessages(options.lang, process.env);
    if (wording === undefined) throw new UsageError('option-value', `--lang ${options.lang}`);
    if (options.version === true) terminal.out(`warraq ${version()}\n`);
    else if (options.help === true) terminal.out(`${helpText(commands, wording)}\n`);
    else if (command === undefined) {
      terminal.err(`${helpText(commands, wording)}\n`);
      return 2;
    } else return await command.run(given, wording, terminal);
    return 0;
  } catch (error) {
    // A language that was not understood leaves that of the environment.
    wording ??= await chooseMessages(undefined, process.env);
    if (wording === undefined) throw error;
    if (error instanceof UsageError) {
      terminal.err(
        `${wording.usageProblems[error.problem](error.subject)}\n\n${helpText(commands, wording)}\n`,
      );
      return 2;
    }
    if (error instanceof ConfigError) return configFault(error.diagnostics, wording, terminal);
    if (error instanceof TemplateError) {
      const file = displayPath(error.file, resolve(root));
      const reason = error.message;
      const diagnostic = {
        rule: 'template-broken',
        severity: 'error',
        file,
        values: { reason },
      } as const;
      return configFault([diagnostic], wording, terminal);
    }
    if (error instanceof ForeignFileError) {
      const file = displayPath(error.file, resolve(root));
      terminal.err(`${wording.usageProblems['foreign-file'](file)}\n`);
      return 2;
    }
    if (error instanceof LockedError) {
      terminal.err(`${wording.locked(error.holder)}\n`);
      return 3;
    }
    if (isMachineFault(error)) {
      const { reason, file } = machineFault(error, wording);
      const name = file === undefined ? undefined : displayPath(file, resolve(root));
      terminal.err(`${wording.machine(reason, name)}\n`);
      return 3;
    }
    throw error;
  }
}
