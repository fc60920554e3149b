import { existsSync, readFileSync } from 'node:fs';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { LearningResult } from '../model/learning-result.ts';
import { learnArchive } from '../pipeline/learn/learn-archive.ts';
import { writeAtomic } from '../publish/checked-file.ts';
import { isLearnedFile, learnedFileText } from '../structure/learn/learned-file.ts';
import { weightsDiagnostics } from '../structure/weights-diagnostics.ts';
import { type Arguments, readHeadingSensitivity, UsageError } from './arguments.ts';
import { checkPaths } from './check-paths.ts';
import { diagnosticLines } from './diagnostic-report.ts';
import { displayPath, readPaths } from './paths.ts';
import { runStoppable } from './run-stoppable.ts';
import { readSiteConfig } from './site-config.ts';
import { printableLines, progressLine, type Terminal } from './terminal.ts';

/** Sources that are named in the report. */
const namedSources = 20;

/** Tells whether anything was learned. */
const hasLearned = ({ learned: { archive, sources } }: LearningResult): boolean =>
  archive !== undefined || Object.keys(sources).length > 0;

/** @throws UsageError where the file is one of another program */
function checkLearnedFile(path: string): void {
  if (existsSync(path) && !isLearnedFile(readFileSync(path, 'utf8'))) {
    throw new UsageError('learned-exists', path);
  }
}

/** Returns the settings of the site, without what was learned before, with the level of the command line. */
function learningConfig(config: Config, level: Config['recovery']['headings'] | undefined): Config {
  const { learned: _, ...recovery } = config.recovery;
  return { ...config, recovery: level === undefined ? recovery : { ...recovery, headings: level } };
}

/**
 * `warraq structure --learn`: learns from the archive's own articles how likely its headings are, and writes it
 * beside the settings. An archive that teaches nothing writes no file, and empties one of before. Returns the exit code:
 * 3 where the program's weights are damaged, so that nothing is learned for them, and nothing written.
 */
export async function runLearn(
  { options }: Arguments,
  messages: CliMessages,
  terminal: Terminal,
): Promise<number> {
  const level = readHeadingSensitivity(options.headings);
  const damage = weightsDiagnostics();
  if (damage.length > 0) return reportDamage(damage, options, messages, terminal);
  const paths = readPaths(options);
  await checkPaths(paths, options);
  checkLearnedFile(paths.learnedFile);
  const { value, diagnostics: found } = readSiteConfig(paths, options);
  // What is learned now replaces what was damaged.
  const diagnostics = found.filter(({ rule }) => rule !== 'learned-ignored');
  const config = learningConfig(value, level);
  const isSilent = options.quiet === true || options.json === true;
  const line = progressLine(terminal);
  const result = await runStoppable((signal) =>
    learnArchive(paths.seeds, config, {
      signal,
      progress: (done) => {
        if (!isSilent) line.show(() => messages.learning.progress(done));
      },
    }),
  ).finally(() => line.clear());
  const isWritten =
    options['dry-run'] !== true && (hasLearned(result) || existsSync(paths.learnedFile));
  if (isWritten) writeAtomic(paths.learnedFile, Buffer.from(learnedFileText(result.learned)));
  const file = displayPath(paths.learnedFile, paths.root);
  if (options.json === true) {
    const { learned, ...figures } = result;
    const { archive = null, model } = learned;
    const localized = diagnostics.map((one) => localizeDiagnostic(one, messages));
    const report = { learned: hasLearned(result), model, archive, ...figures };
    const written = isWritten ? file : null;
    terminal.out(`${JSON.stringify({ ...report, file: written, diagnostics: localized })}\n`);
  } else if (options.quiet !== true) {
    const hints = diagnosticLines(diagnostics, messages);
    terminal.out(
      `${printableLines([...hints, ...learningLines(result, messages), ...closingLines(isWritten, file, messages)])}\n`,
    );
  }
  return 0;
}

/** Reports that the program's weights are damaged; returns the exit code. */
function reportDamage(
  damage: readonly Diagnostic[],
  options: Arguments['options'],
  messages: CliMessages,
  terminal: Terminal,
): number {
  if (options.json === true) {
    const diagnostics = damage.map((one) => localizeDiagnostic(one, messages));
    terminal.out(`${JSON.stringify({ learned: false, file: null, diagnostics })}\n`);
  } else terminal.err(`${printableLines(diagnosticLines(damage, messages))}\n`);
  return 3;
}

/** Returns what was learned, as lines for people. */
function learningLines(result: LearningResult, { learning }: CliMessages): readonly string[] {
  const { sources, missing } = result;
  const absent = missing === 0 ? [] : [learning.missing(missing)];
  if (!hasLearned(result)) return [learning.read(result), ...absent, learning.nothing(result)];
  const own = sources.filter(({ adaptation }) => adaptation === 'own');
  const others = sources.filter(({ adaptation }) => adaptation === 'archive');
  const sum = (key: 'more' | 'fewer' | 'flattened'): number =>
    others.reduce((total, source) => total + source[key], 0);
  const { archive } = result.learned;
  return [
    learning.read(result),
    ...absent,
    ...own.slice(0, namedSources).map(learning.source),
    ...(own.length > namedSources ? [learning.moreSources(own.length - namedSources)] : []),
    ...(archive === undefined || others.length === 0
      ? []
      : [
          learning.archive({
            ...{ articles: archive.articles, isAll: own.length === 0 },
            ...{ more: sum('more'), fewer: sum('fewer') },
          }),
        ]),
  ];
}

/** Returns where it was written. */
const closingLines = (
  isWritten: boolean,
  file: string,
  { learning }: CliMessages,
): readonly string[] => [isWritten ? learning.written(file) : learning.notWritten];
