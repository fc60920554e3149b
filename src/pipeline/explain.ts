import type { PendingSeeds } from '../catalogue/pending-seeds.ts';
import type { Rendered } from './build-options.ts';

/** Names shown of a list in a line of `--debug`. */
const examplesShown = 3;

/** Returns a count with the first names of what is counted. */
export function countWithExamples(names: readonly string[]): string {
  if (names.length === 0) return '0';
  const rest = names.length > examplesShown ? ', …' : '';
  return `${names.length} (${names.slice(0, examplesShown).join(', ')}${rest})`;
}

/** Returns what a scan found, by reason. */
export const explainScan = (known: number, pending: PendingSeeds): string =>
  [
    `${known} unchanged`,
    `${countWithExamples(pending.new)} new`,
    `${countWithExamples(pending.changed)} changed`,
    `${countWithExamples(pending.untrusted)} to be read again`,
    `${countWithExamples(pending.recent)} changed within the last 2 s`,
    `${countWithExamples(pending.vanished)} vanished`,
  ].join('; ');

/** What decides whether a build makes every page. */
export interface PlanReasons {
  readonly knowsSite: boolean;
  readonly sameRendering: boolean;
  readonly sameDating: boolean;
  /** Seeds to be read, then changes of the catalogue. */
  readonly pending: number;
  readonly changes: number;
  readonly limit: number;
}

/** Returns which pages a build makes and why. */
export function explainPlan(pages: 'all' | 'changed', reasons: PlanReasons): string {
  const { knowsSite, sameRendering, sameDating, pending, changes, limit } = reasons;
  const why = [
    knowsSite ? '' : 'the catalogue does not describe the published site',
    sameRendering ? '' : 'settings, templates or the program changed',
    sameDating ? '' : 'the archive got its first dated article or lost its last',
    pending > limit ? `${pending} seeds to read are more than ${limit}` : '',
    changes > limit ? `${changes} changes are more than ${limit}` : '',
  ].filter((reason) => reason !== '');
  if (pages === 'changed') return `changed pages only: ${changes} changes in the catalogue`;
  return `all pages: ${why.join('; ')}`;
}

/** Returns how many tasks of each kind were done. */
export const explainTasks = (tasks: ReadonlyMap<string, number>): string =>
  [...tasks].map(([kind, count]) => `${count} ${kind}`).join(', ');

/** Returns what publishing did. */
export const explainPublished = ({ rendered, written, removed }: Rendered, made: number): string =>
  `${rendered} pages rendered; of ${made} files ${written} written, ${made - written} unchanged; ${removed} removed`;
