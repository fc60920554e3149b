import { parseArgs } from 'node:util';
import type { RefusedValue, UsageProblem } from '../i18n/cli-messages.ts';
import type { HeadingSensitivity } from '../model/config.ts';
import { debugChannels } from '../model/debug.ts';

/** Options that every command takes. */
const commonOptions = {
  root: { type: 'string' },
  config: { type: 'string' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
  verbose: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Options of single commands; each command lists those that it accepts. */
const commandOptions = {
  seeds: { type: 'string' },
  out: { type: 'string' },
  cache: { type: 'string' },
  workers: { type: 'string' },
  force: { type: 'boolean' },
  strict: { type: 'boolean' },
  'as-of': { type: 'string' },
  drafts: { type: 'boolean' },
  'allow-removal': { type: 'boolean' },
  report: { type: 'string' },
  debug: { type: 'string' },
  profile: { type: 'boolean' },
  headings: { type: 'string' },
  review: { type: 'boolean' },
  learn: { type: 'boolean' },
  into: { type: 'string' },
  from: { type: 'string' },
  split: { type: 'string' },
  'dry-run': { type: 'boolean' },
  port: { type: 'string' },
  thorough: { type: 'boolean' },
  'old-urls': { type: 'string' },
  host: { type: 'string' },
} as const;

const allOptions = { ...commonOptions, ...commandOptions } as const;

/** The name of an option that only some commands accept. */
export type OptionName = keyof typeof commandOptions;

/** The arguments that a command accepts. */
export interface CommandSyntax {
  readonly name: string;
  /** What follows the name in the line of usage: `FILE…`. */
  readonly operands?: string;
  /** Options besides the common ones. */
  readonly options: readonly OptionName[];
  /** Whether files are accepted: always, or only with an option, which permits further options. */
  readonly files?:
    | 'always'
    | { readonly with: OptionName; readonly options: readonly OptionName[] };
}

/** Returns the names of the options that a command accepts, as they are written; without a command, of all. */
export function optionsOf(command: CommandSyntax | undefined): readonly string[] {
  const { options, files } = command ?? {};
  const ofFiles = typeof files === 'object' ? files.options : [];
  const names =
    options === undefined
      ? Object.keys(allOptions)
      : [...Object.keys(commonOptions), ...options, ...ofFiles];
  return names.map((name) => `--${name}`);
}

/** The parsed command line. */
export interface Arguments {
  /** The command's name; undefined where none is given. */
  readonly command: string | undefined;
  /** Files given after the command: those to review or to import. */
  readonly files: readonly string[];
  readonly options: ReturnType<typeof parseArgs<{ options: typeof allOptions }>>['values'];
}

/** An error in the command line; `subject` is the part that is wrong, `value` what an option refuses. */
export class UsageError extends Error {
  readonly problem: UsageProblem;
  readonly subject: string;
  readonly value: RefusedValue | undefined;

  constructor(problem: UsageProblem, subject: string, value?: RefusedValue) {
    super(`${problem}: ${subject}`);
    this.name = 'UsageError';
    this.problem = problem;
    this.subject = subject;
    this.value = value;
  }
}

/** The error of an option whose value is not one of some words. */
export const refusedWord = (
  option: string,
  given: string,
  accepted: readonly string[],
): UsageError => new UsageError('option-value', option, { given, accepted });

/** The options on which the report of an error depends, read also from a command line with errors. */
export type ErrorOptions = Readonly<
  Partial<Record<'lang' | 'root' | 'cache', string>> & { json?: boolean; command?: string }
>;

/** Returns the options for the report of an error, and the command where there is one of this name. */
export function readErrorOptions(
  argv: readonly string[],
  commands: readonly CommandSyntax[],
): ErrorOptions {
  const { lang, root, json } = commonOptions;
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { lang, root, json, cache: commandOptions.cache },
    strict: false,
    allowPositionals: true,
  });
  const texts = Object.entries(values).filter(([, value]) => typeof value === 'string');
  const command = commands.find(({ name }) => positionals.includes(name))?.name;
  return {
    ...Object.fromEntries(texts),
    ...(values.json === undefined ? {} : { json: true }),
    ...(command === undefined ? {} : { command }),
  };
}

/** Returns the arguments with all channels as the value of a `--debug` without a value. */
const withDebugValue = (
  argv: readonly string[],
  commands: readonly CommandSyntax[],
): readonly string[] =>
  argv.map((argument, i) => {
    const next = argv[i + 1];
    const isBare =
      next === undefined || next.startsWith('-') || commands.some(({ name }) => name === next);
    return argument === '--debug' && isBare ? `--debug=${debugChannels.join(',')}` : argument;
  });

/**
 * Parses the command line.
 *
 * @param argv arguments without node and script
 * @param commands the commands that exist
 * @throws UsageError for an unknown command or option, an option that the command does not accept, or a
 * missing value
 */
export function readArguments(
  argv: readonly string[],
  commands: readonly CommandSyntax[],
): Arguments {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof allOptions; allowPositionals: true }>>;
  try {
    const args = [...withDebugValue(argv, commands)];
    parsed = parseArgs({ args, options: allOptions, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const subject = /'(-[^' ]*)/.exec(message)?.[1] ?? message;
    if (message.startsWith('Unknown option')) throw new UsageError('unknown-option', subject);
    const takesNone = message.includes('does not take an argument');
    throw new UsageError(takesNone ? 'option-no-value' : 'option-value', subject);
  }
  const { positionals, values: options } = parsed;
  const [name, ...files] = positionals;
  if (name === undefined) return { command: undefined, files, options };
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) throw new UsageError('unknown-command', name);
  checkArguments(command, files, options);
  return { command: name, files, options };
}

/** @throws UsageError for files or options that the command does not accept, or for missing files */
function checkArguments(
  { options: accepted, files: filePolicy }: CommandSyntax,
  [file]: readonly string[],
  options: Arguments['options'],
): void {
  const fileMode = typeof filePolicy === 'object' ? filePolicy : undefined;
  const activeMode =
    fileMode !== undefined && options[fileMode.with] === true ? fileMode : undefined;
  if (file !== undefined && filePolicy !== 'always' && activeMode === undefined) {
    throw new UsageError(
      fileMode === undefined ? 'operand-not-accepted' : 'files-need-option',
      file,
    );
  }
  const known: readonly string[] = [
    ...Object.keys(commonOptions),
    ...accepted,
    ...(activeMode?.options ?? []),
  ];
  const unknown = Object.keys(options).find((option) => !known.includes(option));
  if (unknown !== undefined) throw new UsageError('option-not-accepted', `--${unknown}`);
  if (activeMode !== undefined && file === undefined)
    throw new UsageError('no-files', `--${activeMode.with}`);
}

const sensitivities: readonly HeadingSensitivity[] = ['cautious', 'balanced', 'eager', 'off'];

/**
 * Returns the sensitivity given as `--headings`; undefined where the option is not given.
 *
 * @throws UsageError for any other value
 */
export function readHeadingSensitivity(value: string | undefined): HeadingSensitivity | undefined {
  if (value === undefined) return undefined;
  const sensitivity = sensitivities.find((known) => known === value);
  if (sensitivity === undefined) throw refusedWord('--headings', value, sensitivities);
  return sensitivity;
}

/**
 * Returns an option's value as a whole number; undefined where the option is not given.
 *
 * @throws UsageError where it is no whole number or is out of bounds
 */
export function readWholeNumber(
  option: string,
  value: string | undefined,
  bounds: { readonly min: number; readonly max: number },
): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < bounds.min || number > bounds.max) {
    throw new UsageError('option-value', `--${option}`, { given: value, accepted: bounds });
  }
  return number;
}
