import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSingleByte } from '../../../../src/sources/encodings/single-byte.ts';
import { repairText } from '../../../../src/sources/repair/repair.ts';
import { harbour, library, texts, weather } from '../../../fixtures/damage/texts.ts';
import { repertoire } from '../../../support/encode.ts';

const given = (text: string) => {
  const { diagnostics, ...rest } = repairText(text, { file: 'a.txt', line: 1, hasLines: true });
  const reported = diagnostics.map(({ rule, line, values }) => ({ rule, line, ...values }));
  return { ...rest, reported };
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const asWindows1256 = (text: string): string => decodeSingleByte(bytesOf(text), 'windows-1256');
const asLatin1 = (text: string): string => Buffer.from(text).toString('latin1');
const asWindows1252 = (text: string): string =>
  new TextDecoder('windows-1252').decode(bytesOf(text));

const filled = (text: string): number => text.split('\n').filter((line) => line !== '').length;

test('undamaged texts are returned unchanged and without diagnostics', () => {
  for (const text of [
    ...Object.values(texts),
    'ذكرت BBC أن «الاجتماع» انتهى… وبقي 50% من العمل (١٢ بندًا).',
    'می‌خواهم کتاب بخوانم، پس چرا نمی‌آیی؟',
    'عُقد اللقاء في ١٤٣٩ هـ، و﴿قل هو الله أحد﴾ ﷺ',
    'فريق من العلماء 👩‍🔬 زار المدينة 🇪🇬',
    'آ آ العـــربية',
    'Le café «Étoile» à Paris, Ærøskøbing, naïve — § 5, ±3 °C',
    'غ؟ ط، ع» ظ… ط§ واحدة',
    'قال \u2067NATO\u2069 و\u2066منظمة\u2069',
  ]) {
    expect(given(text)).toMatchObject({ text, repairs: [], reported: [] });
  }
});

describe('double encoding', () => {
  test.each([
    ['Windows-1256', asWindows1256],
    ['Latin-1', asLatin1],
    ['Windows-1252', asWindows1252],
    ['Windows-1256, and once more', (text: string) => asWindows1256(asWindows1256(text))],
  ])('as %s are restored, text by text', (_, damage) => {
    for (const text of Object.values(texts)) {
      const { text: read, repairs, reported } = given(damage(text));
      expect(read).toBe(text);
      expect(repairs).toEqual([{ kind: 'double-encoding', count: filled(text) }]);
      expect(reported).toEqual([{ rule: 'text-double-encoding', line: 1, lines: filled(text) }]);
    }
  });

  test('is repaired in a single line, which is reported', () => {
    const [first = '', second = ''] = harbour.split('\n');
    const { text, reported } = given(`${first}\n${asWindows1256(second)}\n${library}`);
    expect(text).toBe(`${first}\n${second}\n${library}`);
    expect(reported).toEqual([{ rule: 'text-double-encoding', line: 2, lines: 1 }]);
  });

  test('is repaired in lines too short to be certain where most others were repaired', () => {
    const text = `${harbour}\u00a0\nلا\n`;
    expect(given(asWindows1256(text)).text).toBe(text);
    expect(given(`${harbour}غ؟\n`).text).toBe(`${harbour}غ؟\n`);
  });

  test('is repaired in one field', () => {
    expect(given(asWindows1256('عودة الصيادين')).text).toBe('عودة الصيادين');
    expect(given(asLatin1('عودة الصيادين')).text).toBe('عودة الصيادين');
  });

  test('is repaired in a line that also has intact letters', () => {
    const half = `${asWindows1256('عاد الصيادون')} — ثم انصرفوا`;
    expect(given(half).text).toBe('عاد الصيادون — ثم انصرفوا');
  });

  test('is not assumed in texts of other languages', () => {
    const russian = asLatin1('Москва');
    expect(given(russian).text).toBe(russian);
  });
});

describe('presentation forms', () => {
  test.each([
    ['ﺍﻟﻌﺮﺑﻴﺔ', 'العربية'],
    ['ﻻ ﺇﻟﻪ ﺇﻻ ﷲ', 'لا إله إلا الله'],
    ['ﻷﻧﻪ ﻵﺧﺮ ﻹﻳﺠﺎﺩ', 'لأنه لآخر لإيجاد'],
    ['ﻛﺘﺎﺏﹲ', 'كتابٌ'],
    ['ﭘﺎﺭﻙ ﭼﺎﻱ', 'پارك چاي'],
  ])('%s is %s', (shapes, letters) => {
    expect(given(shapes).text).toBe(letters);
  });

  test('are counted and reported with their line', () => {
    expect(given('نص\nﻻ ﻻ')).toMatchObject({
      repairs: [{ kind: 'presentation-forms', count: 2 }],
      reported: [{ rule: 'text-presentation-forms', line: 2, count: 2 }],
    });
  });

  test('are the only characters that are normalised by NFKC', () => {
    expect(given('ﻻ ½ ² ﬁ … Ⅳ ﴿﴾ ﷺ').text).toBe('لا ½ ² ﬁ … Ⅳ ﴿﴾ ﷺ');
  });
});

const mirrored: Readonly<Record<string, string>> = { '«': '»', '»': '«', '(': ')', ')': '(' };

/** A line in visual order, left to right. */
const onScreen = (line: string): string =>
  [...line.replace(/\d+|[A-Za-z]+(?: [A-Za-z]+)*/g, (run) => [...run].reverse().join(''))]
    .reverse()
    .map((letter) => mirrored[letter] ?? letter)
    .join('');

describe('visual order', () => {
  test('becomes logical order, with numbers, Latin words and brackets', () => {
    const text = `${harbour}ذكرت BBC World Service (القاهرة) أن 30 مركبًا خرجت في عام 1998.`;
    const { text: read, reported } = given(text.split('\n').map(onScreen).join('\n'));
    expect(read).toBe(text);
    expect(reported).toEqual([{ rule: 'text-visual-order', line: 1, lines: 4 }]);
  });

  test('is detected in presentation forms as well', () => {
    const { text } = given('ﺔﻴﺑﺮﻌﻟﺍ ﺔﻐﻠﻟﺍ ﻲﻓ ﺔﺒﺘﻜﻣ ﺔﻨﻳﺪﻤﻟﺍ ﻂﺳﻭ ﺔﺣﺎﺴﻟﺍ ﻲﻓ');
    expect(text).toBe('في الساحة وسط المدينة مكتبة في اللغة العربية');
  });

  test('is left unchanged, with a warning, where lines were joined or only some are reversed', () => {
    const joined = [...harbour, ...library, ...weather].reverse().join('').replaceAll('\n', ' ');
    expect(given(joined)).toMatchObject({
      text: joined,
      reported: [{ rule: 'text-order-doubtful' }],
    });
    const [first = ''] = library.split('\n');
    const partly = `${onScreen(first)}\n${harbour}${weather}${harbour}`;
    expect(given(partly)).toMatchObject({
      text: partly,
      reported: [{ rule: 'text-order-doubtful', line: 1 }],
    });
  });
});

describe('invisible characters', () => {
  test.each([
    ['NUL', 'نص\0 قصير', 'نص قصير'],
    ['a soft hyphen', 'مست\u00adشفى', 'مستشفى'],
    ['a zero-width space', 'في\u200b المدينة', 'في المدينة'],
    ['a byte-order mark within the text', 'نص\ufeffآخر', 'نصآخر'],
    ['an override', 'قال \u202eالوزير\u202c', 'قال الوزير'],
    ['an embedding', '\u202bقال الوزير\u202c', 'قال الوزير'],
    ['a mark beside letters', 'قال\u200f الوزير\u200f', 'قال الوزير'],
    ['a mark of Arabic letters', 'قال\u061c الوزير', 'قال الوزير'],
    ['a left mark at a Latin word', 'شركة BBC\u200e في', 'شركة BBC في'],
    ['an isolate that nobody closed', 'قال \u2067الوزير', 'قال الوزير'],
    ['a closing that nothing opened', 'قال\u2069 الوزير', 'قال الوزير'],
    ['an empty isolate', 'قال \u2067\u2069الوزير', 'قال الوزير'],
    ['an isolate across lines', 'قال \u2067\nالوزير\u2069', 'قال \nالوزير'],
    ['a joiner beside nothing', 'قال \u200d الوزير', 'قال  الوزير'],
    ['a word joiner', 'قال\u2060 الوزير', 'قال الوزير'],
  ])('%s goes, with a word', (_, text, visible) => {
    const repaired = given(text);
    expect(repaired.text).toBe(visible);
    expect(repaired.repairs).toEqual([
      { kind: 'invisible-characters', count: text.length - visible.length },
    ]);
    expect(repaired.reported).toMatchObject([{ rule: 'text-invisible', line: 1 }]);
  });

  test.each([
    ['a zero-width non-joiner', 'می\u200cخواهم'],
    ['a joiner at a letter', '1439 ه\u200d'],
    ['a joiner of emoji', '👩\u200d🔬'],
    ['an isolate with words', 'قال \u2067NATO\u2069 اليوم'],
    ['a left mark before a sign', 'هاتف \u200e+20'],
    ['a right mark between digits and a sign', '50\u200f%'],
  ])('%s stays', (_, text) => {
    expect(given(text)).toMatchObject({ text, reported: [] });
  });
});

test('replacement characters in the original text are reported', () => {
  expect(given('نص\nفيه \ufffd و\ufffd')).toMatchObject({
    text: 'نص\nفيه \ufffd و\ufffd',
    reported: [{ rule: 'text-replacements', line: 2, count: 2 }],
  });
});

test('a text of Arabic letters is never changed, and no text loses a letter', () => {
  const letters = repertoire('iso-8859-6').filter((letter) => /[\p{L}\p{M}\p{N} \n]/u.test(letter));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters)), (units) => {
      const text = units.join('').replaceAll(' ة', ' ');
      expect(given(text)).toMatchObject({ text, reported: [] });
    }),
  );
  const bag = (text: string): string =>
    [...text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
  const strange = fc.constantFrom(
    'ﻻ',
    '\u202e',
    '\u200f',
    '\u00ad',
    '«',
    'ة',
    ' ة',
    'ب',
    ' ',
    '\n',
    '9',
    'x',
    '\u2067',
    '\u2069',
    '😀',
    '\0',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(strange, fc.string({ unit: 'grapheme', maxLength: 3 })), {
        maxLength: 200,
      }),
      (parts) => {
        const text = parts.join('');
        expect(bag(given(text).text)).toBe(bag(text));
      },
    ),
    { numRuns: 500 },
  );
});

test('hostile texts are examined in linear time', () => {
  const size = 400_000;
  for (const text of [
    asWindows1256('عاد الصيادون إلى الميناء ').repeat(size / 50),
    `ط§${'a'.repeat(size)}`.repeat(2),
    'ط§ '.repeat(size),
    '\u2067'.repeat(size),
    'ﻻ'.repeat(size),
    `${'ةيبرعلا '.repeat(size / 8)}\u202e`,
    'ة\n'.repeat(size),
  ]) {
    const start = performance.now();
    given(text);
    expect(performance.now() - start, text.slice(0, 20)).toBeLessThan(3000);
  }
});
