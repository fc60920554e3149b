import { readFileSync } from 'node:fs';

/** Returns the program's version, from its package.json; `0.0.0` where there is none. */
export function version(): string {
  // Two folders up in the repository, three in the package, where this module is compiled to
  // `.build/`.
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      const text = readFileSync(new URL(up, import.meta.url), 'utf8');
      const { name, version: found } = JSON.parse(text) as { name?: string; version?: string };
      if (name === 'warraq' && found !== undefined) return found;
    } catch {
      // Try one folder higher.
    }
  }
  return '0.0.0';
}
