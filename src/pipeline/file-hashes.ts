import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists } from '../publish/exists.ts';
import { sha256 } from '../publish/sha256.ts';

const isCode = (name: string): boolean => /\.(?:ts|js|bin)$/.test(name);

/** Returns the hash of all code under a folder, including file names; undefined if there is no folder. */
export function codeHash(folder: string): string | undefined {
  if (!exists(folder)) return undefined;
  const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isCode)
    .sort()
    .map((name) => `${name} ${sha256(readFileSync(join(folder, name)))}\n`);
  return sha256(Buffer.from(lines.join('')));
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
        codeHash(folder('..')),
        codeHash(folder('../../templates')),
        packagesHash(folder('..')),
        // Node's version decides the version of Unicode.
        process.version,
      ].join('\n'),
    ),
  );
  return cachedProgramHash;
}
