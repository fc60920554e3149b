import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

let yaml: typeof import('yaml') | undefined;
let matter: typeof import('gray-matter') | undefined;
let toml: typeof import('smol-toml') | undefined;

/** Returns the YAML parser. Its 70 modules are loaded for the first text that has more than values of one line. */
export function yamlLibrary(): typeof import('yaml') {
  yaml ??= require('yaml') as typeof import('yaml');
  return yaml;
}

/** Returns the parser of front matter. Its 40 modules are loaded for the first text that has any. */
export function matterLibrary(): typeof import('gray-matter') {
  matter ??= require('gray-matter') as typeof import('gray-matter');
  return matter;
}

/** Returns the TOML parser, which few archives need. */
export function tomlLibrary(): typeof import('smol-toml') {
  toml ??= require('smol-toml') as typeof import('smol-toml');
  return toml;
}
