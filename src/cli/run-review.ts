import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hasCode } from '../model/system-error.ts';
import { checkPagePath } from '../publish/safe-target.ts';
import { reviewFile } from '../review/review-file.ts';
import { isReviewPage, reviewPage } from '../review/review-page.ts';
import { recordOf, reviewRecord } from '../review/review-record.ts';
import { type ReviewedSeed, reviewJson, reviewLines } from '../review/review-report.ts';
import { planSidecar, writeSidecar } from '../review/review-sidecar.ts';
import { weightsDiagnostics } from '../structure/weights-diagnostics.ts';
import { type Arguments, readHeadingSensitivity, UsageError } from './arguments.ts';
import { diagnosticLines, reportErrors } from './diagnostic-report.ts';
import { displayPath, readPaths } from './paths.ts';
import { readSiteConfig } from './site-config.ts';
import { printableLines, type Terminal } from './terminal.ts';

/** Default name of the review page, in the current folder; `--out` overrides it. */
const defaultPage = 'structure-review.html';

/**
 * Checks that the review page overwrites nothing but an older review: another file could be a seed.
 *
 * @throws UsageError where the file is no review page
 */
function checkPage(page: string): void {
  let start: string;
  try {
    const descriptor = openSync(page, 'r');
    try {
      const head = Buffer.alloc(1024);
      start = head.toString('utf8', 0, readSync(descriptor, head));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    if (hasCode(error, 'EISDIR')) throw new UsageError('out-exists', page);
    throw error;
  }
  if (!isReviewPage(start)) throw new UsageError('out-exists', page);
}

/**
 * Returns the site's recovery settings, so that a review shows what a build does; `--headings`
 * overrides them.
 */
function readReviewConfig(options: Arguments['options']): Config {
  const sensitivity = readHeadingSensitivity(options.headings);
  const config = readSiteConfig(readPaths(options), options).value;
  if (sensitivity === undefined) return config;
  return { ...config, recovery: { ...config.recovery, headings: sensitivity } };
}

/** Reviews a seed with the decisions about it. */
function reviewSeed(
  file: string,
  { recovery, decisions }: Config,
  seeds: string,
): ReturnType<typeof reviewFile> {
  const absolute = resolve(file);
  const path = relative(seeds, absolute).split(sep).join('/').normalize('NFC');
  const own = decisions.filter(({ article }) => article === path);
  return reviewFile(file, absolute, recovery, own);
}

/**
 * `warraq structure --review FILE…`: explains every decision about the headings of seeds, lists the
 * headings in sidecars for an editor, and writes a review page. Returns the exit code: 1 where a file could not be read
 * as a seed, 3 where the program's weights are damaged, so that nothing was written.
 */
export async function runReview(
  args: Arguments,
  messages: CliMessages,
  terminal: Terminal,
): Promise<number> {
  const { files, options } = args;
  const config = readReviewConfig(options);
  const page = resolve(options.out ?? defaultPage);
  const { out: _, ...withoutOut } = options;
  const { seeds: seedsFolder, templates, out, cache } = readPaths(withoutOut);
  // Started in the seeds folder, a review writes its page there, where no build reads it.
  const sources = options.out === undefined ? {} : { seeds: seedsFolder };
  checkPage(page);
  checkPagePath(page, { out, cache, templates, ...sources });
  const damage = weightsDiagnostics();
  const diagnostics: Diagnostic[] = [...damage];
  const seeds: ReviewedSeed[] = [];
  // Without the model a list of headings would lack most of them, and decide all later builds.
  for (const file of damage.length > 0 ? [] : files) {
    const record = recordOf(file, seedsFolder);
    const { value, diagnostics: fileDiagnostics } =
      record === undefined
        ? await reviewSeed(file, config, seedsFolder)
        : await reviewRecord(record, config);
    diagnostics.push(...fileDiagnostics);
    if (value === undefined) continue;
    const plan = planSidecar(value, messages);
    writeSidecar(value, plan);
    seeds.push({ ...value, plan });
  }
  const pageName = seeds.length === 0 ? undefined : displayPath(page, process.cwd());
  if (pageName !== undefined) writeFileSync(page, reviewPage(seeds, messages).source);
  if (options.json === true) {
    const localized = diagnostics.map((diagnostic) => localizeDiagnostic(diagnostic, messages));
    terminal.out(reviewJson(seeds, pageName, localized));
  } else if (options.quiet !== true) {
    const report = diagnosticLines(diagnostics, messages);
    const parted = report.length > 0 ? [...report, ''] : [];
    terminal.out(`${printableLines([...parted, ...reviewLines(seeds, pageName, messages)])}\n`);
  } else {
    reportErrors(diagnostics, messages, terminal);
  }
  if (damage.length > 0) return 3;
  return seeds.length < files.length ? 1 : 0;
}
