import { countWalkExclusions } from '../catalogue/file-summary.ts';
import { hasArticles, hasHeldBack } from '../catalogue/published-articles.ts';
import type { Diagnostic, RuleValues } from '../model/diagnostic.ts';
import { exists } from '../publish/exists.ts';
import type { BuildOptions } from './build-options.ts';
import { type BuildState, seedsName } from './prepare-build.ts';
import { excessiveRemoval, publishedArticles } from './removal-guard.ts';

/** Returns the number of files in the seeds folder, without hidden and system files. */
const countFound = ({ catalogue, scan }: BuildState): number =>
  scan.pending + scan.known + scan.sidecars + countWalkExclusions(catalogue);

/** Returns the state of a seeds folder in which no seed was found. */
function folderState(
  { seeds }: BuildOptions,
  { scan }: BuildState,
): RuleValues['seeds-gone']['state'] {
  if (!scan.unread.includes('.')) return 'empty';
  try {
    return exists(seeds) ? 'unreadable' : 'missing';
  } catch {
    return 'unreadable';
  }
}

/**
 * Returns why a build must not go on, before it reads: no seed was found, but articles are published. A folder
 * that was moved, emptied or not mounted would take the whole site.
 */
export function refusalBeforeReading(
  options: BuildOptions,
  state: BuildState,
): Diagnostic | undefined {
  const { pending, known, unread } = state.scan;
  if (options.allowRemoval === true || pending + known > 0) return undefined;
  const published = publishedArticles(state.catalogue);
  if (published === 0) return undefined;
  const at = { severity: 'error', file: seedsName(options) } as const;
  const files = countFound(state);
  if (files > 0 && !unread.includes('.'))
    return { ...at, rule: 'no-article', values: { files, published } };
  const values = { published, state: folderState(options, state) };
  return { ...at, rule: 'seeds-gone', values };
}

/**
 * Returns why a build must not publish what it has read: too many articles would go, or there are files but no
 * article.
 *
 * @param tracks whether the change log records every output path that articles no longer have
 */
export function refusalAfterReading(
  options: BuildOptions,
  state: BuildState,
  tracks: boolean,
): Diagnostic | undefined {
  const { catalogue } = state;
  const at = { severity: 'error', file: seedsName(options) } as const;
  if (!hasArticles(catalogue) && !hasHeldBack(catalogue)) {
    const published = publishedArticles(catalogue);
    if (published > 0 && options.allowRemoval === true) return undefined;
    const files = countFound(state);
    if (files === 0) return undefined;
    return { ...at, rule: 'no-article', values: { files, published } };
  }
  const removal =
    options.allowRemoval === true ? undefined : excessiveRemoval(catalogue, options.out, tracks);
  return removal && { ...at, rule: 'removal-too-large', values: { ...removal } };
}
