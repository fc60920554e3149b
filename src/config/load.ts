import { existsSync, readFileSync } from 'node:fs';
import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { decode } from '../sources/decode.ts';
import { readYamlMap } from '../sources/yaml.ts';
import { readConfig } from './schema.ts';

/** The config or a template of the site is wrong: nothing is built until it is right. */
export class ConfigError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ rule, file }) => `${file}: ${rule}`).join('; '));
    this.name = 'ConfigError';
    this.diagnostics = diagnostics;
  }
}

/**
 * Reads a site's config.
 *
 * @param path where `warraq.yaml` is; it need not exist unless `required`
 * @param label the path as the user knows it
 * @throws ConfigError with every fault found.
 */
export function loadConfig(path: string, label: string, required: boolean): Config {
  if (!existsSync(path)) {
    if (!required) return readConfig(new Map(), label).value;
    throw new ConfigError([
      {
        rule: 'seed-unreadable',
        severity: 'error',
        file: label,
        values: { reason: 'ENOENT' },
      },
    ]);
  }
  const decoded = decode(readFileSync(path), label);
  // An empty file says nothing, which is allowed.
  const unreadable = decoded.diagnostics.filter(({ rule }) => rule !== 'seed-empty');
  if (unreadable.length > 0) throw new ConfigError(unreadable);
  const { map, diagnostics } = readYamlMap(decoded.value?.text ?? '', label, 1);
  const { value, diagnostics: faults } = readConfig(map, label);
  // A config is trusted, so what is a warning in a seed is an error here.
  const found = [...diagnostics, ...faults].map((one) => ({ ...one, severity: 'error' as const }));
  const all = found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (all.length > 0) throw new ConfigError(all);
  return value;
}
