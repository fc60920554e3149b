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

const member = (from: number, to: number): Buffer =>
  gzipSync(`${lines.slice(from, to).join('\n')}\n`);

test('what follows a gzip file that is no gzip is reported, and every record before it is read', async () => {
  writeFileSync(join(folder, 'a.jsonl.gz'), Buffer.concat([member(0, 3), Buffer.alloc(300, 0x78)]));
  const { texts, rules } = await read('a.jsonl.gz', 'jsonl', true);
  expect(texts).toEqual(lines.slice(0, 3));
  expect(rules).toEqual(['gzip-damaged']);
});

test('zeros after a gzip member are padding, also before another member', async () => {
  const packed = [member(0, 3), Buffer.alloc(300), member(3, 5), Buffer.alloc(512)];
  writeFileSync(join(folder, 'a.jsonl.gz'), Buffer.concat(packed));
  expect(await read('a.jsonl.gz', 'jsonl', true)).toEqual({ texts: lines.slice(0, 5), rules: [] });
});

test('a damaged member costs no record of the members before and after it', async () => {
  const damaged = member(3, 600);
  damaged.fill(0xff, damaged.length / 2, damaged.length / 2 + 40);
  const packed = [member(0, 3), damaged, Buffer.from('garbage'), member(600, 603)];
  writeFileSync(join(folder, 'a.jsonl.gz'), Buffer.concat(packed));
  const { texts, rules } = await read('a.jsonl.gz', 'jsonl', true);
  expect(texts.slice(0, 200)).toEqual(lines.slice(0, 200));
  expect(texts.slice(-3)).toEqual(lines.slice(600, 603));
  expect(rules).toContain('gzip-damaged');
});

test('a wrong checksum is reported, and the text is read', async () => {
  const wrong = member(0, 4);
  wrong[wrong.length - 6] = (wrong[wrong.length - 6] ?? 0) ^ 1;
  writeFileSync(join(folder, 'a.jsonl.gz'), Buffer.concat([wrong, member(4, 6)]));
  const { texts, rules } = await read('a.jsonl.gz', 'jsonl', true);
  expect([texts, rules]).toEqual([lines.slice(0, 6), ['gzip-damaged']]);
});

test('a quotation mark that is never closed costs its row only', async () => {
  const rows = ['أ,"نص أول"', 'ب,"نص بلا ختام', 'ج,"عنوان, ونص"', 'د,نص'];
  writeFileSync(join(folder, 'a.csv'), `title,text\n${rows.join('\n')}\n`);
  const { texts, rules } = await read('a.csv', 'csv');
  expect([texts, rules]).toEqual([[rows[0], rows[2], rows[3]], ['csv-quote']]);
});

test('a broken value of JSON on one line costs that value only', async () => {
  const values = lines.slice(0, 5);
  const broken = values.map((value, i) => (i === 2 ? value.slice(0, -2) : value)).join(',');
  writeFileSync(join(folder, 'a.json'), `[${broken}]`);
  const { texts, rules } = await read('a.json', 'json');
  expect(texts).toEqual([values[0], values[1], values[3], values[4]]);
  expect(rules).toEqual(['record-syntax']);
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
