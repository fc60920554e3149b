import { readFileSync } from 'node:fs';

/** Returns the program's version, from the package beside it. */
export function version(): string {
  // Two folders up in the repository, three in the package, where this is compiled to `.build/`.
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      const text = readFileSync(new URL(up, import.meta.url), 'utf8');
      const { name, version: found } = JSON.parse(text) as { name?: string; version?: string };
      if (name === 'warraq' && found !== undefined) return found;
    } catch {
      // Not there: look one folder higher.
    }
  }
  return '0.0.0';
}
