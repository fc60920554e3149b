import { type LegacyEncoding, legacyEncodings } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { YamlMap } from '../sources/yaml.ts';
import { type Inspector, oneOf } from './check.ts';

const encoding = oneOf(...legacyEncodings);

/** A path under the seeds folder as the walk has it: `1998/`, `./1998` and `1998` are one. */
const pathOf = (written: string): string =>
  written
    .normalize('NFC')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

/**
 * Reads what the config says of encodings: for a folder, a file, or `.` for all of them.
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
