import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../model/config.ts';
import { isThere } from './is-there.ts';
import { sha256 } from './sha256.ts';

/** What the results of a build follow from besides the seeds. */
export interface BuildKeys {
  /** What articles are made by: seeds read under another key are read again. */
  readonly reading: string;
  /** What pages are made by: pages made under another key are made again. */
  readonly rendering: string;
}

/** Hash of all files under a folder that `wanted` names, with their names. */
function folderHash(folder: string, wanted: (name: string) => boolean): string {
  if (!isThere(folder)) return '';
  const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(wanted)
    .sort()
    .map((name) => `${name} ${sha256(readFileSync(join(folder, name)))}\n`);
  return sha256(Buffer.from(lines.join('')));
}

/** The lists of what npm installed: another version of a package may make other pages. */
function installedPackages(program: string): string {
  for (let folder = program; dirname(folder) !== folder; folder = dirname(folder)) {
    const list = join(folder, 'node_modules', '.package-lock.json');
    if (isThere(list)) return sha256(readFileSync(list));
  }
  return '';
}

const isCode = (name: string): boolean => /\.(?:ts|js|bin)$/.test(name);

let program: string | undefined;

/** Hash of the program: its code, its packages, and the Node that runs it. */
function programKey(): string {
  program ??= sha256(
    Buffer.from(
      [
        folderHash(fileURLToPath(new URL('..', import.meta.url)), isCode),
        folderHash(fileURLToPath(new URL('../../templates', import.meta.url)), isCode),
        installedPackages(fileURLToPath(new URL('..', import.meta.url))),
        // Letters and their properties are those of the Unicode that Node knows.
        process.version,
      ].join('\n'),
    ),
  );
  return program;
}

/** Hash of files that templates import from elsewhere; one that is gone has none. */
const filesHash = (files: readonly string[]): string =>
  files.map((file) => (isThere(file) ? sha256(readFileSync(file)) : '')).join(' ');

/**
 * Returns the keys of a build.
 *
 * @param templates the site's own templates folder
 * @param imported files elsewhere that templates were seen to import
 * @param assets places of the style sheets and fonts, which name their content
 */
export function buildKeys(
  config: Config,
  seeds: string,
  templates: string,
  imported: readonly string[],
  assets: readonly string[],
): BuildKeys {
  const { name, description, language, region, baseUrl, ...forReading } = config;
  const reading = [programKey(), seeds, JSON.stringify(forReading)];
  const rendering = [
    ...[programKey(), JSON.stringify(config), folderHash(templates, isCode)],
    ...[filesHash(imported), assets.join(' ')],
  ];
  return {
    reading: sha256(Buffer.from(reading.join('\n'))),
    rendering: sha256(Buffer.from(rendering.join('\n'))),
  };
}
