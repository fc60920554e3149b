import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { authorityNames, loadConfig } from '../config/load.ts';
import type { Config } from '../model/config.ts';
import type { Outcome } from '../model/diagnostic.ts';
import { safeTarget } from '../publish/safe-target.ts';
import { type Arguments, UsageError } from './arguments.ts';

/** The paths that a command reads and writes, absolute. */
export interface CommandPaths {
  readonly root: string;
  readonly seeds: string;
  readonly out: string;
  readonly cache: string;
  readonly templates: string;
  readonly configFile: string;
  /** The authority file by its current and its old name. */
  readonly authorityFiles: readonly string[];
}

/** Returns the paths of a command: given ones are relative to the current folder, others to the root. */
export function readPaths(options: Arguments['options']): CommandPaths {
  const root = resolve(options.root ?? '.');
  const given = (path: string | undefined, usual: string): string =>
    path === undefined ? resolve(root, usual) : resolve(path);
  return {
    root,
    seeds: given(options.seeds, 'seeds'),
    out: given(options.out, 'dist'),
    cache: given(options.cache, '.cache'),
    templates: resolve(root, 'templates'),
    configFile: given(options.config, 'warraq.yaml'),
    authorityFiles: authorityNames.map((name) => resolve(root, name)),
  };
}

/**
 * Checks that the seeds exist and that the output folder overlaps no source.
 *
 * @throws UsageError where one does not hold
 */
export function checkPaths({ out, root, seeds, templates, cache }: CommandPaths): void {
  if (!statSync(seeds, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError('no-seeds', displayPath(seeds, root));
  if (!safeTarget(out, [seeds, templates, cache])) throw new UsageError('unsafe-out', out);
}

/** Returns a path as shown to the user, relative to the root. */
export function displayPath(path: string, root: string): string {
  const name = relative(root, path).split(sep).join('/');
  return name === '' ? '.' : name.startsWith('..') || isAbsolute(name) ? path : name;
}

/**
 * Reads the site's settings.
 *
 * @returns the settings, with warnings about their files
 * @throws ConfigError where they are wrong
 */
export const readSiteConfig = (
  places: CommandPaths,
  options: Arguments['options'],
): Outcome<Config> =>
  loadConfig(
    {
      root: places.root,
      config: options.config === undefined ? undefined : places.configFile,
    },
    (path) => displayPath(path, places.root),
  );
