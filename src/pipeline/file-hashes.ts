import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists } from '../publish/exists.ts';
import { sha256 } from '../publish/sha256.ts';

const isCode = (name: string): boolean => /\.(?:ts|js|bin)$/.test(name);

/** Returns the names of all code files under a folder, sorted. */
const codeFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isCode).sort();

/** Returns the hash of the names and the content of all code files under a folder. */
function hashOfCode(folder: string): string {
  const lines = codeFiles(folder).map(
    (name) => `${name} ${sha256(readFileSync(join(folder, name)))}\n`,
  );
  return sha256(Buffer.from(lines.join('')));
}

/** Returns the size of a file in bytes; undefined if there is none. */
const sizeOf = (folder: string, name: string): number | undefined =>
  statSync(join(folder, name), { throwIfNoEntry: false })?.size;

/** Returns the hash of all code under a folder, including file names; undefined if there is no folder. */
export const codeHash = (folder: string): string | undefined =>
  exists(folder) ? hashOfCode(folder) : undefined;

/** The file in the package's folder of code that holds the hash of its code, and the sizes of its files. */
export const recordedHash = 'code-hash.txt';

/** Returns the content of that file, with which the package is published: the hash, then a line for each file. */
export const codeRecord = (folder: string): string =>
  [codeHash(folder), ...codeFiles(folder).map((name) => `${sizeOf(folder, name)} ${name}`)].join(
    '\n',
  );

/**
 * Returns the hash of the program's code. That of the package is recorded in it, so that its megabytes are not read for every
 * build; they are where a file has another size than the published one.
 */
export function recordedCodeHash(folder: string): string | undefined {
  const record = join(folder, recordedHash);
  if (!exists(record)) return codeHash(folder);
  const [hash, ...files] = readFileSync(record, 'utf8').split('\n');
  const isPublished = files.every((line) => {
    const end = line.indexOf(' ');
    return sizeOf(folder, line.slice(end + 1)) === Number(line.slice(0, end));
  });
  return isPublished ? hash : codeHash(folder);
}

/** Returns the SHA-256 of each file; undefined for one that does not exist. */
export const hashesOf = (files: readonly string[]): readonly (string | undefined)[] =>
  files.map((file) => (exists(file) ? sha256(readFileSync(file)) : undefined));

/** Returns the hash of npm's list of installed packages, whose versions may change pages. */
function packagesHash(program: string): string | undefined {
  for (let folder = program; dirname(folder) !== folder; folder = dirname(folder)) {
    const list = join(folder, 'node_modules', '.package-lock.json');
    if (exists(list)) return sha256(readFileSync(list));
  }
  return undefined;
}

/** Cache of `programHash`, so that the program's files are read once for each process. */
let cachedProgramHash: string | undefined;

/** Returns the hash of the program: its code, its packages and the version of Node. */
export function programHash(): string {
  const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  cachedProgramHash ??= sha256(
    Buffer.from(
      [
        recordedCodeHash(folder('..')),
        codeHash(folder('../../templates')),
        packagesHash(folder('..')),
        // Node's version decides the version of Unicode.
        process.version,
      ].join('\n'),
    ),
  );
  return cachedProgramHash;
}
