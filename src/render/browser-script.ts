import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the script's first module is: in the repository TypeScript, in the package what it was compiled to. */
const places = ['../search/browser/main.ts', '../search/browser/main.js'].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
);

/** Where scripts that were made are kept: beside the packages, as compiled code is. */
const keep = fileURLToPath(new URL('../../node_modules/.cache/warraq/scripts', import.meta.url));

const importing = /^import (?:type )?\{([^}]*)\} from ['](\.[^']+)['];$/gm;

/** A module of the script, and those that it imports. */
interface Module {
  readonly source: string;
  readonly imports: readonly { readonly names: string; readonly file: string }[];
}

/** Reads the modules of the script, each after those that it imports. */
function readModules(file: string, found = new Map<string, Module>()): ReadonlyMap<string, Module> {
  if (found.has(file)) return found;
  const source = readFileSync(file, 'utf8');
  const imports = [...source.matchAll(importing)]
    .filter(([line]) => !line.startsWith('import type'))
    .map(([, names = '', from = '']) => ({
      names: names.replace(/\btype \w+,?/g, '').trim(),
      file: join(dirname(file), from),
    }))
    .filter(({ names }) => names !== '');
  for (const { file: imported } of imports) readModules(imported, found);
  found.set(file, { source, imports });
  return found;
}

/** Takes the types out of a module, and its comments with them. */
function plain(source: string, isTypeScript: boolean): string {
  const bare = source.replace(importing, '');
  if (!isTypeScript) return bare.replace(/^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)$/gm, '');
  // Node says at each use that this is new; the version of Node is pinned.
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(bare, { mode: 'transform' });
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Puts modules into one classic script: each is a function that returns what it exports. */
function bundle(modules: ReadonlyMap<string, Module>): string {
  const names = new Map([...modules.keys()].map((file, n) => [file, `m${n}`]));
  const parts = [...modules].map(([file, { source, imports }]) => {
    const code = plain(source, file.endsWith('.ts'));
    const exported = [...code.matchAll(/^export (?:async )?(?:const|let|function\*?) (\w+)/gm)];
    const taken = imports.map(
      (one) => `const {${one.names.replaceAll(' as ', ': ')}} = ${names.get(one.file)};\n`,
    );
    const body = code.replace(/^export (?!\{)/gm, '').replace(/^export \{\};?$/gm, '');
    const given = exported.map(([, name]) => name).join(', ');
    return `const ${names.get(file)} = (() => {\n${taken.join('')}${body}\nreturn {${given}};\n})();\n`;
  });
  const whole = `'use strict';\n(() => {\n${parts.join('')}})();\n`;
  return whole.replace(/^\s+/gm, '');
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The script that an earlier run has kept, under the hash of what it is; undefined where it is damaged. */
function keptScript(file: string): string | undefined {
  try {
    const kept = readFileSync(file, 'utf8');
    const script = kept.slice(65);
    return kept.startsWith(`${hashOf(script)}\n`) ? script : undefined;
  } catch {
    return undefined;
  }
}

let made: string | undefined;

/**
 * Returns the script that searches, as one classic script: browsers load no module from a disk. It is
 * made of the same code that makes the index.
 */
export function browserScript(): string {
  if (made !== undefined) return made;
  const modules = readModules(places.find(existsSync) ?? '');
  const own = readFileSync(fileURLToPath(import.meta.url));
  const hash = createHash('sha256').update(own).update(process.version);
  for (const { source } of modules.values()) hash.update(source);
  const file = join(keep, `${hash.digest('hex')}.js`);
  made = keptScript(file);
  if (made === undefined) {
    made = bundle(modules);
    try {
      mkdirSync(keep, { recursive: true });
      writeFileSync(`${file}.${process.pid}`, `${hashOf(made)}\n${made}`);
      renameSync(`${file}.${process.pid}`, file);
    } catch {
      // Where nothing may be written it is made anew each time.
    }
  }
  return made;
}
