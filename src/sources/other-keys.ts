import { stripControls } from '../arabic/controls.ts';
import { normalForm } from '../arabic/normal-form.ts';
import type { OtherEntry, OtherKey, OtherValue } from '../model/other-key.ts';
import { plainName } from './key-names.ts';
import { nearestKey } from './nearest-key.ts';
import { publicationKey } from './publication-keys.ts';
import type { YamlMap, YamlValue } from './yaml/read-yaml.ts';

/** Keys that keep something from publication; also a misspelling of one may hold what nobody may read. */
const secretKeys = ['redact', 'redacted', 'withdrawn', 'password'] as const;

/** Words in the names of keys whose values give access, or say what nobody may read. */
const secretWords =
  /passw|secret|token|api[\s_-]?key|credential|redact|withheld|كلمة[\s_]*السر|كلمة[\s_]*المرور|محجوب/i;

/**
 * Tells whether the value of an unknown key may not be published: it may be one of privacy, misspelt, or change
 * the objects of programs that read the exports.
 */
export const isSecretKey = (key: string): boolean =>
  key === '__proto__' ||
  secretWords.test(key) ||
  nearestKey(key, secretKeys) !== undefined ||
  publicationKey(key) === 'password';

/** Returns a text of a key that is not ours, without what would reorder the text around it. */
const textOf = (raw: string): string => normalForm(stripControls(raw.toWellFormed())).trim();

/** Returns a value in the form in which it is kept; secret entries of maps are left out. */
function keptValue(value: YamlValue): OtherValue {
  if (typeof value === 'string') return textOf(value);
  if (Array.isArray(value)) return (value as readonly YamlValue[]).map(keptValue);
  const pairs = [...(value as YamlMap)]
    .filter(([key]) => !isSecretKey(key))
    .map(([key, entry]): OtherEntry => ({ key: textOf(key), value: keptValue(entry.value) }));
  return { pairs };
}

/** Tells whether a value holds no text. */
function isBlank(value: OtherValue): boolean {
  if (typeof value === 'string') return value === '';
  const inner = 'pairs' in value ? value.pairs.map((pair) => pair.value) : value;
  return inner.every(isBlank);
}

/**
 * Returns an unknown key with its value, as the exports keep it; none where it has no value, or its value may not be
 * published.
 */
export function otherKeys(
  written: string,
  value: YamlValue,
  at: { readonly file: string; readonly line: number },
): readonly OtherKey[] {
  if (isSecretKey(written)) return [];
  const [key, read] = [textOf(written), keptValue(value)];
  return key === '' || isBlank(read) ? [] : [{ key, value: read, at }];
}

/** Returns the keys of two sources of metadata: those of `own` go before those of `general` with the same name. */
export function combineOthers(
  general: readonly OtherKey[] = [],
  own: readonly OtherKey[] = [],
): readonly OtherKey[] {
  if (general.length === 0 || own.length === 0) return general.length === 0 ? own : general;
  const names = new Set(own.map(({ key }) => plainName(key)));
  return [...general.filter(({ key }) => !names.has(plainName(key))), ...own];
}
