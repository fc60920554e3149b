import { authorityKey } from '../arabic/authority.ts';
import { termSlug } from '../arabic/slug.ts';
import type { Authority } from '../model/authority.ts';
import type { Outcome } from '../model/diagnostic.ts';
import { termKinds } from '../model/term-kind.ts';
import type { YamlMap } from '../sources/yaml/read-yaml.ts';
import { type Check, inspector, oneOf, text } from './check.ts';

const keys = ['name', 'kind', 'variants', 'wikidata'];

const entries: Check<readonly YamlMap[]> = (value) => {
  const isList = Array.isArray(value) && value.every((entry) => entry instanceof Map);
  return isList ? { value } : { expected: '- name: …' };
};

const names: Check<readonly string[]> = (value) => {
  const list = typeof value === 'string' ? [value] : value;
  const isList =
    Array.isArray(list) && list.every((name) => typeof name === 'string' && name.trim() !== '');
  return isList
    ? { value: list.map((name: string) => name.normalize('NFC').trim()) }
    : { expected: '[…, …]' };
};

const wikidata: Check<string> = (value) =>
  typeof value === 'string' && /^Q[1-9]\d{0,11}$/.test(value) ? { value } : { expected: 'Q39524' };

/** Detects names that belong to two entries of one kind. */
class Names {
  readonly #holders = new Map<string, Authority>();

  /**
   * Claims an entry's names. Returns the entry that has one of them already, and the name; undefined
   * where none has.
   */
  claim(entry: Authority): { readonly name: string; readonly holder: Authority } | undefined {
    const { kind, name, variants } = entry;
    for (const written of [name, ...variants]) {
      // Names that differ in spelling only, or have the same page, are equal.
      const keys = [authorityKey(kind, written), `${kind}/${termSlug(written)}`];
      for (const key of keys) {
        const holder = this.#holders.get(key) ?? entry;
        if (holder !== entry) return { name: written, holder };
        this.#holders.set(key, entry);
      }
    }
    return undefined;
  }
}

/**
 * Validates an authority file. Like the settings it is trusted: every error has its line. A name of
 * two entries of one kind is an error.
 *
 * @param map the file's map under `subjects`
 */
export function readAuthority(map: YamlMap, file: string): Outcome<readonly Authority[]> {
  const { checked, refuseUnknown, refuseValue, report, diagnostics } = inspector(file);
  refuseUnknown(map, ['subjects'], '');
  const found: Authority[] = [];
  const taken = new Names();
  for (const entry of checked(map, 'subjects', entries) ?? []) {
    refuseUnknown(entry, keys, '');
    const line = [...entry.values()][0]?.line ?? 1;
    const name = checked(entry, 'name', text);
    const kind = checked(entry, 'kind', oneOf(...termKinds)) ?? 'subject';
    const variants = checked(entry, 'variants', names) ?? [];
    const item = checked(entry, 'wikidata', wikidata);
    if (!entry.has('name')) refuseValue('name', '', 'text', line);
    if (name === undefined) continue;
    const given = { kind, name, variants, ...(item === undefined ? {} : { wikidata: item }) };
    found.push(given);
    const other = taken.claim(given);
    if (other === undefined) continue;
    const values = { name: other.name, first: other.holder.name, second: name };
    report({ rule: 'authority-name-twice', severity: 'error', file, line, values });
  }
  return { value: found, diagnostics };
}
