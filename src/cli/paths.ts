import { statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { authorityNames } from '../model/authority.ts';
import { ownPagesFolder } from '../model/own-page.ts';
import { learnedFileName } from '../structure/learn/learned-file.ts';
import { type Arguments, UsageError } from './arguments.ts';

/** Absolute paths that a command reads and writes. */
export interface CommandPaths {
  readonly root: string;
  readonly seeds: string;
  readonly out: string;
  readonly cache: string;
  readonly templates: string;
  /** The folder of the site's own pages. */
  readonly pages: string;
  readonly configFile: string;
  /** The authority file by its current and its old name. */
  readonly authorityFiles: readonly string[];
  /** The file with what the archive taught. */
  readonly learnedFile: string;
}

/** Returns the paths of a command. Given paths are relative to the current folder, defaults to the root. */
export function readPaths(options: Arguments['options']): CommandPaths {
  const root = resolve(options.root ?? '.');
  const pathOf = (path: string | undefined, fallback: string): string =>
    path === undefined ? resolve(root, fallback) : resolve(path);
  return {
    root,
    seeds: pathOf(options.seeds, 'seeds'),
    out: pathOf(options.out, 'dist'),
    cache: pathOf(options.cache, '.cache'),
    templates: resolve(root, 'templates'),
    pages: resolve(root, ownPagesFolder),
    configFile: pathOf(options.config, 'warraq.yaml'),
    authorityFiles: authorityNames.map((name) => resolve(root, name)),
    learnedFile: resolve(root, learnedFileName),
  };
}

/** @throws UsageError where the folder of the site is not there, or is no folder */
export function checkRoot(root: string): void {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError('no-root', root);
  }
}

/**
 * Returns the paths of a site that shows what is held back: it has its own folder in the cache, and its own
 * catalogue, so that the published site and its catalogue stay as they are.
 */
export const draftsPaths = (paths: CommandPaths): CommandPaths => ({
  ...paths,
  out: join(paths.cache, 'drafts'),
  cache: join(paths.cache, 'drafts-cache'),
});

/** Returns a path as shown to the user: relative to the root, or absolute where it lies outside. */
export function displayPath(path: string, root: string): string {
  const name = relative(root, path).split(sep).join('/');
  return name === '' ? '.' : name.startsWith('..') || isAbsolute(name) ? path : name;
}
