import type { Diagnostic } from '../model/diagnostic.ts';
import { nearestKey } from '../sources/nearest-key.ts';
import type { YamlMap, YamlValue } from '../sources/yaml/read-yaml.ts';

/** An accepted value, or a description of what is accepted. */
type Checked<T> = { readonly value: T } | { readonly expected: string };

/** Accepts a value of the settings, or describes what is accepted. */
export type Check<T> = (value: YamlValue) => Checked<T>;

/** Accepts a text that is not empty. */
export const text: Check<string> = (value) =>
  typeof value === 'string' && value.trim() !== ''
    ? { value: value.normalize('NFC').trim() }
    : { expected: 'text' };

/** Returns a check that accepts one of some words. */
export const oneOf =
  <T extends string>(...values: readonly T[]): Check<T> =>
  (value) => {
    const found = values.find((candidate) => candidate === value);
    return found === undefined ? { expected: values.join(', ') } : { value: found };
  };

/** Returns a check that accepts one or several of some words; the result has the order of `values`. */
export const someOf =
  <T extends string>(...values: readonly T[]): Check<readonly T[]> =>
  (value) => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.every((item) => values.some((known) => known === item))
      ? { value: values.filter((known) => list.includes(known)) }
      : { expected: `[${values.join(', ')}]` };
  };

/** Reads settings key by key and collects the errors. */
export interface Inspector {
  readonly diagnostics: readonly Diagnostic[];
  /** Returns the value of a key; undefined where it is missing or wrong. */
  checked<T>(from: YamlMap, name: string, check: Check<T>, label?: string): T | undefined;
  /** Returns the map under a key; empty where there is none. `expected` describes it. */
  mapOf(from: YamlMap, name: string, expected: string, label?: string): YamlMap;
  /** Reports keys that are not known; `prefix` is put before them in the message. */
  reportUnknownKeys(from: YamlMap, known: readonly string[], prefix: string): void;
  /** Reports a wrong value of a key. */
  reportValue(key: string, value: string, expected: string, line: number): void;
  report(diagnostic: Diagnostic): void;
}

/** Returns an inspector of the settings in `file`. Every error has its line. */
export function inspector(file: string): Inspector {
  const diagnostics: Diagnostic[] = [];

  function reportValue(key: string, value: string, expected: string, line: number): void {
    const values = { key, value, expected };
    diagnostics.push({ rule: 'config-value', severity: 'error', file, line, values });
  }

  function checked<T>(from: YamlMap, name: string, check: Check<T>, label = name): T | undefined {
    const entry = from.get(name);
    if (entry === undefined) return undefined;
    const result = check(entry.value);
    if ('value' in result) return result.value;
    const value = typeof entry.value === 'string' ? entry.value : '…';
    reportValue(label, value, result.expected, entry.line);
    return undefined;
  }

  return {
    diagnostics,
    checked,
    reportValue,
    report: (diagnostic) => void diagnostics.push(diagnostic),
    mapOf(from, name, expected, label = name) {
      const mapCheck: Check<YamlMap> = (value) => (value instanceof Map ? { value } : { expected });
      return checked(from, name, mapCheck, label) ?? new Map();
    },
    reportUnknownKeys(from, known, prefix) {
      for (const [key, { line }] of from) {
        if (known.includes(key)) continue;
        const nearest = nearestKey(key, known) ?? '';
        diagnostics.push({
          rule: 'config-unknown-key',
          severity: 'error',
          file,
          line,
          values: { key: prefix + key, nearest: nearest && prefix + nearest },
        });
      }
    },
  };
}
