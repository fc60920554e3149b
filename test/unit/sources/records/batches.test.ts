import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxRecordBytes } from '../../../../src/model/limits.ts';
import type { Columns, RawRecord, RecordForm } from '../../../../src/model/record.ts';
import { recordBatcher } from '../../../../src/sources/records/batches.ts';
import { readRow } from '../../../../src/sources/records/table.ts';
import { encodeLegacy } from '../../../support/encode.ts';

interface Parted {
  readonly records: readonly RawRecord[];
  readonly columns: Columns | undefined;
  /** Rule and line of each error. */
  readonly faults: readonly string[];
}

/** Parts a text whose bytes come in pieces of the given sizes, the last one again and again. */
function part(
  text: string | Buffer,
  form: RecordForm,
  sizes: readonly number[] = [1 << 20],
): Parted {
  const bytes = Buffer.from(text);
  const parting = recordBatcher(`seed.${form}`, form);
  const batches = [];
  let at = 0;
  for (let i = 0; at < bytes.length; i += 1) {
    const size = sizes[Math.min(i, sizes.length - 1)] ?? 1;
    batches.push(...parting.push(bytes.subarray(at, at + size), false));
    at += size;
  }
  batches.push(...parting.push(Buffer.alloc(0), true), ...parting.flush());
  return {
    records: batches.flatMap(({ records }) => records),
    columns: batches.find(({ columns }) => columns !== undefined)?.columns,
    faults: batches.flatMap(({ diagnostics }) =>
      diagnostics.map(({ rule, line }) => `${rule} ${line}`),
    ),
  };
}

const texts = (parted: Parted): readonly string[] => parted.records.map(({ text }) => text);
const places = (parted: Parted): readonly string[] =>
  parted.records.map(({ ordinal, line }) => `${ordinal} at ${line}`);

test('JSON Lines: a record is a line, numbered and placed; empty lines are none', () => {
  const parted = part('{"title":"أ"}\n\n  \r\n{"title":"ب"}\r\n{"title":"ج"}', 'jsonl');
  expect(texts(parted)).toEqual(['{"title":"أ"}', '{"title":"ب"}', '{"title":"ج"}']);
  expect(places(parted)).toEqual(['1 at 1', '2 at 4', '3 at 5']);
});

test('JSON: the values of an array, on one line or on many, and objects one after another', () => {
  const one = '{"title":"قمة [القاهرة] {1}","text":"قال: \\"نعم\\""}';
  const two = '{\n    "title": "ب",\n    "more": {"a": [1, 2]}\n  }';
  expect(texts(part(`[${one},${one}]`, 'json'))).toEqual([one, one]);
  const pretty = part(`[\n  ${two},\n  ${one}\n]\n`, 'json');
  expect(texts(pretty)).toEqual([two, one]);
  expect(places(pretty)).toEqual(['1 at 2', '2 at 6']);
  expect(texts(part(`${one}\n${one}\n`, 'json'))).toEqual([one, one]);
});

test('JSON: what is no object is handed on, to be named as an error of its own', () => {
  expect(texts(part('[1, "أ, ب", null, [2, 3], {}]', 'json'))).toEqual([
    ...['1', '"أ, ب"', 'null', '[2, 3]', '{}'],
  ]);
});

test('JSON: after a broken record the following ones are read', () => {
  const broken = '[\n  {"title": "مقطوع\n  },\n  {"title": "سليم"},\n  {"title": "سليم أيضًا"}\n]';
  const parted = part(broken, 'json');
  expect(parted.faults).toEqual(['record-syntax 2']);
  expect(texts(parted)).toEqual(['{"title": "سليم"}', '{"title": "سليم أيضًا"}']);
  expect(places(parted)).toEqual(['2 at 4', '3 at 5']);
});

test('JSON: a record that is never closed does not take those after it along', () => {
  const parted = part('[\n{"title": "مفتوح",\n{"title": "سليم"}\n]', 'json');
  expect(parted.faults).toEqual(['record-syntax 2']);
  expect(texts(parted)).toEqual(['{"title": "سليم"}']);
});

test('a table: cells may hold delimiters, marks and line ends; the first row is none of the records', () => {
  const parted = part('العنوان,النص\n"أ, ""ب""","سطر\nوسطر"\r\nج,د\n\n', 'csv');
  expect(parted.columns).toEqual({ names: ['العنوان', 'النص'], delimiter: ',' });
  expect(texts(parted).map((row) => readRow(row, ',').cells)).toEqual([
    ['أ, "ب"', 'سطر\nوسطر'],
    ['ج', 'د'],
  ]);
  expect(places(parted)).toEqual(['1 at 2', '2 at 4']);
});

test('a table: semicolons and tabs part cells too, as spreadsheets write them', () => {
  expect(part('title;text\nأ;ب, ج', 'csv').columns?.delimiter).toBe(';');
  expect(part('title\ttext\nأ\tب', 'csv').columns?.delimiter).toBe('\t');
  expect(part('a,b,c\td\n1\t2', 'tsv').columns?.names).toEqual(['a,b,c', 'd']);
});

test('a table: a mark within a cell that is not quoted is a letter', () => {
  const parted = part('title,text\nشاشة 5",سعرها "ألف"\nب,ج', 'csv');
  expect(texts(parted).map((row) => readRow(row, ',').cells)).toEqual([
    ['شاشة 5"', 'سعرها "ألف"'],
    ['ب', 'ج'],
  ]);
});

test('a table: a cell that is never closed is one error, and the rows after it are read', () => {
  const parted = part('title,text\n"أ,ب\nج,د\n', 'csv');
  expect(parted.faults).toEqual(['csv-quote 2']);
  expect(texts(parted)).toEqual(['ج,د']);
});

test('a record of an old encoding is read by how it reads, a short one as the one before', () => {
  const rows = ['{"text":"عاد الصيادون إلى الميناء قبل الظهر"}', '{"text":"نهر"}'];
  for (const encoding of ['windows-1256', 'iso-8859-6', 'cp720'] as const) {
    const bytes = encodeLegacy(rows.join('\n'), encoding);
    const parted = part(Buffer.from(bytes), 'jsonl', [7]);
    expect(texts(parted), encoding).toEqual(rows);
    expect(parted.records.map(({ decoded }) => decoded?.encoding)).toEqual([encoding, encoding]);
    const received = parted.records.map(({ decoded }) => [...(decoded?.received ?? [])]);
    expect(received).toEqual(rows.map((row) => [...encodeLegacy(row, encoding)]));
    const said = parted.records.flatMap(({ decoded }) => decoded?.diagnostics ?? []);
    expect(said.map(({ rule, line }) => `${rule} ${line}`)).toEqual(['encoding-guessed 1']);
  }
});

test('a record of another encoding than the rest is read in its own', () => {
  const row = '{"text":"عاد الصيادون إلى الميناء قبل الظهر"}';
  const mixed = Buffer.concat([
    Buffer.from(`${row}\n`),
    encodeLegacy(`${row}\n`, 'windows-1256'),
    Buffer.from(row),
  ]);
  const parted = part(mixed, 'jsonl');
  expect(texts(parted)).toEqual([row, row, row]);
  expect(parted.records.map(({ decoded }) => decoded?.encoding)).toEqual([
    ...[undefined, 'windows-1256', undefined],
  ]);
});

test('a record that is of no encoding is left out alone', () => {
  const wrong = Buffer.concat([
    Buffer.from('{"title":"أ"}\n{"title":"'),
    Buffer.from([0xff, 0x80, 0xff]),
    Buffer.from('"}\n{"title":"ب"}\n'),
  ]);
  const parted = part(wrong, 'jsonl');
  expect(parted.faults).toEqual(['record-undecodable 2']);
  expect(places(parted)).toEqual(['1 at 1', '3 at 3']);
});

test.each(['jsonl', 'json', 'csv'] as const)(
  '%s: a record without end is given up in bounded memory',
  (form) => {
    const head = form === 'csv' ? 'title,text\n' : '';
    const long = `{"text":"${'نص '.repeat(maxRecordBytes / 4)}"}`;
    const quoted = form === 'csv' ? `"${long.replaceAll('"', '""')}",ب` : long;
    const sound = form === 'csv' ? 'أ,ب' : '{"title":"سليم"}';
    const whole = `${head}${quoted}\n${sound}\n`;
    for (const sizes of [[1 << 30], [1 << 18]]) {
      const parted = part(whole, form, sizes);
      expect(parted.faults).toEqual([`record-too-large ${form === 'csv' ? 2 : 1}`]);
      expect(texts(parted)).toEqual([sound]);
    }
  },
);

test('a file that is not what its name says costs no more than it must', () => {
  const hostile = '{\n'.repeat(60_000);
  const parted = part(hostile, 'json', [1 << 18]);
  expect(parted.records).toEqual([]);
  expect(parted.faults.at(-1)).toMatch(/^records-abandoned /);
});

const cell = fc
  .array(
    fc.constantFrom(
      ...['قال', 'الوزير', ' ', '"', '""', ',', ';', '\n', '\r\n', '\t', '\\', '{', '}', '[', ']'],
      ...['\\"', '\\n', '😀', 'ﷺ', '\u0000', ':', "'", '0'],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });

test('records come back as they were written, whatever the pieces in which their bytes come', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ title: cell, text: cell }), { maxLength: 8 }),
      sizes,
      (all, cuts) => {
        const parse = (parted: Parted): readonly unknown[] => {
          expect(parted.faults).toEqual([]);
          return texts(parted).map((text) => JSON.parse(text));
        };
        const lines = all.map((record) => `${JSON.stringify(record)}\n`).join('');
        expect(parse(part(lines, 'jsonl', cuts))).toEqual(all);
        expect(parse(part(JSON.stringify(all), 'json', cuts))).toEqual(all);
        expect(parse(part(JSON.stringify(all, null, 2), 'json', cuts))).toEqual(all);
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const rows = all.map(({ title, text }) => `${quoted(title)},${quoted(text)}\r\n`).join('');
        const read = texts(part(`title,text\r\n${rows}`, 'csv', cuts)).map((row) =>
          readRow(row, ','),
        );
        expect(read).toEqual(all.map(({ title, text }) => ({ cells: [title, text], isValid: true })));
      },
    ),
    { numRuns: 300 },
  );
});

test('no file, however broken, is read otherwise for the pieces in which its bytes come', () => {
  const anything = fc
    .array(fc.oneof(cell, fc.constantFrom('{"a":"', '"}', '\n{"b":1}', '\n  {"c":2}', ',\n')), {
      maxLength: 30,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      anything,
      sizes,
      fc.constantFrom<RecordForm>('jsonl', 'json', 'csv', 'tsv'),
      (text, cuts, form) => {
        const whole = part(text, form);
        expect(part(text, form, cuts)).toEqual(whole);
        const ordinals = whole.records.map(({ ordinal }) => ordinal);
        expect(ordinals).toEqual([...new Set(ordinals)].sort((a, b) => a - b));
        for (const record of whole.records) {
          expect(
            text
              .split('\n')
              .slice(record.line - 1)
              .join('\n'),
          ).toContain(record.text);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
