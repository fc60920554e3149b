import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../../src/model/diagnostic.ts';
import { decode } from '../../../../src/sources/encodings/decode.ts';
import { harbour, library, weather } from '../../../fixtures/damage/texts.ts';
import { encodeLegacy } from '../../../support/encode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const windows = (text: string): Uint8Array => encodeLegacy(text, 'windows-1256');

const given = (...parts: readonly Uint8Array[]) => {
  const { value, diagnostics } = decode(Buffer.concat(parts), 'a.txt');
  const word = ({ rule, line, values }: Diagnostic) => ({ rule, line, ...values });
  return { ...value, said: diagnostics.map(word) };
};

const encoding = 'windows-1256';

test('lines of Windows-1256 in a UTF-8 text are decoded and reported by line', () => {
  const read = given(utf8(harbour), windows(library), utf8(weather));
  expect(read.text).toBe(harbour + library + weather);
  expect(read.encoding).toBe('utf-8');
  expect(read.repairs).toEqual([{ kind: 'mixed-encodings', count: 2, encoding }]);
  expect(read.said).toEqual([{ rule: 'encoding-mixed', line: 5, encoding, lines: 2 }]);
});

test('lines of UTF-8 in a Windows-1256 text are decoded, and the others reported', () => {
  const read = given(windows(harbour), utf8(library));
  expect(read.text).toBe(harbour + library);
  expect(read.said).toEqual([
    { rule: 'encoding-mixed', line: 1, encoding, lines: 2 },
    { rule: 'encoding-mixed', line: 4, encoding, lines: 1 },
  ]);
});

test('a UTF-8 quotation within a line of Windows-1256 is decoded', () => {
  const [before, quoted, after] = ['قال رئيس المجلس: ', '«لا زيادة في الرسوم»', ' وانصرف الحضور'];
  const read = given(windows(before), utf8(quoted), windows(after));
  expect(read.text).toBe(before + quoted + after);
  expect(read.said).toEqual([{ rule: 'encoding-mixed', line: 1, encoding, lines: 1 }]);
});

test('lines after a byte-order mark may have another encoding', () => {
  const read = given(utf8(`\ufeff${library}`), windows(weather));
  expect(read).toMatchObject({ text: library + weather, encoding: 'utf-8-bom' });
});

test('the first eight line ranges are reported one by one, the rest together', () => {
  const pairs = Array.from({ length: 12 }, () => [
    utf8(`${library.split('\n')[0]}\n`),
    windows('انتهى الاجتماع من دون اتفاق\n'),
  ]);
  const { said } = given(...pairs.flat());
  expect(said).toHaveLength(9);
  expect(said.at(-1)).toEqual({ rule: 'encoding-mixed', line: 18, encoding, lines: 4 });
});

test('text that is valid UTF-8 is not assumed to be of another encoding', () => {
  // «هذا», «عدد», «عبر» and «عشر» in CP720 are ideographs in UTF-8.
  const line = 'هذا عدد عبر عشر مدن يجد الناس\n';
  const read = given(encodeLegacy(line.repeat(3), 'cp720'));
  expect(read).toMatchObject({ text: line.repeat(3), encoding: 'cp720' });
});

test('a truncated letter is reported as lost, with its position', () => {
  const bytes = utf8(harbour.trim());
  const cut = given(bytes.subarray(0, bytes.length - 4), Uint8Array.of(0xd8));
  expect(cut.text).toBe(`${harbour.trim().slice(0, -3)}\ufffd`);
  expect(cut.repairs).toEqual([{ kind: 'lost-bytes', count: 1 }]);
  const offset = bytes.length - 4;
  expect(cut.said).toEqual([{ rule: 'seed-bytes-lost', line: 4, offset, count: 1 }]);
});

test('a text with a lost letter in every word is rejected', () => {
  const broken = Buffer.concat(
    harbour.split(' ').flatMap((word) => [utf8(word), Uint8Array.of(0xd8, 0x20)]),
  );
  expect(given(broken).said).toMatchObject([{ rule: 'seed-undecodable' }]);
});

test('two letters valid in both encodings are decoded as the rest suggests', () => {
  // «ط§» in Windows-1256 are the bytes of «ا» in UTF-8.
  const read = given(windows(`${harbour}ا\n`));
  expect(read).toMatchObject({ text: `${harbour}ا\n`, encoding });
});

test('it never throws, and every U+FFFD in the result is reported', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.uint8Array({ maxLength: 12 }),
          fc.constantFrom(harbour, library).map(utf8),
          fc.constantFrom(harbour, weather).map(windows),
        ),
        { maxLength: 6 },
      ),
      (parts) => {
        const { text, said } = given(...parts);
        if (text?.includes('\ufffd') !== true || said.length === 0) return;
        const isOwn = Buffer.concat(parts).includes('\ufffd');
        const isWide = said.some(({ rule }) => rule === 'encoding-guessed');
        if (!isOwn && !isWide) expect(said.map(({ rule }) => rule)).toContain('seed-bytes-lost');
      },
    ),
    { numRuns: 1000 },
  );
});
