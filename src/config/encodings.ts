import { type LegacyEncoding, legacyEncodings } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { YamlMap } from '../sources/yaml/read-yaml.ts';
import { type Inspector, oneOf } from './check.ts';

const encoding = oneOf(...legacyEncodings);

/** Returns the normal form of a path under the seeds folder: `1998/`, `./1998` and `1998` are one. */
export const folderPath = (path: string): string =>
  path
    .normalize('NFC')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

/**
 * Reads the encodings in the settings: of a folder, a file, or `.` for all files.
 *
 * @param settings the map under `encodings`; empty where there is none
 */
export function readEncodings(settings: YamlMap, inspector: Inspector): Config['encodings'] {
  const encodings: [string, LegacyEncoding][] = [];
  for (const path of settings.keys()) {
    const value = inspector.checked(settings, path, encoding, `encodings.${path}`);
    if (value !== undefined) encodings.push([folderPath(path), value]);
  }
  return Object.fromEntries(encodings);
}
