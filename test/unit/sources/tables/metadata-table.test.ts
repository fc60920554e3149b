import { expect, test } from 'vitest';
import { namedPath, tableHead } from '../../../../src/sources/tables/metadata-table.ts';
import { readTableRow } from '../../../../src/sources/tables/read-row.ts';

const settings = { fields: {}, ignore: [], format: undefined } as const;

const head = (names: readonly string[], name = 'list.csv', fields = {}) =>
  tableHead({ names, delimiter: ',' }, name, { fields });

test.each([
  [['file', 'title']],
  [['Title', 'FileName']],
  [['العنوان', 'الملف']],
  [['اسم الملف', 'الكاتب']],
])('%j are the columns of a table of metadata', (names) => {
  expect(head(names)).toBeDefined();
});

test('a table with texts is one of records, unless it is named as one of metadata', () => {
  expect(head(['file', 'text'])).toBeUndefined();
  expect(head(['file', 'النص'])).toBeUndefined();
  expect(head(['file', 'story'], 'a.csv', { text: 'story' })).toBeUndefined();
  expect(head(['file', 'text'], 'Metadata.CSV')).toBeDefined();
  expect(head(['title', 'date'], 'metadata.csv')).toBeUndefined();
});

test.each([
  ['a.txt', 'x/', 'x/a.txt'],
  ['./2015\\b', '', '2015/b'],
  ['/c', 'x/', 'x/c'],
  ['../c', 'x/', undefined],
  ['y/../c', 'x/', 'x/c'],
  ['e\u0301.txt', '', '\u00e9.txt'],
])('%s in the table of %s names %s', (cell, folder, path) => {
  expect(namedPath(cell, folder)).toBe(path);
});

function row(text: string, names = ['file', 'title', 'draft', 'source']) {
  const table = {
    ...{ file: 'm.csv', settings, own: [], reading: { format: 'text', dates: [] } as const },
    head: head(names) ?? { columns: { names, delimiter: ',' }, fileColumn: 0, withholds: false },
  };
  return readTableRow({ ordinal: 1, line: 2, bytes: 1, text }, table);
}

test('a row gives metadata and marks that name its line', () => {
  const { row: read, diagnostics } = row('a.txt,عنوان,yes,');
  expect(read).toMatchObject({ names: ['a.txt'], metadata: { title: 'عنوان' }, needsLine: true });
  expect(read?.metadata.publication?.draft).toMatchObject({
    key: 'm.csv:2: draft',
    verdict: 'held',
  });
  expect(diagnostics).toEqual([]);
  expect(row('a.txt,عنوان,,').row).toMatchObject({ needsLine: false });
});

test.each([
  ['a.txt,عنوان, فيه فاصلة,,صحيفة'],
  ['a.txt,عنوان,,,'],
  ['a.txt,"عنوان"؟,,'],
  ['a.txt,نعم'],
  ['"a.txt,عنوان,,\nb.txt,آخر,yes,",,,'],
  ['b.txt,"عنوان,,\na.txt,آخر,yes,صحيفة",,'],
])('%s may hold its file back', (text) => {
  const { row: read, diagnostics } = row(text);
  expect(read).toMatchObject({ isDamaged: true, metadata: { publication: expect.anything() } });
  expect(read?.names).toContain('a.txt');
  expect(diagnostics).toMatchObject([
    { rule: 'table-row-damaged', line: 2, values: { isHeld: true } },
  ]);
});

test('a damaged row of a table that holds nothing back is told only', () => {
  const { row: read, diagnostics } = row('a.txt,عنوان,صحيفة,زائد', ['file', 'title', 'source']);
  expect(read).toBeUndefined();
  expect(diagnostics).toMatchObject([{ rule: 'table-row-damaged', values: { isHeld: false } }]);
});
