import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gzipOfPieces, gzipPiece } from '../../../src/publish/gzip-pieces.ts';

const texts: readonly (readonly string[])[] = [
  [],
  [''],
  ['سطر واحد\n'],
  ['\uFEFFid,title\r\n', '', 'سطر\n'.repeat(5000), 'a', 'x'.repeat(70_001)],
  Array.from({ length: 40 }, (_, n) => `${n}`.repeat(n * 37)),
];

test.each(texts.map((parts) => [parts] as const))('parts are one gzip file', async (parts) => {
  const file = Buffer.concat([
    ...gzipOfPieces(parts.map((text) => gzipPiece(Buffer.from(text), 4))),
  ]);
  expect(gunzipSync(file).toString()).toBe(parts.join(''));
  // One member: browsers read no further.
  const stream = new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'));
  expect(Buffer.from(await new Response(stream).arrayBuffer()).toString()).toBe(parts.join(''));
});
