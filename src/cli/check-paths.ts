import { statSync } from 'node:fs';
import { checkOutput } from '../publish/own-folder.ts';
import { checkFolders } from '../publish/safe-target.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { type CommandPaths, checkRoot, displayPath } from './paths.ts';

/** Returns what is wrong with a seeds folder: it is no folder, or may not be looked at. */
function seedsProblem(seeds: string, root: string): unknown {
  try {
    if (statSync(seeds, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  } catch (error) {
    return error;
  }
  return new UsageError('no-seeds', displayPath(seeds, root));
}

/**
 * Checks that the folder of the site exists, that the folders of a build overlap nowhere, that a given output folder
 * holds nothing else, and that the seeds folder exists. Where it does not but articles are published, the build itself says so.
 *
 * @throws UsageError, FolderError, the file system's error
 */
export async function checkPaths(
  paths: CommandPaths,
  options: Arguments['options'],
): Promise<void> {
  const { out, root, seeds } = paths;
  checkRoot(root);
  checkFolders(paths, options.drafts === true);
  // The default folder may hold files of the host, whatever their names.
  if (options.out !== undefined) checkOutput(out);
  const problem = seedsProblem(seeds, root);
  if (problem === undefined) return;
  if (options['allow-removal'] === true) throw problem;
  const { siteHasArticles } = await import('../pipeline/removal-guard.ts');
  if (!siteHasArticles(out)) throw problem;
}
