import { regions } from '../arabic/regions.ts';
import { permalinkTokens } from '../content/permalink.ts';
import { isSafeName } from '../model/article-id.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { nearestKey } from '../sources/nearest-key.ts';
import type { YamlMap, YamlValue } from '../sources/yaml.ts';
import { defineConfig } from './define.ts';

/** A value that was accepted, or what would have been. */
type Checked<T> = { readonly value: T } | { readonly expected: string };

type Check<T> = (value: YamlValue) => Checked<T>;

const text: Check<string> = (value) =>
  typeof value === 'string' && value.trim() !== ''
    ? { value: value.normalize('NFC').trim() }
    : { expected: 'text' };

const oneOf =
  <T extends string>(...values: readonly T[]): Check<T> =>
  (value) => {
    const found = values.find((candidate) => candidate === value);
    return found === undefined ? { expected: values.join(', ') } : { value: found };
  };

const region: Check<string> = (value) => {
  const code = typeof value === 'string' ? value.replace(/^ar-/i, '').toUpperCase() : '';
  return Object.hasOwn(regions, code)
    ? { value: code }
    : { expected: Object.keys(regions).join(', ') };
};

const baseUrl: Check<string> = (value) => {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  const plain =
    url !== null && [url.search, url.hash, url.username, url.password].every((part) => part === '');
  if (url === null || !plain || !/^https?:$/.test(url.protocol)) {
    return { expected: 'https://example.org/archive/' };
  }
  return { value: url.href.endsWith('/') ? url.href : `${url.href}/` };
};

/** A pattern must name the article and stay inside `dist/`. */
const permalink: Check<string> = (value) => {
  const expected = `articles/{id}.html (${permalinkTokens.map((token) => `{${token}}`).join(' ')})`;
  if (typeof value !== 'string') return { expected };
  const literal = value.replace(/\{([a-z]+)\}/g, (token, name: string) =>
    (permalinkTokens as readonly string[]).includes(name) ? 'x' : token,
  );
  const sound = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.html$/.test(
    literal,
  );
  const safe = literal.split('/').every(isSafeName);
  return sound && safe && /\{(?:id|slug)\}/.test(value) ? { value } : { expected };
};

const boldness = oneOf('cautious', 'balanced', 'eager', 'off');
const onOff = oneOf('on', 'off');

const keys = ['name', 'description', 'language', 'region', 'baseUrl', 'permalink', 'recovery'];
const recoveryKeys = ['headings', 'paragraphs'];

/**
 * Validates a site's config and fills in what it leaves out. Every fault is an error, with its line:
 * a config is trusted and must be right.
 *
 * @param map what `warraq.yaml` says; empty where there is none
 */
export function readConfig(map: YamlMap, file: string): Outcome<Config> {
  const diagnostics: Diagnostic[] = [];

  function checked<T>(from: YamlMap, name: string, check: Check<T>, label = name): T | undefined {
    const entry = from.get(name);
    if (entry === undefined) return undefined;
    const result = check(entry.value);
    if ('value' in result) return result.value;
    const value = typeof entry.value === 'string' ? entry.value : '…';
    diagnostics.push({
      rule: 'config-value',
      severity: 'error',
      file,
      line: entry.line,
      values: { key: label, value, expected: result.expected },
    });
    return undefined;
  }

  function refuseUnknown(from: YamlMap, known: readonly string[], prefix: string): void {
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
  }

  const mapCheck: Check<YamlMap> = (value) =>
    value instanceof Map ? { value } : { expected: recoveryKeys.join(', ') };

  refuseUnknown(map, keys, '');
  const recovery = checked(map, 'recovery', mapCheck) ?? (new Map() as YamlMap);
  refuseUnknown(recovery, recoveryKeys, 'recovery.');
  const given = {
    name: checked(map, 'name', text),
    description: checked(map, 'description', text),
    language: checked(map, 'language', oneOf('ar', 'en')),
    region: checked(map, 'region', region),
    baseUrl: checked(map, 'baseUrl', baseUrl),
    permalink: checked(map, 'permalink', permalink),
  };
  const headings = checked(recovery, 'headings', boldness, 'recovery.headings');
  const paragraphs = checked(recovery, 'paragraphs', onOff, 'recovery.paragraphs');
  const usual = defineConfig(given.language === undefined ? {} : { language: given.language });
  const value: Config = {
    name: given.name ?? usual.name,
    description: given.description ?? usual.description,
    language: usual.language,
    region: given.region,
    baseUrl: given.baseUrl,
    permalink: given.permalink ?? usual.permalink,
    recovery: {
      headings: headings ?? usual.recovery.headings,
      paragraphs: paragraphs === undefined ? usual.recovery.paragraphs : paragraphs === 'on',
    },
  };
  return { value, diagnostics };
}
