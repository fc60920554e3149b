import { type LegacyEncoding, legacyEncodings } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { YamlMap } from '../sources/yaml/read-yaml.ts';
import { type Inspector, oneOf } from './check.ts';

const encoding = oneOf(...legacyEncodings);

/** Normalises a path under the seeds folder: `1998/`, `./1998` and `1998` are one. */
const pathOf = (written: string): string =>
  written
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
  const found: [string, LegacyEncoding][] = [];
  for (const written of settings.keys()) {
    const value = inspector.checked(settings, written, encoding, `encodings.${written}`);
    if (value !== undefined) found.push([pathOf(written), value]);
  }
  return Object.fromEntries(found);
}
