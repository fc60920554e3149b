import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnKey } from '../../../src/import/columns.ts';
import { dateOrderDetector } from '../../../src/import/date-order.ts';
import { decodePage, feedEncoding } from '../../../src/import/encodings.ts';
import type { SeedMetadata } from '../../../src/import/imported-article.ts';
import { importKindOf } from '../../../src/import/kind.ts';
import { readDate } from '../../../src/import/read-date.ts';
import { seedText } from '../../../src/import/seed-text.ts';
import { cleanText } from '../../../src/sources/metadata-forms.ts';
import { readDocument } from '../../../src/sources/read-document.ts';

const seed = (metadata: SeedMetadata, body: string) =>
  seedText({ key: 'k', url: undefined, names: [], metadata, body, format: 'text' }, 'a.txt');

function readBack(text: string) {
  const bytes = new TextEncoder().encode(text);
  return readDocument({ path: 'a.txt', bytes }, () => '');
}

/** What reading repairs wherever it stands: presentation forms, signs without a shape, lost letters. */
const repaired = /[\u00ad\u061c\u200b\u200e\u200f\u2060-\u206f\ufb50-\ufdff\ufe70-\ufeff\ufffd]/g;

test('a build reads from a seed what was put into it, whatever content says', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(...`ا٣a1 :#'"-[]{},&*!|>%@\`?\n\t\\~=<ـ\u202e`),
      maxLength: 30,
    }),
    fc.constantFrom(
      '---',
      '- x',
      'null',
      'true',
      '~',
      '# x',
      'a: b',
      "it's",
      '*a',
      '!!js x',
      '2017',
      'a #b',
      'a:',
    ),
  );
  const hostile = anything.map((text) => text.replace(repaired, ''));
  const metadata = fc.record({
    title: hostile,
    standfirst: hostile,
    topics: fc.array(hostile, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(
      metadata,
      fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replace(repaired, '')),
      ({ title, standfirst, topics }, words) => {
        const body = `---\ntitle: سرقة\n---\n${words.toWellFormed().replace(/[^\P{Cc}\n]/gu, '')}نص\n`;
        const { value, diagnostics } = readBack(seed({ title, standfirst, topics }, body).value);
        const clean = (text: string): string => cleanText(text).text;
        const filled = topics.map(clean).filter((text) => text !== '');
        const expected = {
          ...(clean(title) === '' ? {} : { title: clean(title) }),
          ...(clean(standfirst) === '' ? {} : { standfirst: clean(standfirst) }),
          ...(filled.length === 0 ? {} : { topics: filled }),
        };
        expect(diagnostics).toEqual([]);
        expect(value?.metadata).toEqual(expected);
        expect(value?.text.trimStart()).toBe(body);
      },
    ),
    { numRuns: 400 },
  );
});

test('a seed without metadata does not take its text for such', () => {
  const { value } = readBack(seed({}, '---\ntitle: نص\n---\nوبعده\n').value);
  expect(value?.metadata).toEqual({});
  expect(value?.text).toContain('title: نص');
});

test('metadata that a build would not read to their end lose the longest value, and it is told', () => {
  const { value, diagnostics } = seed({ title: 'عنوان', standfirst: 'كلمة '.repeat(3000) }, 'نص\n');
  expect(diagnostics).toMatchObject([{ rule: 'import-too-long', values: { key: 'standfirst' } }]);
  expect(readBack(value).value?.metadata).toEqual({ title: 'عنوان' });
});

test('dates are read as programs and people write them, and no time zone moves a day', () => {
  const dates: readonly (readonly [written: string, date: string | undefined])[] = [
    ['2012-07-24 00:30:00', '2012-07-24'],
    ['2010-11-19T23:55:00-03:00', '2010-11-19'],
    ['Sat, 05 Jan 08 23:10:00 +0300', '2008-01-05'],
    ['Mon, 12 Dec 2017 08:00:00 GMT', '2017-12-12'],
    ['Dec 1st, 1999', '1999-12-01'],
    ['12 كانون الأول 2014', '2014-12-12'],
    ['الثلاثاء ١٢ كانون الأول (ديسمبر) ٢٠١٧', '2017-12-12'],
    ['3 من آذار/ مارس، 2011', '2011-03-03'],
    ['14 دجنبر 2009', '2009-12-14'],
    ['25/1/2011', '2011-01-25'],
    ['2017', '2017'],
    ['3/4/2011', undefined],
    ['31 فبراير 2011', undefined],
    ['أمس', undefined],
    ['0000-00-00 00:00:00', undefined],
  ];
  for (const [written, date] of dates) expect(readDate(written), written).toBe(date);
});

test('columns are known in Arabic and English, whatever their spelling', () => {
  const columns: readonly (readonly [name: string, key: string | undefined])[] = [
    ['تاريخ النشر', 'date'],
    ['النّص', 'text'],
    ['نص الخبر:', 'text'],
    ['الكَاتب', 'authors'],
    ['Publish_Date', 'date'],
    ['CONTENT', 'text'],
    ['كلمات مفتاحيه', 'topics'],
    ['العنوان الفرعى', 'standfirst'],
    ['standfirst', 'standfirst'],
    ['عدد المشاهدات', undefined],
    ['constructor', undefined],
    ['', undefined],
  ];
  for (const [name, key] of columns) expect(columnKey(name), name).toBe(key);
});

test('kinds are told by looking', () => {
  const wide = (text: string): string => `\xff\xfe${[...text].join('\0')}\0`;
  expect(
    importKindOf(
      '<?xml version="1.0"?><!-- <html> --><rss xmlns:wp="http://wordpress.org/export/1.2/">',
      'x',
    ),
  ).toBe('wordpress');
  expect(importKindOf('<rss version="2.0">', 'a.xml')).toBe('feed');
  expect(importKindOf(wide('<?xml version="1.0"?><feed xmlns="x">'), 'a.xml')).toBe('feed');
  expect(importKindOf('<!DOCTYPE html><html>', 'a')).toBe('html');
  expect(importKindOf('<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">', 'a.xml')).toBe(
    'html',
  );
  expect(importKindOf('عنوان;نص', 'a.csv')).toBe('csv');
  expect(importKindOf('%PDF-1.7', 'a.pdf')).toBeUndefined();
  expect(importKindOf('', 'a')).toBeUndefined();
});

test('the encoding is the declared one where there is such', () => {
  expect(feedEncoding('<?xml version="1.0" encoding="Windows-1256"?>', 'a.xml').value).toBe(
    'windows-1256',
  );
  expect(feedEncoding('<?xml version="1.0" encoding="klingon"?>', 'a.xml').value).toBe('utf-8');
  expect(feedEncoding('<?xml version="1.0" encoding="utf-16"?>', 'a.xml').value).toBe('utf-8');
  expect(feedEncoding('\xff\xfe<\0?\0', 'a.xml').value).toBe('utf-16le');
});

test('a page is decoded by its mark, its server, itself, and else as Arabic pages are', () => {
  const decoder = new TextDecoder('windows-1256');
  const windows1256 = (letter: string): number =>
    Array.from({ length: 256 }, (_, byte) => byte).findIndex(
      (byte) => decoder.decode(Uint8Array.of(byte)) === letter,
    );
  // «سلام» in Windows-1256.
  const old = Uint8Array.of(0xd3, 0xe1, 0xc7, 0xe3);
  const meta = (charset: string, bytes: Uint8Array): Uint8Array =>
    Buffer.concat([
      Buffer.from(`<meta http-equiv=x content="text/html; charset=${charset}">`),
      bytes,
    ]);
  const utf8 = Buffer.from('سلام');
  expect(decodePage(old, 'a.html').value).toBe('سلام');
  expect(decodePage(utf8, 'a.html').value).toBe('سلام');
  expect(decodePage(meta('windows-1256', old), 'a.html').value).toMatch(/سلام$/);
  expect(decodePage(meta('utf-8', utf8), 'a.html', 'klingon').value).toMatch(/سلام$/);
  expect(decodePage(meta('utf-8', old), 'a.html', 'windows-1256').value).toMatch(/سلام$/);
  // One that says of itself what it is not is read as seeds are, and that is told.
  const letters = 'سلام على من قرأ هذه الصفحة القديمة من أولها إلى آخرها';
  const oldLetters = Uint8Array.from(letters, (letter) => windows1256(letter));
  const wrong = decodePage(meta('utf-8', oldLetters), 'a.html');
  expect(wrong.value.endsWith(letters)).toBe(true);
  expect(wrong.diagnostics).toHaveLength(1);
  const feed = feedEncoding(`${Buffer.from(oldLetters).toString('latin1')}<a>`, 'a.xml');
  expect([feed.value, feed.diagnostics.length]).toEqual(['windows-1256', 1]);
});

test('dates of a table that may be two are read as the others show, where these agree', () => {
  const order = (...dates: readonly string[]) => {
    const witness = dateOrderDetector();
    const columns = { names: ['التاريخ', 'النص'], delimiter: ';' };
    const records = dates.map((date, i) => {
      return { ordinal: i + 1, line: i + 2, bytes: 1, text: `${date};نص` };
    });
    witness.push({ records, columns, diagnostics: [] });
    return witness.order();
  };
  expect(order('3/4/2011', '25/1/2011')).toBe('day');
  expect(order('٢٥/١/٢٠١١ 10:30')).toBe('day');
  expect(order('1/25/2011', '3/4/2011')).toBe('month');
  expect(order('1/25/2011', '25/1/2011')).toBeUndefined();
  expect(order('3/4/2011', '2011-01-25', '')).toBeUndefined();
  expect(readDate('3/4/2011', 'day')).toBe('2011-04-03');
  expect(readDate('3/4/2011 11:20', 'month')).toBe('2011-03-04');
  expect(readDate('31/31/2011', 'day')).toBeUndefined();
});
