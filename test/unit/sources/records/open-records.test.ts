import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import type { RecordForm } from '../../../../src/model/record.ts';
import { openRecords } from '../../../../src/sources/records/open-records.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});
async function read(name: string, form: RecordForm, gzipped = false) {
  const seed = { path: name, absolute: join(folder, name), records: form, gzipped };
  const [texts, rules]: [string[], string[]] = [[], []];
  for await (const { records, diagnostics } of openRecords(seed)) {
    texts.push(...records.map(({ text }) => text));
    rules.push(...diagnostics.map(({ rule }) => rule));
  }
  return { texts, rules };
}

const lines = Array.from({ length: 5000 }, (_, i) => `{"id":"a${i}","text":"خبر رقم ${i}"}`);

test('a gzip seed is read like an uncompressed one', async () => {
  writeFileSync(join(folder, 'a.jsonl'), lines.join('\n'));
  writeFileSync(join(folder, 'a.jsonl.gz'), gzipSync(lines.join('\n')));
  expect(await read('a.jsonl', 'jsonl')).toEqual({ texts: lines, rules: [] });
  expect(await read('a.jsonl.gz', 'jsonl', true)).toEqual({ texts: lines, rules: [] });
});

test('concatenated gzip members are one seed', async () => {
  const halves = [lines.slice(0, 9), lines.slice(9)].map((half) =>
    gzipSync(`${half.join('\n')}\n`),
  );
  writeFileSync(join(folder, 'a.jsonl.gz'), Buffer.concat(halves));
  expect(await read('a.jsonl.gz', 'jsonl', true)).toEqual({ texts: lines, rules: [] });
});

test('a truncated gzip seed is read up to the error, which is reported', async () => {
  const packed = gzipSync(lines.join('\n'));
  writeFileSync(join(folder, 'a.jsonl.gz'), packed.subarray(0, packed.length / 2));
  const { texts, rules } = await read('a.jsonl.gz', 'jsonl', true);
  expect(texts.length).toBeGreaterThan(100);
  expect(texts).toEqual(lines.slice(0, texts.length));
  expect(rules).toEqual(['gzip-damaged']);
});

test('a file named .gz that is not gzip is reported', async () => {
  writeFileSync(join(folder, 'a.jsonl.gz'), lines.join('\n'));
  expect(await read('a.jsonl.gz', 'jsonl', true)).toEqual({
    texts: [],
    rules: ['gzip-damaged'],
  });
});

test('UTF-16 is read with and without a byte-order mark, which is not part of the first record', async () => {
  const [first = ''] = lines;
  writeFileSync(join(folder, 'a.jsonl'), `\ufeff${first}`);
  expect((await read('a.jsonl', 'jsonl')).texts).toEqual([first]);
  const table = 'title\ttext\nأ\tب\n';
  writeFileSync(join(folder, 'le.tsv'), Buffer.from(`\ufeff${table}`, 'utf16le'));
  writeFileSync(join(folder, 'be.tsv'), Buffer.from(`\ufeff${table}`, 'utf16le').swap16());
  writeFileSync(join(folder, 'le-bare.tsv'), Buffer.from(table, 'utf16le'));
  writeFileSync(join(folder, 'be-bare.tsv'), Buffer.from(table, 'utf16le').swap16());
  for (const name of ['le', 'be', 'le-bare', 'be-bare']) {
    expect((await read(`${name}.tsv`, 'tsv')).texts, name).toEqual(['أ\tب']);
  }
});

test('an empty seed has no records', async () => {
  for (const content of ['', '\n', '[]', '\ufeff']) {
    writeFileSync(join(folder, 'a.json'), content);
    expect(await read('a.json', 'json')).toEqual({ texts: [], rules: [] });
  }
});

test('a missing file and a file replaced by a link are reported and not followed', async () => {
  expect((await read('gone.jsonl', 'jsonl')).rules).toEqual(['seed-unreadable']);
  writeFileSync(join(folder, 'a.jsonl'), lines.join('\n'));
  symlinkSync(join(folder, 'a.jsonl'), join(folder, 'link.jsonl'));
  expect((await read('link.jsonl', 'jsonl')).texts).toEqual([]);
});

test('stopping early closes the file', async () => {
  writeFileSync(join(folder, 'a.jsonl'), lines.join('\n').repeat(20));
  const seed = { path: 'a.jsonl', absolute: join(folder, 'a.jsonl'), records: 'jsonl' as const };
  for (let i = 0; i < 2000; i += 1) {
    for await (const _ of openRecords(seed)) break;
  }
});
