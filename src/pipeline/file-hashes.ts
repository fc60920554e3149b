import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists } from '../publish/exists.ts';
import { sha256 } from '../publish/sha256.ts';

const isCode = (name: string): boolean => /\.(?:ts|js|bin)$/.test(name);

/** Returns the hash of the names of all code files under a folder, each with what is told of it. */
function hashOfCode(folder: string, tell: (file: string) => string | number): string {
  const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isCode)
    .sort()
    .map((name) => `${name} ${tell(join(folder, name))}\n`);
  return sha256(Buffer.from(lines.join('')));
}

/** Returns the hash of all code under a folder, including file names; undefined if there is no folder. */
export const codeHash = (folder: string): string | undefined =>
  exists(folder) ? hashOfCode(folder, (file) => sha256(readFileSync(file))) : undefined;

/** Returns the hash of the names and sizes of all code files under a folder. */
const codeSizes = (folder: string): string => hashOfCode(folder, (file) => statSync(file).size);

/** The file in the package's folder of code that holds the hash of the sizes of its files, and that of its code. */
export const recordedHash = 'code-hash.txt';

/** Returns the content of that file, with which the package is published. */
export const codeRecord = (folder: string): string => `${codeSizes(folder)} ${codeHash(folder)}\n`;

/**
 * Returns the hash of the program's code. That of the package is recorded in it, so that its megabytes are not read for every
 * build; they are where a file has another size than the published one.
 */
export function recordedCodeHash(folder: string): string | undefined {
  const record = join(folder, recordedHash);
  if (!exists(record)) return codeHash(folder);
  const [sizes, hash] = readFileSync(record, 'utf8').trim().split(' ');
  return sizes === codeSizes(folder) ? hash : codeHash(folder);
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
