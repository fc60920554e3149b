import { readFileSync } from 'node:fs';

/** Returns the program's version, from package.json; `0.0.0` where none is found. */
export function version(): string {
  // Two folders up in the repository; three in the package, where this module lies in `.build/`.
  for (const path of ['../../package.json', '../../../package.json']) {
    try {
      const text = readFileSync(new URL(path, import.meta.url), 'utf8');
      const { name, version: value } = JSON.parse(text) as { name?: string; version?: string };
      if (name === 'warraq' && value !== undefined) return value;
    } catch {
      // Not there; try the next path.
    }
  }
  return '0.0.0';
}
