import { parseArgs } from 'node:util';
import type { Boldness } from '../model/config.ts';
import { debugChannels } from '../model/debug.ts';

/** The commands of the program. */
export const commands = ['build', 'serve', 'check', 'structure', 'import'] as const;

/** The name of a command. */
export type Command = (typeof commands)[number];

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

const folders = {
  seeds: { type: 'string' },
  out: { type: 'string' },
  cache: { type: 'string' },
} as const;

const building = {
  ...folders,
  workers: { type: 'string' },
  force: { type: 'boolean' },
  strict: { type: 'boolean' },
  debug: { type: 'string' },
} as const;

/** Recovery's options; a review writes its page to `--out`. */
const recovering = { headings: { type: 'string' }, review: { type: 'boolean' } } as const;

const importing = {
  into: { type: 'string' },
  from: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

const everything = {
  ...common,
  ...building,
  ...recovering,
  ...importing,
  port: { type: 'string' },
  profile: { type: 'boolean' },
  thorough: { type: 'boolean' },
} as const;

/** Options of each command besides the common ones. */
const own: Readonly<Record<Command, readonly string[]>> = {
  build: [...Object.keys(building), 'profile'],
  serve: [...Object.keys(building), 'port'],
  check: ['out', 'thorough'],
  structure: Object.keys(recovering),
  import: [...Object.keys(importing), 'seeds', 'cache'],
};

/** What was asked for on the command line. */
export interface Arguments {
  readonly command: Command | undefined;
  /** Files named after the command: those to review or to import. */
  readonly files: readonly string[];
  readonly options: ReturnType<typeof parseArgs<{ options: typeof everything }>>['values'];
}

/** The command line is wrong; `subject` is the part that is. */
export class UsageError extends Error {
  readonly problem:
    | 'unknown-command'
    | 'unknown-option'
    | 'option-value'
    | 'debug-channel'
    | 'option-of-other'
    | 'no-seeds'
    | 'foreign-file'
    | 'unsafe-out'
    | 'no-files'
    | 'no-sources'
    | 'into-outside'
    | 'files-unasked'
    | 'out-taken';
  readonly subject: string;

  constructor(problem: UsageError['problem'], subject: string) {
    super(`${problem}: ${subject}`);
    this.name = 'UsageError';
    this.problem = problem;
    this.subject = subject;
  }
}

/** Returns the arguments with all channels as the value of a `--debug` that has none of its own. */
const withDebugValue = (argv: readonly string[]): string[] =>
  argv.map((word, n) => {
    const next = argv[n + 1];
    const isBare = next === undefined || next.startsWith('-') || commands.some((c) => c === next);
    return word === '--debug' && isBare ? `--debug=${debugChannels.join(',')}` : word;
  });

/**
 * Reads the command line.
 *
 * @throws UsageError for a command or option that does not exist, or an option without its value.
 */
export function readArguments(argv: readonly string[]): Arguments {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof everything; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: withDebugValue(argv), options: everything, allowPositionals: true });
  } catch (fault) {
    const words = fault instanceof Error ? fault.message : '';
    const subject = /'(-[^' ]*)/.exec(words)?.[1] ?? words;
    const unknown = words.startsWith('Unknown option');
    throw new UsageError(unknown ? 'unknown-option' : 'option-value', subject);
  }
  const [name, ...files] = parsed.positionals;
  const command = commands.find((candidate) => candidate === name);
  if (name !== undefined && command === undefined) throw new UsageError('unknown-command', name);
  const reviews = command === 'structure' && parsed.values.review === true;
  const [extra] = files;
  if (extra !== undefined && !reviews && command !== 'import') {
    throw new UsageError(command === 'structure' ? 'files-unasked' : 'unknown-command', extra);
  }
  if (command !== undefined) {
    const known = [...Object.keys(common), ...own[command], ...(reviews ? ['out'] : [])];
    const foreign = Object.keys(parsed.values).find((option) => !known.includes(option));
    if (foreign !== undefined) throw new UsageError('option-of-other', `--${foreign}`);
  }
  if (reviews && extra === undefined) throw new UsageError('no-files', '--review');
  return { command, files, options: parsed.values };
}

const levels: readonly Boldness[] = ['cautious', 'balanced', 'eager', 'off'];

/**
 * Returns the boldness given as `--headings`.
 *
 * @throws UsageError where there is no such level.
 */
export function headingsLevel(value: string | undefined): Boldness | undefined {
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
