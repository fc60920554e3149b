import { expect, test } from 'vitest';
import type { Columns, RecordSettings } from '../../../../src/model/record.ts';
import { type RecordContext, readRecord } from '../../../../src/sources/records/read-record.ts';

const plain: RecordSettings = { fields: {}, ignore: [], format: 'text' };

function read(
  record: unknown,
  {
    reading = {},
    ...context
  }: Partial<Omit<RecordContext, 'reading'>> & {
    readonly reading?: Partial<RecordSettings>;
  } = {},
) {
  const text = typeof record === 'string' ? record : JSON.stringify(record);
  const raw = { ordinal: 3, line: 7, bytes: 100, text };
  const fullContext = { path: 'a.jsonl', columns: undefined, defaults: {}, ...context };
  const { value, diagnostics } = readRecord(
    raw,
    { ...fullContext, settings: { ...plain, ...reading } },
    'f0',
  );
  return {
    text: value?.text,
    metadata: value?.metadata,
    provenance: value?.provenance,
    format: value?.format,
    found: diagnostics.map(({ rule, severity, line }) => `${severity} ${rule} ${line}`),
    values: diagnostics.map(({ values }) => values),
  };
}

test('a record with our metadata keys is read without mapping', () => {
  const { text, metadata, provenance, found } = read({
    ...{ id: 'a1', title: 'قمة القاهرة', authors: ['منى', 'سمير'], date: '2017-12-12' },
    ...{ source: 'الأهرام', text: 'افتتحت القمة أعمالها.\nوحضر الوفود.' },
  });
  expect(text).toBe('افتتحت القمة أعمالها.\nوحضر الوفود.');
  expect(metadata).toMatchObject({ id: 'a1', title: 'قمة القاهرة', authors: ['منى', 'سمير'] });
  expect(metadata?.date?.edtf).toBe('2017-12-12');
  expect(provenance).toEqual({
    ...{ path: 'a.jsonl', encoding: 'utf-8', sha256: 'f0', bytes: 100 },
    record: { ordinal: 3, line: 7 },
  });
  expect(found).toEqual([]);
});

test('of several names of a list all are read, in any order', () => {
  const both = { image: 'a.jpg', images: ['b.jpg'] };
  for (const record of [
    { keywords: 'سفن', topics: ['ميناء'], tags: ['بحر'], ...both },
    { topics: ['سفن'], tags: 'ميناء', keywords: ['بحر'], ...both },
  ]) {
    const { metadata } = read({ title: 'خبر', text: 'نص.', ...record });
    expect(metadata?.topics).toEqual(['سفن', 'ميناء', 'بحر']);
    expect(metadata?.images?.map(({ src }) => src)).toEqual(['a.jpg', 'b.jpg']);
  }
});

test('other field names are mapped by the settings, nested fields too', () => {
  const fields = { text: 'body.rendered', authors: 'by.name', date: 'when', page: 'p' };
  const record = {
    ...{ body: { rendered: 'نص الخبر.' }, by: [{ name: 'منى' }, { name: 'سمير' }] },
    ...{ when: '2015-07-21 02:51:32', p: 5, title: 'عنوان' },
  };
  const { text, metadata, found } = read(record, { reading: { fields } });
  expect(text).toBe('نص الخبر.');
  expect(metadata).toMatchObject({ authors: ['منى', 'سمير'], page: '5', title: 'عنوان' });
  expect(metadata?.date?.edtf).toBe('2015-07-21');
  expect(found).toEqual([]);
});

test('a mapped field takes precedence over a field named like the key', () => {
  const fields = { date: 'published' };
  const { metadata, found } = read(
    { text: 'نص.', date: '1999', published: '2015' },
    { reading: { fields } },
  );
  expect(metadata?.date?.edtf).toBe('2015');
  expect(found).toEqual([]);
});

test.each(['text', 'content', 'body'])(
  'the text may be in the field “%s” without any setting',
  (field) => {
    expect(read({ [field]: 'نص.' }).text).toBe('نص.');
  },
);

test('a list of texts becomes paragraphs', () => {
  expect(read({ text: ['فقرة.', 'وأخرى.'] }).text).toBe('فقرة.\n\nوأخرى.');
});

test('an unknown field is reported once with the nearest key; empty fields are not reported', () => {
  const record = { text: 'نص.', titel: 'عنوان', views: 12, deleted: null, note: '' };
  const { found, values } = read(record);
  expect(found).toEqual(['warning record-unknown-field 7', 'warning record-unknown-field 7']);
  expect(values).toEqual([
    { field: 'titel', nearest: 'title' },
    { field: 'views', nearest: '' },
  ]);
  expect(read(record, { reading: { ignore: ['titel', 'views'] } }).found).toEqual([]);
  expect(read(record, { reading: { ignore: 'all' } }).found).toEqual([]);
});

test('of thousands of unknown fields all are named, and the nearest key is searched for the first', () => {
  const unknown = Array.from({ length: 3000 }, (_, i) => [
    `titel${i % 10}`.padEnd(6 + i, '_'),
    'x',
  ]);
  const { values } = read({
    text: 'نص.',
    titel: 'عنوان',
    ...Object.fromEntries(unknown),
    autors: 'ليلى',
  });
  expect(values).toHaveLength(3002);
  expect(values[0]).toEqual({ field: 'titel', nearest: 'title' });
  expect(values.at(-1)).toEqual({ field: 'autors', nearest: '' });
});

test('numbers keep their written form', () => {
  const { metadata } = read('{"text":"نص.","issue":1.10,"id":12345678901234567890}');
  expect(metadata).toMatchObject({ issue: '1.10', id: '12345678901234567890' });
});

test.each([
  ['{"text": "مقطوع', 'error record-syntax 7'],
  ['["نص"]', 'error record-not-object 7'],
  ['null', 'error record-not-object 7'],
  ['{"author": "منى"}', 'error record-no-text 7'],
  ['{"text": {"a": 1}}', 'error record-no-text 7'],
])('%s is an error and no article', (text, expected) => {
  const { text: published, found } = read(text);
  expect(published).toBeUndefined();
  expect(found).toEqual([expected]);
});

test('a title without a text is published, with a warning', () => {
  const { text, found } = read({ title: 'عنوان', text: ' ' });
  expect(text).toBe('');
  expect(found).toEqual(['warning record-no-text 7']);
});

test('a lone surrogate becomes a replacement character, with a warning', () => {
  const { text, found } = read('{"text":"قال \\ud83d ثم"}');
  expect(text).toBe('قال \ufffd ثم');
  expect(found).toEqual(['warning record-surrogates 7']);
});

test('fields named like members of Object.prototype are ordinary fields', () => {
  const { text, found } = read('{"__proto__":{"text":"أ"},"constructor":"ب","text":"نص."}');
  expect(text).toBe('نص.');
  expect(found).toEqual(['warning record-unknown-field 7', 'warning record-unknown-field 7']);
});

test('a sidecar supplies metadata that a record lacks', () => {
  const defaults = { source: 'الأهرام', language: 'ar' };
  expect(read({ text: 'نص.', source: 'المصري اليوم' }, { defaults }).metadata).toMatchObject({
    source: 'المصري اليوم',
    language: 'ar',
  });
});

const columns: Columns = { names: ['title', 'text', 'authors', 'topics', 'text'], delimiter: ',' };

test('table rows: cells of list keys are split; missing cells are empty', () => {
  const { text, metadata, found } = read('عنوان,نص.,منى؛ سمير,"سياسة; اقتصاد|مصر"', { columns });
  expect(text).toBe('نص.');
  expect(metadata).toMatchObject({ authors: ['منى', 'سمير'], topics: ['سياسة', 'اقتصاد', 'مصر'] });
  expect(found).toEqual([]);
  expect(read('عنوان,نص.', { columns }).metadata).toEqual({ title: 'عنوان' });
});

test('table rows: cells without a column, and text after a closing quotation mark, are errors', () => {
  expect(read('أ,ب,ج,د,هـ,و', { columns }).found).toEqual(['error csv-columns 7']);
  expect(read('أ,ب,ج,د,هـ,,', { columns }).text).toBe('ب');
  expect(read('"أ"ب,نص', { columns }).found).toEqual(['error csv-quote 7']);
});

test('record texts may be Markdown', () => {
  expect(read({ text: '# عنوان' }, { reading: { format: 'markdown' } }).format).toBe('markdown');
});

test.each([
  [{ $date: '2012-07-24T00:00:00Z' }, '2012-07-24'],
  [{ $date: 1343088000000 }, '2012-07-24'],
  [{ $date: { $numberLong: '1343088000000' } }, '2012-07-24'],
])('the dates and ids of a dump of MongoDB are texts: %j', (date, day) => {
  const dump = { _id: { $oid: '507f1f77bcf86cd799439011' }, date, issue: { $numberInt: '232' } };
  const { metadata, found } = read({ ...dump, title: 'خبر', text: 'نص الخبر.' });
  expect(metadata).toMatchObject({ id: '507f1f77bcf86cd799439011', issue: '232' });
  expect([metadata?.date?.edtf, found]).toEqual([day, []]);
});

test.each([
  ['<b>السوق</b> القديم', 'text', 'السوق القديم'],
  ['السوق\\nالقديم', 'text', 'السوق القديم'],
  ['السوق <i>القديم</i> &amp; الجديد', 'html', 'السوق القديم & الجديد'],
  ['الوسم <b> يغمّق', 'text', 'الوسم <b> يغمّق'],
] as const)('the title %s of a file of %s has no marks', (title, format, expected) => {
  const { metadata } = read({ title, text: 'نص.', topics: [title] }, { reading: { format } });
  expect(metadata?.title).toBe(expected);
});

test('a reference in a record of HTML is what it stands for, in its text and in lists', () => {
  const record = {
    title: 'خبر',
    text: 'اكتب &lt;b&gt; هنا &amp; هناك',
    topics: ['ماء &amp; كهرباء'],
  };
  const { text, metadata, found } = read(record, { reading: { format: 'html' } });
  expect([text?.trim(), metadata?.topics, found]).toEqual([
    'اكتب <b> هنا & هناك',
    ['ماء & كهرباء'],
    [],
  ]);
});

test.each([
  ["['مياه', 'سدود']", ['مياه', 'سدود']],
  ['["مياه", "سدود", null]', ['مياه', 'سدود']],
  ["['مياه']", ['مياه']],
  ['[]', undefined],
  ['[مياه]', ['[مياه]']],
])('the list %s that a program wrote into one text is %j', (topics, expected) => {
  expect(read({ title: 'خبر', text: 'نص.', topics }).metadata?.topics).toEqual(expected);
});

test('what Omeka, Excel and pandas write into tables is read', () => {
  const names = ['Dublin Core:Title', 'Item Type Metadata:Text', 'public', 'issue'];
  const columns: Columns = { names, delimiter: ',' };
  const shown = read('خبر,نص الخبر.,1,232.0', { columns });
  expect(shown.text).toBe('نص الخبر.');
  expect(shown.metadata).toMatchObject({ title: 'خبر', issue: '232' });
  expect(shown.metadata?.publication).toBeUndefined();
  const { metadata } = read('خبر,نص الخبر.,0,', { columns });
  expect(Object.values(metadata?.publication ?? {})).toMatchObject([{ verdict: 'damaged' }]);
});

test('letters that JSON escaped twice are letters, and the day of MySQL that is none is none', () => {
  const title = '\\u062e\\u0628\\u0631 \\u00abجديد\\u00bb';
  const { text, metadata, found } = read({
    title,
    text: `${title}\\nسطر`,
    date: '0000-00-00 00:00:00',
  });
  expect([text, metadata, found]).toEqual(['خبر «جديد»\nسطر', { title: 'خبر «جديد»' }, []]);
});

test('a record that holds articles says so', () => {
  const { values } = read({ status: 'ok', articles: [{ title: 'أ', content: 'نص.' }] });
  expect(values).toContainEqual({ field: 'text', list: 'articles' });
});
