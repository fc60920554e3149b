import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hasCode } from '../model/system-error.ts';
import { decode } from '../sources/encodings/decode.ts';
import { readYamlMap, type YamlResult } from '../sources/yaml/read-yaml.ts';
import { readAuthority } from './authority.ts';
import { readConfig } from './schema.ts';

/** The site's settings or a template are wrong; nothing is built. */
export class ConfigError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ rule, file }) => `${file}: ${rule}`).join('; '));
    this.name = 'ConfigError';
    this.diagnostics = diagnostics;
  }
}

/**
 * Returns the bytes of a file; undefined where it does not exist.
 *
 * @throws the file system's other errors
 */
function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * Reads a trusted YAML file; undefined where it does not exist.
 *
 * @param listKey the key for a file that is a list
 * @throws ConfigError where the decoding has diagnostics, unless the file is empty
 */
function readTrusted(path: string, label: string, listKey?: string): YamlResult | undefined {
  const bytes = bytesOf(path);
  if (bytes === undefined) return undefined;
  const decoded = decode(bytes, label);
  // An empty file is allowed.
  const unreadable = decoded.diagnostics.filter(({ rule }) => rule !== 'seed-empty');
  if (unreadable.length > 0) throw new ConfigError(unreadable);
  const text = decoded.value?.text ?? '';
  return listKey !== undefined && /^(?:\s*#.*\n|\s)*- /.test(text)
    ? // The line put before the list is not counted.
      readYamlMap(`${listKey}:\n${text}`, label, 0)
    : readYamlMap(text, label, 1);
}

/**
 * Throws where there are diagnostics: settings are trusted, so a warning is an error here.
 *
 * @throws ConfigError
 */
function refuseFaults(found: readonly Diagnostic[]): void {
  const errors = found.map((one) => ({ ...one, severity: 'error' as const }));
  if (errors.length > 0)
    throw new ConfigError(errors.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)));
}

/** The paths of a site's settings, absolute. */
export interface ConfigPaths {
  /** Holds `warraq.yaml` and `subjects.yaml`, both optional. */
  readonly root: string;
  /** Another settings file, which must exist. */
  readonly config?: string | undefined;
}

/**
 * Reads a site's settings and its authority file.
 *
 * @param name returns a path as shown to the user
 * @throws ConfigError with every error found
 */
export function loadConfig(
  { root, config }: ConfigPaths,
  name: (path: string) => string = (path) => relative(root, path),
): Config {
  const path = config ?? join(root, 'warraq.yaml');
  const label = name(path);
  const read = readTrusted(path, label);
  if (read === undefined && config !== undefined) {
    const values = { reason: 'ENOENT' };
    throw new ConfigError([{ rule: 'seed-unreadable', severity: 'error', file: label, values }]);
  }
  const { value, diagnostics } = readConfig(read?.map ?? new Map(), label);
  refuseFaults([...(read?.diagnostics ?? []), ...diagnostics]);
  const authority = join(root, 'subjects.yaml');
  const names = readTrusted(authority, name(authority), 'subjects');
  if (names === undefined) return value;
  const subjects = readAuthority(names.map, name(authority));
  refuseFaults([...names.diagnostics, ...subjects.diagnostics]);
  return { ...value, authority: subjects.value };
}
