import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { defineConfig } from '../../../src/config/define.ts';
import type { Config } from '../../../src/model/config.ts';
import { type BuildKeys, buildKeys } from '../../../src/pipeline/build-keys.ts';
import {
  codeHash,
  codeRecord,
  hashesOf,
  programHash,
  recordedCodeHash,
  recordedHash,
} from '../../../src/pipeline/file-hashes.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});
const keysOf = (
  settings: Partial<Config> = {},
  { seeds = 'seeds', imported = [] as readonly string[], assets = ['a.css'] } = {},
): BuildKeys =>
  buildKeys({
    ...{ config: defineConfig(settings), seeds, assets, program: programHash() },
    ...{ templates: codeHash(join(folder, 'templates')), imported: hashesOf(imported) },
  });

function put(file: string, text: string): string {
  writeFiles(folder, { [file]: text });
  return join(folder, file);
}

/** Returns the keys that a change changes. */
function changedKeys(before: BuildKeys, after: BuildKeys): readonly string[] {
  return (['reading', 'rendering'] as const).filter((key) => before[key] !== after[key]);
}

test('the same program, settings and templates have the same keys', () => {
  put('templates/article.ts', 'export {}');
  expect(keysOf()).toEqual(keysOf());
});

test.each<[string, Partial<Config>, readonly string[]]>([
  ['a name', { name: 'أرشيف آخر' }, ['rendering']],
  ['the language', { language: 'en' }, ['rendering']],
  ['the region', { region: 'SY' }, ['rendering']],
  ['the address', { baseUrl: 'https://example.org/' }, ['rendering']],
  ['the permalink', { permalink: '{id}.html' }, ['reading', 'rendering']],
  [
    'the recovery',
    { recovery: { headings: 'off', paragraphs: true, metadata: true } },
    ['reading', 'rendering'],
  ],
  [
    'what the archive taught',
    {
      recovery: {
        ...{ headings: 'cautious', paragraphs: true, metadata: true },
        learned: { model: 'a', archive: undefined, sources: {} },
      },
    },
    ['reading'],
  ],
  [
    'how records are read',
    { records: { fields: { text: 'body' }, ignore: [], format: 'text' } },
    ['reading', 'rendering'],
  ],
])('a change of %s changes the keys that depend on it', (_, settings, expected) => {
  expect(changedKeys(keysOf(), keysOf(settings))).toEqual(expected);
});

test('another seeds folder changes the reading key', () => {
  expect(changedKeys(keysOf(), keysOf({}, { seeds: 'texts' }))).toEqual(['reading']);
});

test('a template that is added or changed changes the rendering key', () => {
  const none = keysOf();
  put('templates/article.ts', 'export const a = 1');
  const one = keysOf();
  put('templates/article.ts', 'export const a = 2');
  const changed = keysOf();
  put('templates/partials/more.ts', '');
  const two = keysOf();
  const all = [none, one, changed, two].map(({ rendering }) => rendering);
  expect(new Set(all).size).toBe(4);
  expect(new Set([none, one, changed, two].map(({ reading }) => reading)).size).toBe(1);
});

test('files that a template imports and style sheets change the rendering key', () => {
  const file = put('elsewhere.ts', 'export const a = 1');
  const before = keysOf({}, { imported: [file] });
  put('elsewhere.ts', 'export const a = 2');
  expect(changedKeys(before, keysOf({}, { imported: [file] }))).toEqual(['rendering']);
  rmSync(file);
  expect(changedKeys(before, keysOf({}, { imported: [file] }))).toEqual(['rendering']);
  expect(changedKeys(keysOf(), keysOf({}, { assets: ['b.css'] }))).toEqual(['rendering']);
});

test('the recorded hash of the program’s code is taken while its files have the published names and sizes', () => {
  put('program/cli/main.js', 'run();');
  put('program/build.js', 'export {}');
  const program = join(folder, 'program');
  const published = codeHash(program);
  expect(recordedCodeHash(program)).toBe(published);
  put(`program/${recordedHash}`, codeRecord(program));
  expect(codeHash(program)).toBe(published);
  // The files are not read: one of the same length is taken for the published one.
  put('program/build.js', 'export []');
  expect(recordedCodeHash(program)).toBe(published);
  put('program/build.js', 'export { };');
  expect(recordedCodeHash(program)).toBe(codeHash(program));
  put('program/build.js', 'export {}');
  put('program/more.js', '');
  expect(recordedCodeHash(program)).toBe(codeHash(program));
  expect(codeHash(program)).not.toBe(published);
});
