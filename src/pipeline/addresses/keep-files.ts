import { changedTerms } from '../../catalogue/changes.ts';
import { countedCollection, countedCollections } from '../../catalogue/collections.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import {
  articlePaths,
  filesLike,
  forgetKept,
  hasUnsavedKept,
  keptFileWriter,
  keptPaths,
} from '../../catalogue/kept-files.ts';
import { meta, setMeta } from '../../catalogue/meta.ts';
import { countFiles, publishedAt } from '../../catalogue/pages.ts';
import type { Config } from '../../model/config.ts';
import { articlePathBeside, isMarkdownPath } from '../../outputs/article-outputs.ts';
import { isTermFeedPath, termFeedPath } from '../../pages/output-paths.ts';
import { hasTermFeed } from '../../pages/term-feed.ts';

/** Patterns of the paths of files beside the pages of articles. */
const besidePatterns = ['%.txt', '%.md', 'originals/%'];

/**
 * Tells whether Markdown of articles stays that the settings do not ask for, so that their source must be kept. Where the
 * catalogue has not recorded all files that stay, those of the site are looked at.
 */
export function keepsMarkdown(
  catalogue: Catalogue,
  { keepsDownloads, downloads }: Config,
  isComplete: boolean,
): boolean {
  if (!keepsDownloads || downloads.includes('markdown')) return false;
  const isKnown = isComplete && meta(catalogue, 'kept') !== undefined;
  const paths = isKnown ? [] : filesLike(catalogue, '%.md');
  return [keptPaths(catalogue), paths].some((all) => {
    for (const path of all) if (isMarkdownPath(path)) return true;
    return false;
  });
}

/** Records the files beside pages of articles that an earlier build published. */
function keepDownloads(catalogue: Catalogue): void {
  const keep = keptFileWriter(catalogue, false);
  const isTaken = articlePaths(catalogue);
  for (const pattern of besidePatterns) {
    for (const path of filesLike(catalogue, pattern)) {
      const page = articlePathBeside(path);
      if (page !== undefined && isTaken(page)) keep(path);
    }
  }
}

/** Records the published feeds of terms that have fewer articles than a feed needs now. */
function keepFeeds(catalogue: Catalogue, scope: 'all' | 'changed'): void {
  const keep = keptFileWriter(catalogue, false);
  const published = publishedAt(catalogue);
  const collections =
    scope === 'all'
      ? countedCollections(catalogue)
      : changedTerms(catalogue).map((key) => countedCollection(catalogue, key));
  for (const { key, extent } of collections) {
    if (key.of !== 'term' || extent.articles === 0 || hasTermFeed(extent.articles)) continue;
    const path = termFeedPath(key.term, key.slug);
    if (published(path) !== undefined) keep(path);
  }
}

/**
 * Records which files of earlier builds stay though the settings do not ask for them, before pages are rendered, and forgets
 * those that the owner left out himself.
 *
 * @returns whether the files that hold the record of addresses must be written again
 */
export function keepPublishedFiles(
  catalogue: Catalogue,
  { keepsDownloads }: Config,
  scope: 'all' | 'changed',
): boolean {
  const hasFiles = countFiles(catalogue).files > 0;
  if (hasFiles) keepFeeds(catalogue, scope);
  if (scope === 'changed') return hasUnsavedKept(catalogue);
  if (hasFiles && keepsDownloads) keepDownloads(catalogue);
  setMeta(catalogue, 'kept', keepsDownloads ? 'yes' : undefined);
  const left = keepsDownloads
    ? []
    : [...keptPaths(catalogue)].filter((path) => !isTermFeedPath(path));
  return forgetKept(catalogue, left) || hasUnsavedKept(catalogue);
}
