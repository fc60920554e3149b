import type { Diagnostic } from '../model/diagnostic.ts';
import { maxQuoted } from '../model/limits.ts';
import { metadataKey } from './metadata-schema.ts';
import type { YamlEntry, YamlMap } from './yaml/yaml-value.ts';

/** A key as written, with its value. */
export type WrittenEntry = readonly [written: string, entry: YamlEntry];

/** Returns the entries of a map, those with our own names first: they count before those with other names. */
export function ownKeysFirst(map: YamlMap): Iterable<WrittenEntry> {
  const [own, others]: [WrittenEntry[], WrittenEntry[]] = [[], []];
  for (const entry of map) {
    const key = metadataKey(entry[0]);
    (key === undefined || key === entry[0] ? own : others).push(entry);
  }
  return others.length === 0 ? map : [...own, ...others];
}

/** Returns the diagnostic of the keys of another program that say nothing here. */
export function unusedKeys(unused: readonly WrittenEntry[], file: string): Diagnostic {
  const keys = unused.map(([key]) => key).join(', ');
  const line = Math.min(...unused.map(([, entry]) => entry.line));
  const values = { keys: keys.slice(0, maxQuoted) };
  return { rule: 'metadata-unused-keys', severity: 'warning', file, line, values };
}
