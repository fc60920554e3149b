import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LegacyEncoding, legacyEncodings } from '../../../../src/model/article.ts';
import { declaredEncoding } from '../../../../src/sources/encodings/declared.ts';
import { decode } from '../../../../src/sources/encodings/decode.ts';
import { decodeSingleByte, unitsOf } from '../../../../src/sources/encodings/single-byte.ts';
import { harbour, texts } from '../../../fixtures/damage/texts.ts';
import { encodeLegacy, repertoire } from '../../../support/encode.ts';

const arabic = legacyEncodings.filter((encoding) => encoding !== 'windows-1252');

/** A text limited to the letters of an encoding, with the substitutes used for missing ones. */
function fitting(text: string, encoding: LegacyEncoding): string {
  const letters = new Set(repertoire(encoding));
  return text
    .replace(/[«»]/g, (mark) => (letters.has(mark) ? mark : '"'))
    .replace(/[،؛؟]/g, (sign) => (letters.has(sign) ? sign : ','));
}

const given = (bytes: Uint8Array, hints = {}) => {
  const { value, diagnostics } = decode(bytes, 'a.txt', hints);
  return {
    text: value?.text,
    encoding: value?.encoding,
    said: diagnostics.map(({ rule }) => rule),
  };
};

for (const encoding of arabic) {
  for (const [name, text] of Object.entries(texts)) {
    test(`${name} in ${encoding} is told by how it reads`, () => {
      const fit = fitting(text, encoding);
      const { text: read, encoding: told, said } = given(encodeLegacy(fit, encoding));
      expect(read).toBe(fit);
      // ISO 8859-6 and Mac OS have the same bytes for letters.
      if (encoding !== 'mac-arabic') expect(told).toBe(encoding);
      expect(said).toEqual(['encoding-guessed']);
    });
  }

  test(`one line in ${encoding} is enough`, () => {
    const line = fitting('قال الوزير إن المفاوضات انتهت', encoding);
    expect(given(encodeLegacy(line, encoding)).text).toBe(line);
  });

  test(`${encoding} that the settings name is read without a word`, () => {
    const word = fitting('خبر', encoding);
    expect(given(encodeLegacy(word, encoding), { declared: encoding })).toEqual({
      text: word,
      encoding,
      said: [],
    });
  });

  test(`any text in the letters of ${encoding} comes back as it was`, () => {
    const all = repertoire(encoding).filter((letter) => letter >= ' ' || letter === '\n');
    const above = all.filter((letter) => letter >= '\u0080');
    const letters = fc.array(fc.constantFrom(...all), { maxLength: 60 });
    fc.assert(
      fc.property(letters, fc.constantFrom(...above), (before, last) => {
        const bytes = encodeLegacy(`${before.join('')}${last}`, encoding);
        expect(decodeSingleByte(bytes, encoding)).toBe(`${before.join('')}${last}`);
      }),
    );
  });
}

test('the tables of Windows-1256, Windows-1252 and ISO 8859-6 agree with the platform', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (const encoding of ['windows-1256', 'windows-1252', 'iso-8859-6'] as const) {
    const platform = [...new TextDecoder(encoding).decode(bytes)].map((letter) =>
      /[\u0080-\u009f]/.test(letter) ? 0xfffd : letter.charCodeAt(0),
    );
    expect([...unitsOf(encoding)], encoding).toEqual(platform);
  }
});

test('French, Spanish and German in Windows-1252 keep their accents', () => {
  for (const text of [
    'Le ministre a déclaré que l’été était très chaud à Béchar.',
    'El señor Muñoz llegó mañana a la reunión.',
    'Der Außenminister äußerte sich über die Gespräche.',
  ]) {
    expect(given(encodeLegacy(text, 'windows-1252')).text).toBe(text);
  }
});

test.each([
  ['Russian', 'zOjt6PHy8CDn4P/i6Os='],
  ['Chinese in GBK', 'sr+zpMu1zLjF0MO709C94bn7'],
  ['Japanese in Shift JIS', 'keWQYoLNgUGM8I/CgqqQrIpJgrWCvQ=='],
])('%s is refused, not read as Arabic', (_, base64) => {
  expect(given(Buffer.from(base64, 'base64')).said).toEqual(['seed-undecodable']);
});

test('a text too short to be certain is decoded in the likelier encoding, with a warning that names the other', () => {
  const { text, said } = given(encodeLegacy('نهر', 'windows-1256'));
  expect(text).toBeDefined();
  expect(said).toEqual(['encoding-undecided']);
});

test('neighbouring texts decide the encoding of a text that is too short', () => {
  for (const encoding of arabic) {
    for (const word of ['نهر', 'ضوء', 'فلك', 'كلمة']) {
      const read = given(encodeLegacy(word, encoding), { neighbours: () => encoding });
      expect(read, encoding).toEqual({ text: word, encoding, said: ['encoding-guessed'] });
    }
  }
});

test('neighbouring texts are not examined where a text determines its encoding', () => {
  const neighbours = () => {
    throw new Error('asked');
  };
  expect(given(encodeLegacy(harbour, 'windows-1256'), { neighbours }).text).toBe(harbour);
  expect(given(new TextEncoder().encode('ملك'), { neighbours }).text).toBe('ملك');
});

test('UTF-16 without a byte-order mark is detected by its bytes', () => {
  for (const words of [harbour, 'خبر', 'Plain English, no mark.']) {
    const little = Buffer.from(words, 'utf16le');
    expect(given(little)).toMatchObject({ text: words, encoding: 'utf-16le' });
    const big = Buffer.from(little).swap16();
    expect(given(big)).toMatchObject({ text: words, encoding: 'utf-16be' });
    expect(given(big).said).toEqual(['encoding-guessed']);
  }
});

test('a declared encoding applies to the file, the nearest folder or all files', () => {
  const encodings = { '': 'cp720', old: 'windows-1256', 'old/a.csv': 'mac-arabic' } as const;
  const of = (path: string) => declaredEncoding(path, encodings);
  expect([of('x.txt'), of('old/y/x.txt'), of('old/a.csv'), of('older/x.txt')]).toEqual([
    ...['cp720', 'windows-1256', 'mac-arabic', 'cp720'],
  ]);
  expect(declaredEncoding('a/b', {})).toBeUndefined();
});
