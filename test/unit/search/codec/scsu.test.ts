import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scsuText } from '../../../../src/search/codec/scsu.ts';
import { scsuBytes, scsuWriter } from '../../../../src/search/codec/scsu-encode.ts';

test.each([
  ['', []],
  ['أهلا', [0xa3, 0xc7, 0xc4, 0xa7]],
  ['AB 12\n', [0x41, 0x42, 0x20, 0x31, 0x32, 0x0a]],
  ['«»', [0x01, 0xab, 0x01, 0xbb]],
  ['–…', [0x05, 0x13, 0x05, 0x26]],
  ['\u0001\u0013', [0x01, 0x01, 0x01, 0x13]],
  ['ﷺ', [0x0e, 0xfd, 0xfa]],
  ['کی', [0x03, 0xa9, 0x03, 0xcc]],
  ['😀', [0x0e, 0xd8, 0x3d, 0x0e, 0xde, 0x00]],
  ['\ufeffب', [0x0e, 0xfe, 0xff, 0xa8]],
])('%j is encoded as in the Standard Compression Scheme for Unicode', (text, bytes) => {
  expect([...scsuBytes(text)]).toEqual([0x1a, 0x0d, 0x13, ...bytes]);
  expect(scsuText(scsuBytes(text))).toBe(text);
});

test('every well-formed text is decoded to itself', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'العربية کیگ «» – … ۱٢3 ab\n\t\u0000\u001f\u007f\u0080\u00ff'),
      fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
    ),
  });
  fc.assert(
    fc.property(text, (given) => {
      expect(scsuText(scsuBytes(given))).toBe(given.toWellFormed());
    }),
    { numRuns: 2000 },
  );
});

test('a text is written as JSON has it', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ...'العربية «» – ab\n\t"\\\u0000\u001f\u007f\u0080',
        '\ud83d',
        '\ude00',
        '😀',
      ),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
  });
  const writer = scsuWriter();
  fc.assert(
    fc.property(text, (given) => {
      writer.take();
      writer.json(given);
      expect(writer.take()).toEqual(scsuBytes(JSON.stringify(given)));
    }),
    { numRuns: 2000 },
  );
});

test('any bytes are decoded without an error', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(typeof scsuText(bytes)).toBe('string');
    }),
  );
});
