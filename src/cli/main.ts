import { resolve } from 'node:path';
import { ForeignFileError } from '../build/journal.ts';
import { LockedError } from '../build/lock.ts';
import { ConfigError } from '../config/load.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hasCode } from '../model/system-error.ts';
import { TemplateError } from '../render/template-error.ts';
import { type Arguments, headingsLevel, readArguments, UsageError } from './arguments.ts';
import { buildCommand } from './build.ts';
import { chooseWording } from './locale.ts';
import { en } from './messages/en.ts';
import type { Wording } from './messages/wording.ts';
import { placeName } from './places.ts';
import { problemLines } from './problems.ts';
import { structureCommand } from './structure.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Runs a command. Each is loaded when it is asked for, so that none waits for another's code. */
async function run(given: Arguments, wording: Wording, terminal: Terminal): Promise<number> {
  switch (given.command) {
    case 'build':
      return buildCommand(given, wording, terminal);
    case 'structure':
      if (given.options.review === true) {
        return (await import('./review.ts')).reviewCommand(given, wording, terminal);
      }
      return structureCommand(process.stdin, terminal, headingsLevel(given.options.headings));
    case 'serve':
      return (await import('./serve.ts')).serveCommand(given, wording, terminal);
    case 'check':
      return (await import('./check.ts')).checkCommand(given, wording, terminal);
    case 'import':
      return (await import('./import.ts')).importCommand(given, wording, terminal);
    case undefined:
      throw new UsageError('unknown-command', '');
  }
}

/** The site's config or a template is wrong: 2, and everything wrong with it. */
function configFault(diagnostics: readonly Diagnostic[], wording: Wording, terminal: Terminal): 2 {
  terminal.err(`${problemLines(diagnostics, wording).join('\n')}\n`);
  return 2;
}

/** Primary result codes of SQLite, and what they are among those of the system. */
const sqliteCodes: Readonly<Record<number, string>> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC' };

/** Why the machine would not, in words with the system's code, and the file where it is known. */
function machineFault(
  fault: Error & { readonly path?: unknown; readonly code?: unknown; readonly errcode?: unknown },
  { machineReasons }: Wording,
): { readonly reason: string; readonly file: string | undefined } {
  const code =
    fault.errcode === undefined
      ? String(fault.code)
      : (sqliteCodes[Number(fault.errcode) & 0xff] ?? '');
  // Node writes «ENOSPC: no space left on device, write» and the path, which goes before all else; where
  // it removes folders «, Unknown error: Too many open files '/path'», without a code.
  const said = /^(?:[A-Z0-9]+: (.*?), \w+|, Unknown error: (.*?))(?: '.*)?$/s.exec(fault.message);
  const words = machineReasons[code] ?? said?.[1] ?? said?.[2] ?? fault.message;
  return {
    reason: code === '' || words.includes(code) ? words : `${words} (${code})`,
    file: typeof fault.path === 'string' ? fault.path : undefined,
  };
}

/** Faults of the catalogue's disk, and of Node where its permissions confine the program. */
const machineCodes = ['ERR_SQLITE_ERROR', 'ERR_ACCESS_DENIED'];

/** A fault of the file system (libuv's errors have a `syscall`), of the catalogue's disk or of rights. */
const isMachineFault = (fault: unknown): fault is Error =>
  (fault instanceof Error && 'syscall' in fault) || hasCode(fault, ...machineCodes);

/**
 * Runs the command line `argv` (without node and script). Returns the exit code: 0 fine, 1 some
 * content had errors, 2 wrong usage or config, 3 the machine.
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<number> {
  let root = '.';
  let wording = chooseWording(undefined, process.env) ?? en;
  try {
    const given = readArguments(argv);
    const { options, command } = given;
    root = options.root ?? root;
    const asked = chooseWording(options.lang, process.env);
    if (asked === undefined) throw new UsageError('option-value', `--lang ${options.lang}`);
    wording = asked;
    if (options.version === true) terminal.out(`warraq ${version()}\n`);
    else if (options.help === true) terminal.out(`${wording.usage}\n`);
    else if (command === undefined) {
      terminal.err(`${wording.usage}\n`);
      return 2;
    } else return await run(given, wording, terminal);
    return 0;
  } catch (fault) {
    if (fault instanceof UsageError) {
      terminal.err(`${wording.usageProblems[fault.problem](fault.subject)}\n\n${wording.usage}\n`);
      return 2;
    }
    if (fault instanceof ConfigError) return configFault(fault.diagnostics, wording, terminal);
    if (fault instanceof TemplateError) {
      const file = placeName(fault.file, resolve(root));
      const reason = fault.message;
      const diagnostic = {
        rule: 'template-broken',
        severity: 'error',
        file,
        values: { reason },
      } as const;
      return configFault([diagnostic], wording, terminal);
    }
    if (fault instanceof ForeignFileError) {
      const file = placeName(fault.file, resolve(root));
      terminal.err(`${wording.usageProblems['foreign-file'](file)}\n`);
      return 2;
    }
    if (fault instanceof LockedError) {
      terminal.err(`${wording.locked(fault.holder)}\n`);
      return 3;
    }
    if (isMachineFault(fault)) {
      const { reason, file } = machineFault(fault, wording);
      const name = file === undefined ? undefined : placeName(file, resolve(root));
      terminal.err(`${wording.machine(reason, name)}\n`);
      return 3;
    }
    throw fault;
  }
}
