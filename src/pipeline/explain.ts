import type { PendingSeeds } from '../catalogue/pending-seeds.ts';
import type { Rendered } from './build-options.ts';

/** Number of names shown of a list in a line of `--debug`. */
const examplesShown = 3;

/** Returns the number of names, followed by the first few. */
export function countWithExamples(names: readonly string[]): string {
  if (names.length === 0) return '0';
  const rest = names.length > examplesShown ? ', …' : '';
  return `${names.length} (${names.slice(0, examplesShown).join(', ')}${rest})`;
}

/** Returns the result of a scan, by reason. */
export const explainScan = (known: number, pending: PendingSeeds): string =>
  [
    `${known} unchanged`,
    `${countWithExamples(pending.new)} new`,
    `${countWithExamples(pending.changed)} changed`,
    `${countWithExamples(pending.untrusted)} to be read again`,
    `${countWithExamples(pending.recent)} changed within the last 2 s`,
    `${countWithExamples(pending.vanished)} vanished`,
  ].join('; ');

/** What decides whether a build renders all pages. */
export interface PlanReasons {
  readonly knowsSite: boolean;
  readonly sameRendering: boolean;
  readonly sameSections: boolean;
  /** Number of seeds to read. */
  readonly pending: number;
  /** Number of changes in the catalogue. */
  readonly changes: number;
  /** Number of seeds or changes above which all pages are rendered. */
  readonly limit: number;
}

/** Returns which pages a build renders and why. */
export function explainPlan(pages: 'all' | 'changed', reasons: PlanReasons): string {
  const { knowsSite, sameRendering, sameSections, pending, changes, limit } = reasons;
  const causes = [
    knowsSite ? '' : 'the catalogue does not describe the published site',
    sameRendering ? '' : 'settings, templates or the program changed',
    sameSections ? '' : 'a section came or went: dates, or a kind of terms',
    pending > limit ? `${pending} seeds to read are more than ${limit}` : '',
    changes > limit ? `${changes} changes are more than ${limit}` : '',
  ].filter((cause) => cause !== '');
  if (pages === 'changed') return `changed pages only: ${changes} changes in the catalogue`;
  return `all pages: ${causes.join('; ')}`;
}

/** Returns the number of tasks of each kind. */
export const explainTasks = (tasks: ReadonlyMap<string, number>): string =>
  [...tasks].map(([kind, count]) => `${count} ${kind}`).join(', ');

/** Returns the result of publishing; `files` is the number of files that the site must have. */
export const explainPublished = ({ rendered, written, removed }: Rendered, files: number): string =>
  `${rendered} pages rendered; of ${files} files ${written} written, ${files - written} unchanged; ${removed} removed`;
