import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { authorityNames, loadConfig } from '../config/load.ts';
import type { Config } from '../model/config.ts';
import type { Outcome } from '../model/diagnostic.ts';
import { type OwnPage, ownPagesFolder } from '../model/own-page.ts';
import type { PictureSettings } from '../model/picture.ts';
import { heldPages } from '../pipeline/held-pages.ts';
import { siteHasArticles } from '../pipeline/removal-guard.ts';
import { unknownTemplates } from '../pipeline/unknown-templates.ts';
import { checkOutput } from '../publish/own-folder.ts';
import { checkFolders } from '../publish/safe-target.ts';
import { learnedFileName } from '../structure/learn/learned-file.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { withDay } from './as-of.ts';

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
 * Checks that the folder of the site exists, that the folders of a build overlap nowhere, that a given output folder holds nothing else, and that the
 * seeds folder exists. Where it does not but articles are published, the build itself says so.
 *
 * @throws UsageError, FolderError, the file system's error
 */
export function checkPaths(paths: CommandPaths, options: Arguments['options']): void {
  const { out, root, seeds } = paths;
  checkRoot(root);
  checkFolders(paths, options.drafts === true);
  // The default folder may hold files of the host, whatever their names.
  if (options.out !== undefined) checkOutput(out);
  const problem = seedsProblem(seeds, root);
  if (problem === undefined) return;
  if (options['allow-removal'] === true || !siteHasArticles(out)) throw problem;
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

/** Puts their pictures into the site's own pages. What reads pictures is loaded where there is a folder of pages. */
function illustrated(
  pages: readonly OwnPage[],
  settings: PictureSettings | undefined,
  { pages: folder, root, cache }: CommandPaths,
): Outcome<readonly OwnPage[]> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return { value: pages, diagnostics: [] };
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const module: typeof import('../pipeline/pictures/page-pictures.ts') = createRequire(
    import.meta.url,
  )(`../pipeline/pictures/page-pictures.${extension}`);
  return module.illustratePages(pages, settings, {
    ...{ folder, label: displayPath(folder, root), cache },
  });
}

/**
 * Loads and validates the site's settings, and completes them with those of the command line.
 *
 * @returns the settings, with warnings about their files
 * @throws ConfigError where they are invalid; UsageError where `--as-of` is no day
 */
export const readSiteConfig = (
  paths: CommandPaths,
  options: Arguments['options'],
): Outcome<Config> => {
  const { value, diagnostics } = loadConfig(
    {
      root: paths.root,
      config: options.config === undefined ? undefined : paths.configFile,
    },
    (path) => displayPath(path, paths.root),
  );
  const pages = illustrated(value.pages, value.pictures, paths);
  const config = withDay({ ...value, pages: pages.value }, options);
  const held = options.drafts === true ? [] : heldPages(pages.value, config.asOf);
  const templates = unknownTemplates(paths.templates, displayPath(paths.templates, paths.root));
  return {
    value: config,
    diagnostics: [...diagnostics, ...templates, ...pages.diagnostics, ...held],
  };
};
