import { expect, test } from 'vitest';
import type { RecordSettings } from '../../../../src/model/record.ts';
import { recordBatcher } from '../../../../src/sources/records/batches.ts';
import { columnDate } from '../../../../src/sources/records/column-dates.ts';
import { isNullWord } from '../../../../src/sources/records/null-words.ts';
import {
  hasMarkdown,
  hasTags,
  recordText,
  textFieldOf,
  withBreaks,
} from '../../../../src/sources/records/record-text.ts';
import { recordSurvey } from '../../../../src/sources/records/survey.ts';

const plain: RecordSettings = { fields: {}, ignore: [], format: undefined };

function survey(form: 'csv' | 'jsonl', content: string, settings: Partial<RecordSettings> = {}) {
  const reader = recordSurvey({ ...plain, ...settings });
  const batcher = recordBatcher(`a.${form}`, form);
  for (const batch of batcher.push(Buffer.from(content), true)) reader.push(batch);
  for (const batch of batcher.flush()) reader.push(batch);
  return reader.reading();
}

const table = (...dates: readonly string[]) =>
  survey('csv', `التاريخ,النص\n${dates.map((date) => `"${date}",نص`).join('\n')}\n`).dates;

test.each([
  [['3/4/2011', '25/1/2011'], { order: 'dmy' }],
  [['٣/٤/٢٠١١', '٢٥/١/٢٠١١ 10:30'], { order: 'dmy' }],
  [['1/25/2011', '3/4/2011'], { order: 'mdy' }],
  [['41114', '41115.5'], { serial: 'excel' }],
  [['1343088000', '1343174400'], { serial: 'unix' }],
  [['1343088000000'], { serial: 'unixMs' }],
])('the dates %j show %j', (dates, meaning) => {
  expect(table(...dates)).toEqual([['التاريخ', meaning]]);
});

test.each([
  [['3/4/2011', '2011-01-25', '']],
  [['1/25/2011', '25/1/2011']],
  [['2011', '2012']],
  [['20120724', '20120725']],
  [['41114', '7', '9', '12']],
])('the dates %j show nothing', (dates) => {
  expect(table(...dates)).toEqual([]);
});

test('a date that shows the order may be the last of thousands', () => {
  const line = (date: string) => `{"text":"نص","date":"${date}"}\n`;
  const many = line('2011-02-03').repeat(2500) + line('3/4/2011').repeat(3);
  expect(survey('jsonl', many).dates).toEqual([]);
  expect(survey('jsonl', many + line('25/1/2011')).dates).toEqual([['date', { order: 'dmy' }]]);
  const nested = '{"text":"نص","meta":{"when":"25/1/2011"}}\n';
  expect(survey('jsonl', nested, { fields: { date: 'meta.when' } }).dates).toEqual([
    ['meta.when', { order: 'dmy' }],
  ]);
});

test('the format of the texts is that of most, or the one that the settings name', () => {
  const html = '{"content":"<p>فقرة.</p>"}\n';
  const text = '{"content":"فقرة فيها 3 < 4 و a<b."}\n';
  const markdown = '{"content":"## باب\\n\\nفيه **كلام** و[رابط](https://example.org/)."}\n';
  expect(survey('jsonl', html + text).format).toBe('html');
  expect(survey('jsonl', text + text).format).toBe('text');
  expect(survey('jsonl', markdown + text).format).toBe('markdown');
  expect(survey('jsonl', html + text.repeat(30)).format).toBe('text');
  expect(survey('jsonl', html, { format: 'text' }).format).toBe('text');
});

test('a column shows the meaning of a date that says nothing by itself, and of no other text', () => {
  expect(columnDate('3/4/2011', { order: 'dmy' })).toBe('2011-04-03');
  expect(columnDate('٣/٤/٢٠١١', { order: 'mdy' })).toBe('2011-03-04');
  expect(columnDate('31/31/2011', { order: 'dmy' })).toBeUndefined();
  expect(columnDate('41114', { serial: 'excel' })).toBe('2012-07-24');
  expect(columnDate('1343088000', { serial: 'unix' })).toBe('2012-07-24');
  expect(columnDate('الأحد', { order: 'dmy', serial: 'excel' })).toBeUndefined();
});

test('line breaks written as letters are breaks where a text has no real ones', () => {
  expect(withBreaks('أول\\nثان\\r\\nثالث')).toBe('أول\nثان\nثالث');
  expect(withBreaks('قال \\"نعم\\"\\nثم مضى')).toBe('قال "نعم"\nثم مضى');
  expect(withBreaks('سطر\nوآخر فيه \\n كما هو')).toBe('سطر\nوآخر فيه \\n كما هو');
  expect(withBreaks('في المجلد C:\\new وحده')).toBe('في المجلد C:\\new وحده');
});

test('words for a missing value are none, and other words are values', () => {
  for (const word of ['null', 'NULL', 'NaN', 'None', 'N/A', '\\N', ' nan ']) {
    expect(isNullWord(word)).toBe(true);
  }
  for (const word of ['nullable', 'لا', 'na', '0', 'Nancy']) expect(isNullWord(word)).toBe(false);
});

test('the field of the text is found by its usual names, the filled one first', () => {
  const field = (record: object) => textFieldOf(new Map(Object.entries(record)));
  expect(field({ العنوان: 'أ', المحتوى: 'نص' })).toBe('المحتوى');
  expect(field({ text: '', content: 'نص' })).toBe('content');
  expect(field({ title: 'أ', نص_الخبر: 'نص' })).toBe('نص_الخبر');
  expect(field({ article: 'نص', body: 'متن' })).toBe('body');
  expect(field({ title: 'أ' })).toBe('text');
});

test('signs of prose are neither tags nor marks', () => {
  for (const prose of ['3 < 4 > 2', 'a<b و c>d', '<سؤال>', 'قال: <نعم>'])
    expect(hasTags(prose)).toBe(false);
  for (const prose of ['* * *', '#وسم', '2*3*4', 'انظر [1] (ص 5)', '** عاجل']) {
    expect(hasMarkdown(prose)).toBe(false);
  }
});

test('HTML is read as blocks, in a file of plain texts where it is certain', () => {
  const html = '<p>أول</p><p>ثان <em>مائل</em></p>';
  expect(recordText(html, 'text', false, undefined)).toMatchObject({ format: 'markdown' });
  expect(recordText(html, 'text', true, undefined)).toMatchObject({ text: html, format: 'text' });
  expect(recordText('أول<br>ثان<br/>ثالث', 'text', false, undefined).text).not.toContain('<');
  expect(recordText('a &lt; b &amp; c', 'html', false, undefined).text.trim()).toBe('a < b & c');
  expect(recordText('نص <b>وحيد', 'text', false, undefined).text).toBe('نص <b>وحيد');
  const script = '<div><script>alert(1)</script><p onclick="x()">نص</p></div>';
  expect(recordText(script, 'html', true, undefined)).toMatchObject({
    text: 'نص\n',
    format: 'text',
  });
});
