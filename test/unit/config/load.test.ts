import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ConfigError, loadConfig } from '../../../src/config/load.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let root = '';

beforeEach(() => {
  root = temporaryFolder();
});

function load(content: string | Uint8Array) {
  writeFileSync(join(root, 'warraq.yaml'), content);
  return loadConfig({ root });
}

/** The rules of the faults for which a config is refused. */
function refusal(content: string | Uint8Array): readonly string[] {
  try {
    load(content);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.diagnostics.map(({ rule, line, file }) => `${file}:${line} ${rule}`);
    }
    throw error;
  }
  return [];
}

test('a config that is not there is no error, unless it was asked for', () => {
  expect(loadConfig({ root }).language).toBe('ar');
  expect(() => loadConfig({ root, config: join(root, 'none.yaml') })).toThrow(ConfigError);
});

test('a byte-order mark is no part of the first key', () => {
  expect(load('\uFEFFname: أرشيف').name).toBe('أرشيف');
});

test('every error is told at once, in the order of its lines, those of YAML too', () => {
  expect(refusal('region: XX\nlanguage: fr\n')).toEqual([
    'warraq.yaml:1 config-value',
    'warraq.yaml:2 config-value',
  ]);
  expect(refusal('- a\n- b\n')).toEqual(['warraq.yaml:1 yaml-not-a-map']);
});

test('a key that stands twice is not passed over in silence', () => {
  expect(refusal('name: أ\nname: ب\n')).toEqual(['warraq.yaml:2 yaml-duplicate-key']);
});

test('a config that is not UTF-8 is refused, not read with other letters', () => {
  expect(refusal(Buffer.from([...Buffer.from('name: '), 0xc7, 0xe1, 0x0a])).length).toBe(1);
});
