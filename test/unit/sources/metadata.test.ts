import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEdtf } from '../../../src/calendar/edtf.ts';
import { readMetadata } from '../../../src/sources/metadata.ts';
import { readYamlMap } from '../../../src/sources/yaml/read-yaml.ts';

function read(yaml: string) {
  const { map, diagnostics: faults } = readYamlMap(yaml, 'a.yaml', 1);
  const { value, diagnostics } = readMetadata(map, 'a.yaml');
  return { value, found: [...faults, ...diagnostics] };
}

test('every key is read', () => {
  const texts = {
    id: 'ahram-1973-10-07',
    title: 'قواتنا تعبر القناة',
    kicker: 'تقرير',
    standfirst: 'ملخص الخبر.',
    byline: 'كتب: محمود عوض',
    dateline: 'القاهرة - أ ش أ',
    hijri: '١١ رمضان ١٣٩٣',
    source: 'الأهرام',
    section: 'السياسة',
    url: 'https://example.org/خبر?a=1',
    issue: '٣١٧١٢',
    page: '1',
    language: 'ar-EG',
    rights: '© الأهرام',
  };
  const lists = {
    authors: ['محمود عوض'],
    topics: ['حرب أكتوبر', 'سيناء'],
    people: ['السادات'],
    places: ['السويس'],
    headings: ['قال الوزير: نعم', 'العبور'],
  };
  const yaml = [
    ...Object.entries(texts).map(([key, text]) => `${key}: ${text}`),
    ...Object.entries(lists).map(
      ([key, items]) => `${key}:\n${items.map((i) => `  - ${i}\n`).join('')}`,
    ),
    'date: ١٩٧٣-١٠-٠٧',
  ].join('\n');
  const { value, found } = read(yaml);
  expect(found).toEqual([]);
  expect(value).toMatchObject({ ...texts, ...lists, date: { edtf: '1973-10-07', day: 7 } });
});

test('texts are trimmed, normalised to NFC and put on one line', () => {
  const { value } = read(
    'title: |\n  سطر  أول\n\n  سطر ثان \nsource: "\\u0627\\u0653خر\\u00a0خبر"',
  );
  expect(value).toEqual({ title: 'سطر أول سطر ثان', source: 'آخر خبر' });
});

test('invisible controls are removed with a warning; ZWNJ is kept', () => {
  const { value, found } = read('title: "\\u202eخبر\\u200f\\ufeff می\\u200cشود\\u0007"');
  expect(value).toEqual({ title: 'خبر می\u200cشود' });
  expect(found).toMatchObject([{ rule: 'metadata-controls', line: 1, values: { key: 'title' } }]);
});

test('an empty value is ignored with a warning', () => {
  const { value, found } = read('title:\ntopics: []\nauthors: ["", أحمد]');
  expect(value).toEqual({ authors: ['أحمد'] });
  expect(found.map((d) => [d.rule, d.line])).toEqual([
    ['metadata-empty', 1],
    ['metadata-empty', 2],
    ['metadata-empty', 3],
  ]);
});

test('an empty list of headings means that there are none; an empty value is ignored', () => {
  expect(read('headings: []')).toEqual({ value: { headings: [] }, found: [] });
  const { value, found } = read('headings:');
  expect([value, found.map(({ rule }) => rule)]).toEqual([{}, ['metadata-empty']]);
});

test('an item of a list is one name, with whatever signs', () => {
  expect(read('topics: ["مصر، سوريا, لبنان"]')).toEqual({
    value: { topics: ['مصر، سوريا, لبنان'] },
    found: [],
  });
});

test('a list or map in place of a text is reported', () => {
  const { value, found } = read('title: [أ, ب]\nsource: {a: ب, c: د}\ntopics: [[أ], ب]');
  expect(value).toEqual({ topics: ['ب'] });
  expect(found.map((d) => d.values)).toEqual([
    { key: 'title', expected: 'text' },
    { key: 'source', expected: 'text' },
    { key: 'topics', expected: 'list' },
  ]);
});

test('author and tags are read as authors and topics', () => {
  expect(read('author: أحمد\ntags: [مصر]')).toEqual({
    value: { authors: ['أحمد'], topics: ['مصر'] },
    found: [],
  });
  expect(read('authors: [أحمد]\nauthor: محمود').value).toEqual({ authors: ['أحمد'] });
});

test.each([
  ['titel', 'title'],
  ['sorce', 'source'],
  ['autors', 'authors'],
  ['directions', ''],
  ['المناوب', ''],
  ['constructor', ''],
  ['x'.repeat(900), ''],
])('the unknown key %s is answered with %j', (key, nearest) => {
  const { value, found } = read(`title: خبر\n${key}: x`);
  expect(Object.keys(value)).toEqual(['title', 'others']);
  expect(value.others).toMatchObject([{ key, value: 'x' }]);
  expect(found).toMatchObject([
    { rule: 'metadata-unknown-key', line: 2, values: { key, nearest } },
  ]);
});

test.each(['__proto__', 'api_token'])('the value of %s is in no export', (key) => {
  const { value, found } = read(`title: خبر\n${key}: x`);
  expect(Object.keys(value)).toEqual(['title']);
  expect(found).toMatchObject([{ rule: 'metadata-unknown-key', values: { key, isLeftOut: true } }]);
});

test.each(['..', '.', '.hidden', 'a/b', 'a b', 'خبر', 'CON', 'nul.txt', 'com1', 'x'.repeat(81)])(
  'the id %j is ignored',
  (id) => {
    const { value, found } = read(`id: "${id}"`);
    expect(value).toEqual({});
    expect(found).toMatchObject([{ rule: 'metadata-id', values: { value: id } }]);
  },
);

test.each(['a', '1973-10-06', 'Console', 'nulls', '_x.y-z', 'x'.repeat(80)])(
  'the id %j is kept',
  (id) => {
    expect(read(`id: ${id}`).value).toEqual({ id });
  },
);

test.each([
  ['12/12/2017', '2017-12-12'],
  ['25/1/2011', '2011-01-25'],
  ['٢٥/١/٢٠١١', '2011-01-25'],
  ['1/25/2011', '2011-01-25'],
  ['2017/12/05', '2017-12-05'],
  ['2017-1-5', '2017-01-05'],
  ['12/12/2017 10:00', '2017-12-12'],
  ['2017-12-12 25:00', '2017-12-12'],
  ['12/2017', '2017-12'],
  ['24 يوليو 2012', '2012-07-24'],
  ['الثلاثاء ٢٤ تموز ٢٠١٢م', '2012-07-24'],
  ['July 24, 2012', '2012-07-24'],
  ['20120724', '2012-07-24'],
])('the date %s is read as %s, which is told', (date, edtf) => {
  const { value, found } = read(`\ndate: ${date}`);
  expect(value).toEqual({ date: parseEdtf(edtf) });
  const values = { form: 'other', written: date, date: edtf, articles: 1 };
  expect(found).toMatchObject([{ rule: 'date-read', severity: 'info', line: 2, values }]);
});

test.each([
  ['1433-09-05', '2012-07-24'],
  ['1433/09/06', '2012-07-25'],
  ['8 محرم 1440', '2018-09-18'],
  ['٥/٩/١٤٣٣هـ', '2012-07-24'],
])('the date %s is Hijri, and of %s', (written, date) => {
  const { value, found } = read(`date: ${written}`);
  expect(value).toEqual({ hijri: written });
  const values = { form: 'hijri', written, date, articles: 1 };
  expect(found).toMatchObject([{ rule: 'date-read', severity: 'info', values }]);
  expect(read(`date: ${written}\nhijri: 5 رمضان`).value).toEqual({ hijri: '5 رمضان' });
});

test('dates in one value that disagree give an uncertain date', () => {
  const weekday = read('date: الأربعاء 24 يوليو 2012');
  expect(weekday.value).toEqual({ date: parseEdtf('2012-07-24?') });
  expect(weekday.found).toMatchObject([{ rule: 'metadata-date-doubtful', severity: 'warning' }]);
  const calendars = read('date: 15 رمضان 1433 هـ الموافق 24 يوليو 2012');
  expect(calendars.value).toEqual({ date: parseEdtf('2012-07-24?'), hijri: '15 رمضان 1433 هـ' });
  expect(calendars.found).toMatchObject([{ rule: 'metadata-dates-disagree' }]);
});

test('of a date with two readings both are told, and a known order decides', () => {
  const readings = ['2011-04-03', '2011-03-04'];
  expect(read('date: 3/4/2011').found).toMatchObject([{ values: { readings } }]);
  const map = new Map([['date', { value: '3/4/2011', line: 1 }]]);
  expect(readMetadata(map, 'khabar.md', 'dmy').value).toEqual({ date: parseEdtf('2011-04-03') });
  expect(readMetadata(map, 'khabar.md', 'mdy').value).toEqual({ date: parseEdtf('2011-03-04') });
});

test.each([
  ['3/4/2011', ''],
  ['2017-02-30', ''],
  ['30/02/2017', ''],
  ['12/12/17', ''],
  ['أمس', ''],
])('the date %s is answered with %j', (date, suggestion) => {
  const { value, found } = read(`\ndate: ${date}`);
  expect(value).toEqual({});
  expect(found).toMatchObject([
    { rule: 'metadata-date', line: 2, values: { value: date, suggestion } },
  ]);
});

test.each([
  'javascript:alert(1)',
  '//example.org',
  'example.org',
  'ftp://a.b',
  'https://',
  'https:x',
])('the address %s is ignored', (url) => {
  const { value, found } = read(`url: ${url}`);
  expect(value).toEqual({});
  expect(found).toMatchObject([{ rule: 'metadata-url' }]);
});

test('language tags are checked for form', () => {
  for (const language of ['ar', 'ar-EG', 'zh-Hant-TW', 'fa-IR', 'ckb', 'ar-001', 'en-x-a']) {
    expect(read(`language: ${language}`).value).toEqual({ language });
  }
  for (const language of ['عربي', 'arabic', 'a', 'ar_EG', '"><script>']) {
    expect(read(`language: ${JSON.stringify(language)}`).value).toEqual({});
  }
});

test('metadata written as YAML are read back unchanged', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((each) => `أ${each}`.normalize('NFC').replace(/\s+/g, ' ').trim())
    .filter((each) => !/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u.test(each));
  const key = fc.constantFrom('title', 'kicker', 'byline', 'source', 'hijri', 'rights');
  const listKey = fc.constantFrom('authors', 'topics', 'people', 'headings');
  const metadata = fc.tuple(
    fc.dictionary(key, text),
    fc.dictionary(listKey, fc.array(text, { minLength: 1 })),
  );
  const single = (each: string) => `'${each.replaceAll("'", "''")}'`;
  fc.assert(
    fc.property(metadata, fc.constantFrom(JSON.stringify, single), ([texts, lists], quote) => {
      const yaml = [
        ...Object.entries(texts).map(([name, value]) => `${name}: ${quote(value)}`),
        ...Object.entries(lists).map(
          ([name, items]) => `${name}:\n${items.map((item) => `  - ${quote(item)}`).join('\n')}`,
        ),
      ].join('\n');
      expect(read(yaml)).toEqual({ value: { ...texts, ...lists }, found: [] });
    }),
  );
});

test.each([
  ['افتتاح <em>السد</em> الجديد', 'افتتاح السد الجديد'],
  ['<p>سطر</p><p>وسطر</p>', 'سطر وسطر'],
  ['أ < ب', 'أ < ب'],
  ['<b onclick=x()>أ</b>', '<b onclick=x()>أ</b>'],
  ['<script>x()</script>', '<script>x()</script>'],
])('the title %j is %j', (written, title) => {
  expect(read(`title: "${written}"`).value.title).toBe(title);
});

test('the order of dates counts for the dates beside it', () => {
  expect(read('dates: {order: dmy}\ndate: 3/4/2011').value.date?.edtf).toBe('2011-04-03');
  expect(read('date: 3/4/2011\ndates: {order: mdy}').value.date?.edtf).toBe('2011-03-04');
});
