import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { wordDiagnostic } from '../i18n/word-diagnostic.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hasCode } from '../model/system-error.ts';
import { reviewFile } from '../review/review-file.ts';
import { isReviewPage, reviewPage } from '../review/review-page.ts';
import { type ReviewedSeed, reviewJson, reviewLines } from '../review/review-report.ts';
import { planSidecar, writeSidecar } from '../review/review-sidecar.ts';
import { type Arguments, headingsLevel, UsageError } from './arguments.ts';
import { displayPath, readPaths, readSiteConfig } from './places.ts';
import { problemLines } from './problems.ts';
import type { Terminal } from './terminal.ts';

/** Default name of the page, in the current folder; `--out` overrides it. */
const usualPage = 'structure-review.html';

/**
 * Refuses to overwrite anything but an older review: it could be a seed.
 *
 * @throws UsageError where the page is another file
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
    throw error;
  }
  if (!isReviewPage(start)) throw new UsageError('out-taken', page);
}

/**
 * Returns the site's recovery settings, so that a review shows what a build does; `--headings`
 * overrides them.
 */
function recoveryOf(options: Arguments['options']): Config['recovery'] {
  const level = headingsLevel(options.headings);
  const { recovery } = readSiteConfig(readPaths(options), options).value;
  return level === undefined ? recovery : { ...recovery, headings: level };
}

/**
 * `warraq structure --review FILE…`: shows every decision about the headings of seeds, lists them in
 * sidecars for an editor, and writes a page. Returns the exit code: 1 where a file could not be read
 * as a seed.
 */
export function reviewCommand(given: Arguments, wording: CliMessages, terminal: Terminal): number {
  const { files, options } = given;
  const recovery = recoveryOf(options);
  const page = resolve(options.out ?? usualPage);
  checkPage(page);
  const diagnostics: Diagnostic[] = [];
  const seeds: ReviewedSeed[] = [];
  for (const file of files) {
    const { value, diagnostics: found } = reviewFile(file, resolve(file), recovery);
    diagnostics.push(...found);
    if (value === undefined) continue;
    const plan = planSidecar(value, wording);
    writeSidecar(value, plan);
    seeds.push({ ...value, plan });
  }
  const name = seeds.length === 0 ? undefined : displayPath(page, process.cwd());
  if (name !== undefined) writeFileSync(page, reviewPage(seeds, wording).source);
  if (options.json === true) {
    const worded = diagnostics.map((diagnostic) => wordDiagnostic(diagnostic, wording));
    terminal.out(reviewJson(seeds, name, worded));
  } else if (options.quiet !== true) {
    const problems = problemLines(diagnostics, wording);
    terminal.out(`${[...reviewLines(seeds, name, wording), ...problems].join('\n')}\n`);
  }
  return seeds.length < files.length ? 1 : 0;
}
