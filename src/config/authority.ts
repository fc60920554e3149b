import { authorityKey } from '../arabic/authority.ts';
import { termSlug } from '../arabic/slug.ts';
import type { Authority } from '../model/authority.ts';
import type { Outcome } from '../model/diagnostic.ts';
import { termKinds } from '../model/term-kind.ts';
import type { YamlMap } from '../sources/yaml/read-yaml.ts';
import { type Check, inspector, oneOf, text } from './check.ts';

const entryKeys = ['name', 'kind', 'variants', 'wikidata'];

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
class ClaimedNames {
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
  const { checked, reportUnknownKeys, reportValue, report, diagnostics } = inspector(file);
  reportUnknownKeys(map, ['subjects'], '');
  const authorities: Authority[] = [];
  const claimedNames = new ClaimedNames();
  for (const entry of checked(map, 'subjects', entries) ?? []) {
    reportUnknownKeys(entry, entryKeys, '');
    const line = [...entry.values()][0]?.line ?? 1;
    const name = checked(entry, 'name', text);
    const kind = checked(entry, 'kind', oneOf(...termKinds)) ?? 'subject';
    const variants = checked(entry, 'variants', names) ?? [];
    const wikidataId = checked(entry, 'wikidata', wikidata);
    if (!entry.has('name')) reportValue('name', '', 'text', line);
    if (name === undefined) continue;
    const authority = {
      kind,
      name,
      variants,
      ...(wikidataId === undefined ? {} : { wikidata: wikidataId }),
    };
    authorities.push(authority);
    const conflict = claimedNames.claim(authority);
    if (conflict === undefined) continue;
    const values = { name: conflict.name, first: conflict.holder.name, second: name };
    report({ rule: 'authority-name-twice', severity: 'error', file, line, values });
  }
  return { value: authorities, diagnostics };
}
