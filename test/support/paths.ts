import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The repository. */
export const repository: string = resolve(import.meta.dirname, '../..');

/** The program's start script. */
export const program: string = join(repository, 'src/cli/warraq.js');

/** Returns the path of an input file or folder of the tests. */
export const fixture = (...path: readonly string[]): string =>
  join(repository, 'test/fixtures', ...path);

/** Real newspaper articles beside the repository, one compressed file a day; never part of it. */
export const sharedArticles: string = join(repository, '../shared/data/articles');

/** Returns the reason to skip tests of a folder outside the repository; undefined if it exists. */
export const missingFolder = (folder: string): string | undefined =>
  existsSync(folder) ? undefined : `${folder} does not exist`;
