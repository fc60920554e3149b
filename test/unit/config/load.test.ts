import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ConfigError, loadConfig } from '../../../src/config/load.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let root = '';

beforeEach(() => {
  root = temporaryFolder();
});

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(root, name), content);
}

/** The errors for which the settings are rejected. */
function configErrors(): readonly string[] {
  try {
    loadConfig({ root });
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.diagnostics.map(({ rule, line, file }) => `${file}:${line} ${rule}`);
    }
    throw error;
  }
  return [];
}

function errorsOf(content: string | Uint8Array): readonly string[] {
  write('warraq.yaml', content);
  return configErrors();
}

test('a missing settings file is an error only where it was named', () => {
  expect(loadConfig({ root }).value.language).toBe('ar');
  expect(() => loadConfig({ root, config: join(root, 'none.yaml') })).toThrow(ConfigError);
});

test('a byte-order mark is no part of the first key', () => {
  write('warraq.yaml', '\uFEFFname: أرشيف');
  expect(loadConfig({ root }).value.name).toBe('أرشيف');
});

test('all errors are reported together, in the order of their lines, with those of YAML', () => {
  expect(errorsOf('region: XX\nlanguage: qaa\n')).toEqual([
    'warraq.yaml:1 config-value',
    'warraq.yaml:2 config-value',
  ]);
  expect(errorsOf('- a\n- b\n')).toEqual(['warraq.yaml:1 yaml-not-a-map']);
});

test('a duplicate key is an error', () => {
  expect(errorsOf('name: أ\nname: ب\n')).toEqual(['warraq.yaml:2 yaml-duplicate-key']);
});

test('settings that are not UTF-8 are rejected, not read in another encoding', () => {
  expect(errorsOf(Buffer.from([...Buffer.from('name: '), 0xc7, 0xe1, 0x0a])).length).toBe(1);
});

test('the authority file is a list, or a map with the key subjects', () => {
  write('authority.yaml', '- name: النيل\n');
  const list = loadConfig({ root });
  write('authority.yaml', 'subjects:\n  - name: النيل\n');
  expect(loadConfig({ root })).toEqual(list);
  expect(list.value.authority.map(({ name }) => name)).toEqual(['النيل']);
  expect(list.diagnostics).toEqual([]);
});

test('an authority file of the old name gives the same settings, with a hint to rename it', () => {
  write('authority.yaml', '- name: النيل\n');
  const { value } = loadConfig({ root });
  rmSync(join(root, 'authority.yaml'));
  write('subjects.yaml', '- name: النيل\n');
  const hint = { rule: 'authority-file-old-name', severity: 'warning', file: 'subjects.yaml' };
  expect(loadConfig({ root })).toEqual({
    value,
    diagnostics: [{ ...hint, values: { name: 'authority.yaml' } }],
  });
  write('subjects.yaml', '- nom: النيل\n');
  expect(configErrors()[0]).toMatch('subjects.yaml:1 config-unknown-key');
});

test('authority files of both names are an error', () => {
  write('authority.yaml', '- name: النيل\n');
  write('subjects.yaml', '- name: النيل\n');
  expect(configErrors()).toEqual(['authority.yaml:undefined authority-file-twice']);
});
