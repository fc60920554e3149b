import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists } from '../publish/exists.ts';
import { sha256 } from '../publish/sha256.ts';

const isCode = (name: string): boolean => /\.(?:ts|js|bin)$/.test(name);

/** Returns the hash of all code under a folder, with the files' names; undefined where there is no folder. */
export function codeHash(folder: string): string | undefined {
  if (!exists(folder)) return undefined;
  const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isCode)
    .sort()
    .map((name) => `${name} ${sha256(readFileSync(join(folder, name)))}\n`);
  return sha256(Buffer.from(lines.join('')));
}

/** Returns the hash of each file; undefined for one that does not exist. */
export const hashesOf = (files: readonly string[]): readonly (string | undefined)[] =>
  files.map((file) => (exists(file) ? sha256(readFileSync(file)) : undefined));

/** Returns the hash of the list of what npm installed: another version of a package may make other pages. */
function installedPackages(program: string): string | undefined {
  for (let folder = program; dirname(folder) !== folder; folder = dirname(folder)) {
    const list = join(folder, 'node_modules', '.package-lock.json');
    if (exists(list)) return sha256(readFileSync(list));
  }
  return undefined;
}

/** The hash of the program that this process runs: its files are read once. */
let program: string | undefined;

/** Returns the hash of the program: its code, its packages, and the Node that runs it. */
export function programHash(): string {
  const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  program ??= sha256(
    Buffer.from(
      [
        codeHash(folder('..')),
        codeHash(folder('../../templates')),
        installedPackages(folder('..')),
        // Letters and their properties are those of the Unicode that Node knows.
        process.version,
      ].join('\n'),
    ),
  );
  return program;
}
