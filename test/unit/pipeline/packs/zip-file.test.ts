import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { openPack } from '../../../../src/check/read-pack.ts';
import { zipFile } from '../../../../src/pipeline/packs/zip-file.ts';

const text = Buffer.from('نص طويل يتكرر. '.repeat(50));
const members = [
  { name: 'خبر.txt', bytes: text },
  { name: 'short.txt', bytes: Buffer.from('x') },
  { name: 'empty.txt', bytes: Buffer.of() },
  { name: 'index.csv', bytes: Buffer.from('file') },
];

test('a ZIP file is read by another program; its list is the first in the directory', async () => {
  const bytes = Buffer.concat([...zipFile(members)]);
  const zip = await fromBufferPromise(bytes);
  const found: unknown[] = [];
  for await (const entry of zip.eachEntry()) {
    found.push([entry.fileName, entry.compressionMethod, entry.getLastModDate().getFullYear()]);
    const parts: Uint8Array[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
    const written = members.find(({ name }) => name === entry.fileName);
    expect(Buffer.concat(parts).equals(written?.bytes ?? Buffer.from('?'))).toBe(true);
  }
  expect(found).toEqual([
    ...[
      ['index.csv', 0, 1980],
      ['خبر.txt', 8, 1980],
    ],
    ...[
      ['short.txt', 0, 1980],
      ['empty.txt', 0, 1980],
    ],
  ]);
});

test('a member that is damaged, or not there, is not read', () => {
  const bytes = Buffer.concat([...zipFile(members)]);
  expect(openPack(bytes).read('خبر.txt')).toEqual(text);
  expect(openPack(bytes).read('none')).toBeUndefined();
  bytes[60] = 255 - (bytes[60] ?? 0);
  expect(openPack(bytes).read('خبر.txt')).toBeUndefined();
  expect(openPack(bytes).read('short.txt')).toEqual(Buffer.from('x'));
  expect(openPack(bytes.subarray(0, 100)).read('short.txt')).toBeUndefined();
  expect(openPack(Buffer.of()).read('short.txt')).toBeUndefined();
});

test('the window is no smaller than the text in it: the bytes are those of the largest one', () => {
  for (const size of [0, 1, 249, 250, 251, 700, 3834, 3835, 7930, 7931, 32_506, 32_507, 70_000]) {
    const bytes = Buffer.from(Array.from({ length: size }, (_, n) => ((n * n) % 251) & (n >> 5)));
    const file = Buffer.concat([...zipFile([{ name: 'a', bytes }])]);
    const packed = deflateRawSync(bytes, { level: 4, memLevel: 6 });
    if (packed.length >= size) continue;
    expect(file.subarray(31, 31 + packed.length).equals(packed)).toBe(true);
  }
});
