import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/load.ts';
import { build } from '../../src/pipeline/build.ts';
import type { BuildOptions, BuildResult } from '../../src/pipeline/build-options.ts';
import { treeOf } from './file-tree.ts';
import { type RecordedRun, recordedRun } from './recorded-run.ts';
import { type Files, removeFolder, temporaryFolder, writeFiles } from './temporary-folder.ts';

/** The root folder of a site, and functions for tests on it. */
export interface TemporarySite {
  readonly root: string;
  readonly dist: string;
  /** Returns the absolute path of a file or folder of the site. */
  readonly at: (...path: readonly string[]) => string;
  /** Writes files by their paths from the root, with the folders that they need. */
  readonly write: (files: Files) => void;
  /** Removes a file or folder; one that does not exist is no error. */
  readonly remove: (path: string) => void;
  /** Returns the text of a file, by its path from the root. */
  readonly read: (path: string) => string;
  /** Builds the site in this thread with its own settings. */
  readonly build: (options?: Partial<BuildOptions>) => Promise<BuildResult>;
  /** Returns the files of `dist/` with a short hash of each, in order. */
  readonly tree: () => ReadonlyMap<string, string>;
  /** Returns the tree of a build of the same sources and record of addresses, without a catalogue, into another folder. */
  readonly coldTree: (read?: typeof treeOf) => Promise<ReadonlyMap<string, string>>;
  /** Runs a command of the command line with `--root`. */
  readonly run: (...argv: readonly string[]) => Promise<RecordedRun>;
}

/** Returns the site whose root is a folder; the caller removes the folder. */
export function siteAt(root: string): TemporarySite {
  const at = (...path: readonly string[]): string => join(root, ...path);
  const dist = at('dist');
  const buildSite: TemporarySite['build'] = async (options = {}) =>
    build({
      ...{ root, seeds: at('seeds'), out: dist, cache: at('.cache') },
      ...{ config: loadConfig({ root }).value, strict: false, workers: 0 },
      // Tests remove what they like; those of the guard run the command line.
      allowRemoval: true,
      ...options,
    });
  return {
    ...{ root, dist, at },
    write: (files) => writeFiles(root, files),
    remove: (path) => removeFolder(at(path)),
    read: (path) => readFileSync(at(path), 'utf8'),
    build: buildSite,
    tree: () => treeOf(dist),
    async coldTree(read = treeOf) {
      const apart = temporaryFolder();
      try {
        const out = join(apart, 'dist');
        // Old addresses of articles are known from the record alone.
        const record = at('.cache', 'addresses.jsonl');
        mkdirSync(join(apart, 'cache'));
        if (existsSync(record)) copyFileSync(record, join(apart, 'cache', 'addresses.jsonl'));
        await buildSite({ out, cache: join(apart, 'cache') });
        return read(out);
      } finally {
        // A property test calls this several hundred times.
        removeFolder(apart);
      }
    },
    run: (...argv) => recordedRun([...argv, '--root', root]),
  };
}

/**
 * Makes a site of these files, with a folder `seeds/`. Its folder is removed when the current test has
 * finished, or, where none is running, at the end of the test file.
 */
export function temporarySite(files: Files = {}): TemporarySite {
  const site = siteAt(temporaryFolder(files));
  mkdirSync(site.at('seeds'), { recursive: true });
  return site;
}
