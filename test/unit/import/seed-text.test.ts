import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePage, feedEncoding } from '../../../src/import/encodings.ts';
import type { SeedMetadata } from '../../../src/import/imported-article.ts';
import { lookAtFile } from '../../../src/import/look-at-file.ts';
import { readDate } from '../../../src/import/read-date.ts';
import { seedText } from '../../../src/import/seed-text.ts';
import { cleanText } from '../../../src/sources/metadata-forms.ts';
import { readDocument } from '../../../src/sources/read-document.ts';
import { columnKey } from '../../../src/sources/records/columns.ts';
import { tableDates } from '../../../src/sources/records/table-dates.ts';

const seed = (metadata: SeedMetadata, body: string) =>
  seedText({ key: 'k', url: undefined, names: [], metadata, body, format: 'text' }, 'a.txt');

function readBack(text: string) {
  const bytes = new TextEncoder().encode(text);
  return readDocument({ path: 'a.txt', bytes }, () => '');
}

/** What reading always repairs: presentation forms, invisible characters, replacement characters. */
const repaired = /[\u00ad\u061c\u200b\u200e\u200f\u2060-\u206f\ufb50-\ufdff\ufe70-\ufeff\ufffd]/g;

test('a build reads back the imported metadata and text unchanged', () => {
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

test('the text of a seed without metadata is not read as metadata', () => {
  const { value } = readBack(seed({}, '---\ntitle: نص\n---\nوبعده\n').value);
  expect(value?.metadata).toEqual({});
  expect(value?.text).toContain('title: نص');
});

test('metadata over the limit lose the longest value, with a warning', () => {
  const { value, diagnostics } = seed({ title: 'عنوان', standfirst: 'كلمة '.repeat(3000) }, 'نص\n');
  expect(diagnostics).toMatchObject([{ rule: 'import-too-long', values: { key: 'standfirst' } }]);
  expect(readBack(value).value?.metadata).toEqual({ title: 'عنوان' });
});

test('dates are read in the forms of programs and people, independent of time zones', () => {
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

test('columns are recognised in Arabic and English, in any spelling', () => {
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

test('the kind of a file is recognised by its content', () => {
  const importKindOf = (head: string, path: string) => {
    const seen = lookAtFile(head, path);
    return 'kind' in seen ? seen.kind : undefined;
  };
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
  expect(lookAtFile('%PDF-1.7', 'a.pdf')).toEqual({ reason: 'pdf' });
  expect(lookAtFile('', 'a')).toEqual({ reason: 'empty' });
});

test('a declared encoding is used', () => {
  expect(feedEncoding('<?xml version="1.0" encoding="Windows-1256"?>', 'a.xml').value).toBe(
    'windows-1256',
  );
  expect(feedEncoding('<?xml version="1.0" encoding="klingon"?>', 'a.xml').value).toBe('utf-8');
  expect(feedEncoding('<?xml version="1.0" encoding="utf-16"?>', 'a.xml').value).toBe('utf-8');
  expect(feedEncoding('\xff\xfe<\0?\0', 'a.xml').value).toBe('utf-16le');
});

test('a page is decoded by its byte-order mark, the server’s charset, its declaration, or by detection', () => {
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
  // A wrong declaration: the encoding is detected as for seeds, and reported.
  const letters = 'سلام على من قرأ هذه الصفحة القديمة من أولها إلى آخرها';
  const oldLetters = Uint8Array.from(letters, (letter) => windows1256(letter));
  const wrong = decodePage(meta('utf-8', oldLetters), 'a.html');
  expect(wrong.value.endsWith(letters)).toBe(true);
  expect(wrong.diagnostics).toHaveLength(1);
  const feed = feedEncoding(`${Buffer.from(oldLetters).toString('latin1')}<a>`, 'a.xml');
  expect([feed.value, feed.diagnostics.length]).toEqual(['windows-1256', 1]);
});

test('ambiguous dates of a table are read in the order of the unambiguous ones, where these agree', () => {
  const order = (...dates: readonly string[]) => {
    const witness = tableDates();
    const columns = { names: ['التاريخ', 'النص'], delimiter: ';' };
    const records = dates.map((date, i) => {
      return { ordinal: i + 1, line: i + 2, bytes: 1, text: `${date};نص` };
    });
    witness.push({ records, columns, diagnostics: [] });
    return witness.meaning().order;
  };
  expect(order('3/4/2011', '25/1/2011')).toBe('dmy');
  expect(order('٢٥/١/٢٠١١ 10:30')).toBe('dmy');
  expect(order('1/25/2011', '3/4/2011')).toBe('mdy');
  expect(order('1/25/2011', '25/1/2011')).toBeUndefined();
  expect(order('3/4/2011', '2011-01-25', '')).toBeUndefined();
  expect(readDate('3/4/2011', 'dmy')).toBe('2011-04-03');
  expect(readDate('3/4/2011 11:20', 'mdy')).toBe('2011-03-04');
  expect(readDate('31/31/2011', 'dmy')).toBeUndefined();
});
