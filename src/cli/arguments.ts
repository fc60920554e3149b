import { parseArgs } from 'node:util';
import type { UsageProblem } from '../i18n/cli-messages.ts';
import type { HeadingSensitivity } from '../model/config.ts';
import { debugChannels } from '../model/debug.ts';

/** Options that every command takes. */
const common = {
  root: { type: 'string' },
  config: { type: 'string' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Options of the commands; each command names those that it takes. */
const ofCommands = {
  seeds: { type: 'string' },
  out: { type: 'string' },
  cache: { type: 'string' },
  workers: { type: 'string' },
  force: { type: 'boolean' },
  strict: { type: 'boolean' },
  debug: { type: 'string' },
  profile: { type: 'boolean' },
  headings: { type: 'string' },
  review: { type: 'boolean' },
  into: { type: 'string' },
  from: { type: 'string' },
  'dry-run': { type: 'boolean' },
  port: { type: 'string' },
  thorough: { type: 'boolean' },
} as const;

const everything = { ...common, ...ofCommands } as const;

/** The name of an option that a command may take besides the common ones. */
export type OptionName = keyof typeof ofCommands;

/** What may stand after the name of a command. */
export interface CommandSyntax {
  readonly name: string;
  /** Options besides the common ones. */
  readonly options: readonly OptionName[];
  /** Whether files may be named: always, or only with an option, which brings options of its own. */
  readonly files?:
    | 'always'
    | { readonly with: OptionName; readonly options: readonly OptionName[] };
}

/** What was asked for on the command line. */
export interface Arguments {
  /** The command's name. */
  readonly command: string | undefined;
  /** Files named after the command: those to review or to import. */
  readonly files: readonly string[];
  readonly options: ReturnType<typeof parseArgs<{ options: typeof everything }>>['values'];
}

/** The command line is wrong; `subject` is the part that is. */
export class UsageError extends Error {
  readonly problem: UsageProblem;
  readonly subject: string;

  constructor(problem: UsageProblem, subject: string) {
    super(`${problem}: ${subject}`);
    this.name = 'UsageError';
    this.problem = problem;
    this.subject = subject;
  }
}

/** Returns the arguments with all channels as the value of a `--debug` that has none of its own. */
const withDebugValue = (
  argv: readonly string[],
  commands: readonly CommandSyntax[],
): readonly string[] =>
  argv.map((word, n) => {
    const next = argv[n + 1];
    const isBare =
      next === undefined || next.startsWith('-') || commands.some(({ name }) => name === next);
    return word === '--debug' && isBare ? `--debug=${debugChannels.join(',')}` : word;
  });

/**
 * Reads the command line.
 *
 * @param commands those that there are
 * @throws UsageError for a command or option that does not exist, or an option without its value.
 */
export function readArguments(
  argv: readonly string[],
  commands: readonly CommandSyntax[],
): Arguments {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof everything; allowPositionals: true }>>;
  try {
    const args = [...withDebugValue(argv, commands)];
    parsed = parseArgs({ args, options: everything, allowPositionals: true });
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    const subject = /'(-[^' ]*)/.exec(words)?.[1] ?? words;
    const unknown = words.startsWith('Unknown option');
    throw new UsageError(unknown ? 'unknown-option' : 'option-value', subject);
  }
  const { positionals, values: options } = parsed;
  const [name, ...files] = positionals;
  if (name === undefined) return { command: undefined, files, options };
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) throw new UsageError('unknown-command', name);
  checkArguments(command, files, options);
  return { command: name, files, options };
}

/** @throws UsageError for files or an option that the command does not take, or files that it lacks. */
function checkArguments(
  { options: own, files: taken }: CommandSyntax,
  [file]: readonly string[],
  options: Arguments['options'],
): void {
  const mode = typeof taken === 'object' ? taken : undefined;
  const asked = mode !== undefined && options[mode.with] === true ? mode : undefined;
  if (file !== undefined && taken !== 'always' && asked === undefined) {
    throw new UsageError(mode === undefined ? 'unknown-command' : 'files-unasked', file);
  }
  const known: readonly string[] = [...Object.keys(common), ...own, ...(asked?.options ?? [])];
  const foreign = Object.keys(options).find((option) => !known.includes(option));
  if (foreign !== undefined) throw new UsageError('option-of-other', `--${foreign}`);
  if (asked !== undefined && file === undefined)
    throw new UsageError('no-files', `--${asked.with}`);
}

const levels: readonly HeadingSensitivity[] = ['cautious', 'balanced', 'eager', 'off'];

/**
 * Returns the boldness given as `--headings`.
 *
 * @throws UsageError where there is no such level.
 */
export function headingsLevel(value: string | undefined): HeadingSensitivity | undefined {
  if (value === undefined) return undefined;
  const found = levels.find((level) => level === value);
  if (found === undefined) throw new UsageError('option-value', `--headings ${value}`);
  return found;
}

/**
 * Returns a whole number given as an option.
 *
 * @throws UsageError where it is none or lies outside the bounds.
 */
export function wholeNumber(
  option: string,
  value: string | undefined,
  bounds: { readonly least: number; readonly most: number },
): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < bounds.least || number > bounds.most) {
    throw new UsageError('option-value', `--${option} ${value}`);
  }
  return number;
}
