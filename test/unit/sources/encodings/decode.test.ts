import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Encoding } from '../../../../src/model/article.ts';
import { maxSeedBytes } from '../../../../src/model/limits.ts';
import { decode } from '../../../../src/sources/encodings/decode.ts';

const text = 'القاهرة - رويترز\r\nقال المتحدث إن «الاجتماع» انتهى 😀.\n';

function encode(words: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(words);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${words}`);
  const marked = `\ufeff${words}`;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let index = 0; index < marked.length; index++) {
    view.setUint16(index * 2, marked.charCodeAt(index), encoding === 'utf-16le');
  }
  return new Uint8Array(view.buffer);
}

const error = (bytes: ArrayLike<number>) => {
  const { value, diagnostics } = decode(Uint8Array.from(bytes), 'a.txt');
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  return { rule: diagnostics[0]?.rule, ...diagnostics[0]?.values };
};

const encodings: readonly Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be'];

test.each(encodings)(
  '%s is recognised by its byte-order mark and decoded unchanged',
  (encoding) => {
    expect(decode(encode(text, encoding), 'a.txt')).toMatchObject({
      value: { text, encoding },
      diagnostics: [],
    });
  },
);

test('every well-formed text is decoded unchanged', () => {
  const words = fc.string({ unit: 'grapheme' }).map((each) => `أ${each}`);
  fc.assert(
    fc.property(words, fc.constantFrom(...encodings), (each, encoding) => {
      expect(decode(encode(each, encoding), 'a.txt').value).toMatchObject({ text: each, encoding });
    }),
  );
});

test('a second byte-order mark is part of the text', () => {
  expect(decode(encode('\ufeffنص', 'utf-8-bom'), 'a.txt').value?.text).toBe('\ufeffنص');
});

test('composed and decomposed letters are unchanged', () => {
  const letters = 'آ آ';
  expect(decode(encode(letters, 'utf-8'), 'a.txt').value?.text).toBe(letters);
});

test.each([
  ['overlong', [0xc0, 0xaf]],
  ['overlong of three', [0xe0, 0x80, 0xaf]],
  ['overlong of four', [0xf0, 0x80, 0x80, 0xaf]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['over U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
  ['a stray continuation', [0x80]],
  ['a truncated letter', [0xd8]],
  ['a truncated letter before another', [0xe2, 0x80, 0x41]],
  ['Windows-1256', [0xe3, 0xd5, 0xd1]],
  ['0xFF', [0xff]],
])('UTF-8 with %s is refused at the very byte', (_, bytes) => {
  const before = new TextEncoder().encode('قال أ');
  const offset = before.length;
  expect(error([...before, ...bytes])).toEqual({ rule: 'seed-undecodable', offset });
  const marked = [0xef, 0xbb, 0xbf, ...before, ...bytes, 0x20];
  expect(error(marked)).toEqual({ rule: 'seed-undecodable', offset: offset + 3 });
});

test.each([
  ['an odd length', [0xff, 0xfe, 0x2a, 0x06, 0x27], 4],
  ['a lone high surrogate', [0xff, 0xfe, 0x2a, 0x06, 0x3d, 0xd8, 0x2a, 0x06], 4],
  ['a high surrogate at the end', [0xfe, 0xff, 0x06, 0x2a, 0xd8, 0x3d], 4],
  ['a lone low surrogate', [0xfe, 0xff, 0xde, 0x00, 0x06, 0x2a], 2],
])('UTF-16 with %s is refused', (_, bytes, offset) => {
  expect(error(bytes)).toEqual({ rule: 'seed-undecodable', offset });
});

test('the scan for the first invalid byte agrees with the platform', () => {
  const bytes = fc.uint8Array({ maxLength: 40 });
  fc.assert(
    fc.property(bytes, (each) => {
      const { diagnostics } = decode(each, 'a.txt');
      const error = diagnostics[0];
      if (error?.rule !== 'seed-undecodable' || each[0] === 0xff || each[0] === 0xfe) return;
      const decoder = new TextDecoder('utf-8', { fatal: true });
      const { offset } = error.values;
      expect(() => decoder.decode(each.subarray(0, offset))).not.toThrow();
      expect(new TextDecoder().decode(each.subarray(offset))[0]).toBe('\ufffd');
    }),
    { numRuns: 2000 },
  );
});

test('an invalid byte at the end of the largest seed is found in linear time', () => {
  const bytes = new Uint8Array(maxSeedBytes).fill(0x20);
  bytes[maxSeedBytes - 1] = 0xff;
  expect(error(bytes)).toEqual({ rule: 'seed-undecodable', offset: maxSeedBytes - 1 });
});

test('files that are not text are rejected', () => {
  expect(error([0xd9, 0x82, 0x00, 0x41])).toEqual({ rule: 'seed-binary', offset: 2 });
  expect(error([0xff, 0xfe, 0x2a, 0x06, 0x00, 0x00])).toEqual({ rule: 'seed-binary', offset: 4 });
  const controls = [0xd9, 0x82, ...Array.from({ length: 20 }, () => 0x01)];
  expect(error(controls)).toEqual({ rule: 'seed-binary', offset: 2 });
});

test('a text with a stray control character is accepted', () => {
  const old = 'قال الوزير\u001a';
  expect(decode(encode(old, 'utf-8'), 'a.txt').value?.text).toBe(old);
});

test.each([
  ['nothing', []],
  ['a mark alone', [0xef, 0xbb, 0xbf]],
  ['a UTF-16 mark alone', [0xff, 0xfe]],
  ['white space', [0x20, 0x0a, 0xc2, 0xa0, 0x09]],
])('%s is an empty seed', (_, bytes) => {
  expect(error(bytes)).toEqual({ rule: 'seed-empty' });
});

test('a seed over the limit is rejected', () => {
  const bytes = maxSeedBytes + 1;
  expect(error(new Uint8Array(bytes).fill(0x41))).toEqual({
    rule: 'seed-too-large',
    bytes,
    limit: maxSeedBytes,
  });
});
