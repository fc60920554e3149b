import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxRecordBytes } from '../../../../src/model/limits.ts';
import type { Columns, RawRecord, RecordForm } from '../../../../src/model/record.ts';
import { recordBatcher } from '../../../../src/sources/records/batches.ts';
import { readRow } from '../../../../src/sources/records/table.ts';
import { encodeLegacy } from '../../../support/encode.ts';

interface SplitSeed {
  readonly records: readonly RawRecord[];
  readonly columns: Columns | undefined;
  /** Rule and line of each error. */
  readonly errors: readonly string[];
}

/** Splits a text read in chunks of the given sizes; the last size repeats. */
function splitSeed(
  text: string | Buffer,
  form: RecordForm,
  sizes: readonly number[] = [1 << 20],
): SplitSeed {
  const bytes = Buffer.from(text);
  const batcher = recordBatcher(`seed.${form}`, form);
  const batches = [];
  let at = 0;
  for (let i = 0; at < bytes.length; i += 1) {
    const size = sizes[Math.min(i, sizes.length - 1)] ?? 1;
    batches.push(...batcher.push(bytes.subarray(at, at + size), false));
    at += size;
  }
  batches.push(...batcher.push(Buffer.alloc(0), true), ...batcher.flush());
  return {
    records: batches.flatMap(({ records }) => records),
    columns: batches.find(({ columns }) => columns !== undefined)?.columns,
    errors: batches.flatMap(({ diagnostics }) =>
      diagnostics.map(({ rule, line }) => `${rule} ${line}`),
    ),
  };
}

const texts = (seed: SplitSeed): readonly string[] => seed.records.map(({ text }) => text);
const positions = (seed: SplitSeed): readonly string[] =>
  seed.records.map(({ ordinal, line }) => `${ordinal} at ${line}`);

test('JSON Lines: each line is a record with number and line; blank lines are skipped', () => {
  const seed = splitSeed('{"title":"أ"}\n\n  \r\n{"title":"ب"}\r\n{"title":"ج"}', 'jsonl');
  expect(texts(seed)).toEqual(['{"title":"أ"}', '{"title":"ب"}', '{"title":"ج"}']);
  expect(positions(seed)).toEqual(['1 at 1', '2 at 4', '3 at 5']);
});

test('JSON: records are the values of an array, on one or several lines, or consecutive objects', () => {
  const record = '{"title":"قمة [القاهرة] {1}","text":"قال: \\"نعم\\""}';
  const two = '{\n    "title": "ب",\n    "more": {"a": [1, 2]}\n  }';
  expect(texts(splitSeed(`[${record},${record}]`, 'json'))).toEqual([record, record]);
  const pretty = splitSeed(`[\n  ${two},\n  ${record}\n]\n`, 'json');
  expect(texts(pretty)).toEqual([two, record]);
  expect(positions(pretty)).toEqual(['1 at 2', '2 at 6']);
  expect(texts(splitSeed(`${record}\n${record}\n`, 'json'))).toEqual([record, record]);
});

test('JSON: values that are not objects are passed on and reported individually', () => {
  expect(texts(splitSeed('[1, "أ, ب", null, [2, 3], {}]', 'json'))).toEqual([
    ...['1', '"أ, ب"', 'null', '[2, 3]', '{}'],
  ]);
});

test('JSON: records after a broken one are read', () => {
  const broken = '[\n  {"title": "مقطوع\n  },\n  {"title": "سليم"},\n  {"title": "سليم أيضًا"}\n]';
  const seed = splitSeed(broken, 'json');
  expect(seed.errors).toEqual(['record-syntax 2']);
  expect(texts(seed)).toEqual(['{"title": "سليم"}', '{"title": "سليم أيضًا"}']);
  expect(positions(seed)).toEqual(['2 at 4', '3 at 5']);
});

test('JSON: records after an unclosed one are read', () => {
  const seed = splitSeed('[\n{"title": "مفتوح",\n{"title": "سليم"}\n]', 'json');
  expect(seed.errors).toEqual(['record-syntax 2']);
  expect(texts(seed)).toEqual(['{"title": "سليم"}']);
});

test('tables: cells may contain delimiters, quotation marks and line ends; the header is not a record', () => {
  const seed = splitSeed('العنوان,النص\n"أ, ""ب""","سطر\nوسطر"\r\nج,د\n\n', 'csv');
  expect(seed.columns).toEqual({ names: ['العنوان', 'النص'], delimiter: ',' });
  expect(texts(seed).map((row) => readRow(row, ',').cells)).toEqual([
    ['أ, "ب"', 'سطر\nوسطر'],
    ['ج', 'د'],
  ]);
  expect(positions(seed)).toEqual(['1 at 2', '2 at 4']);
});

test('tables: semicolons and tabs are delimiters too, as spreadsheets write them', () => {
  expect(splitSeed('title;text\nأ;ب, ج', 'csv').columns?.delimiter).toBe(';');
  expect(splitSeed('title\ttext\nأ\tب', 'csv').columns?.delimiter).toBe('\t');
  expect(splitSeed('a,b,c\td\n1\t2', 'tsv').columns?.names).toEqual(['a,b,c', 'd']);
});

test('tables: a quotation mark within an unquoted cell is an ordinary character', () => {
  const seed = splitSeed('title,text\nشاشة 5",سعرها "ألف"\nب,ج', 'csv');
  expect(texts(seed).map((row) => readRow(row, ',').cells)).toEqual([
    ['شاشة 5"', 'سعرها "ألف"'],
    ['ب', 'ج'],
  ]);
});

test('tables: an unclosed cell is one error, and the rows after it are read', () => {
  const seed = splitSeed('title,text\n"أ,ب\nج,د\n', 'csv');
  expect(seed.errors).toEqual(['csv-quote 2']);
  expect(texts(seed)).toEqual(['ج,د']);
});

test('the legacy encoding of a record is detected; a short record takes that of the record before', () => {
  const rows = ['{"text":"عاد الصيادون إلى الميناء قبل الظهر"}', '{"text":"نهر"}'];
  for (const encoding of ['windows-1256', 'iso-8859-6', 'cp720'] as const) {
    const bytes = encodeLegacy(rows.join('\n'), encoding);
    const seed = splitSeed(Buffer.from(bytes), 'jsonl', [7]);
    expect(texts(seed), encoding).toEqual(rows);
    expect(seed.records.map(({ decoded }) => decoded?.encoding)).toEqual([encoding, encoding]);
    const received = seed.records.map(({ decoded }) => [...(decoded?.received ?? [])]);
    expect(received).toEqual(rows.map((row) => [...encodeLegacy(row, encoding)]));
    const reported = seed.records.flatMap(({ decoded }) => decoded?.diagnostics ?? []);
    expect(reported.map(({ rule, line }) => `${rule} ${line}`)).toEqual(['encoding-guessed 1']);
  }
});

test('a record whose encoding differs from the rest is decoded separately', () => {
  const row = '{"text":"عاد الصيادون إلى الميناء قبل الظهر"}';
  const mixedBytes = Buffer.concat([
    Buffer.from(`${row}\n`),
    encodeLegacy(`${row}\n`, 'windows-1256'),
    Buffer.from(row),
  ]);
  const seed = splitSeed(mixedBytes, 'jsonl');
  expect(texts(seed)).toEqual([row, row, row]);
  expect(seed.records.map(({ decoded }) => decoded?.encoding)).toEqual([
    ...[undefined, 'windows-1256', undefined],
  ]);
});

test('only the undecodable record is excluded', () => {
  const wrong = Buffer.concat([
    Buffer.from('{"title":"أ"}\n{"title":"'),
    Buffer.from([0xff, 0x80, 0xff]),
    Buffer.from('"}\n{"title":"ب"}\n'),
  ]);
  const seed = splitSeed(wrong, 'jsonl');
  expect(seed.errors).toEqual(['record-undecodable 2']);
  expect(positions(seed)).toEqual(['1 at 1', '3 at 3']);
});

test.each(['jsonl', 'json', 'csv'] as const)(
  '%s: an endless record is rejected in bounded memory',
  (form) => {
    const head = form === 'csv' ? 'title,text\n' : '';
    const long = `{"text":"${'نص '.repeat(maxRecordBytes / 4)}"}`;
    const quoted = form === 'csv' ? `"${long.replaceAll('"', '""')}",ب` : long;
    const sound = form === 'csv' ? 'أ,ب' : '{"title":"سليم"}';
    const text = `${head}${quoted}\n${sound}\n`;
    for (const sizes of [[1 << 30], [1 << 18]]) {
      const seed = splitSeed(text, form, sizes);
      expect(seed.errors).toEqual([`record-too-large ${form === 'csv' ? 2 : 1}`]);
      expect(texts(seed)).toEqual([sound]);
    }
  },
);

test('reading a file of another format than its name says stops early', () => {
  const hostile = '{\n'.repeat(60_000);
  const seed = splitSeed(hostile, 'json', [1 << 18]);
  expect(seed.records).toEqual([]);
  expect(seed.errors.at(-1)).toMatch(/^records-abandoned /);
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

test('records are read as written for any chunk sizes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ title: cell, text: cell }), { maxLength: 8 }),
      sizes,
      (all, cuts) => {
        const parse = (seed: SplitSeed): readonly unknown[] => {
          expect(seed.errors).toEqual([]);
          return texts(seed).map((text) => JSON.parse(text));
        };
        const lines = all.map((record) => `${JSON.stringify(record)}\n`).join('');
        expect(parse(splitSeed(lines, 'jsonl', cuts))).toEqual(all);
        expect(parse(splitSeed(JSON.stringify(all), 'json', cuts))).toEqual(all);
        expect(parse(splitSeed(JSON.stringify(all, null, 2), 'json', cuts))).toEqual(all);
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const rows = all.map(({ title, text }) => `${quoted(title)},${quoted(text)}\r\n`).join('');
        const read = texts(splitSeed(`title,text\r\n${rows}`, 'csv', cuts)).map((row) =>
          readRow(row, ','),
        );
        expect(read).toEqual(
          all.map(({ title, text }) => ({ cells: [title, text], isValid: true })),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('the result does not depend on chunk sizes, even for broken files', () => {
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
        const expected = splitSeed(text, form);
        expect(splitSeed(text, form, cuts)).toEqual(expected);
        const ordinals = expected.records.map(({ ordinal }) => ordinal);
        expect(ordinals).toEqual([...new Set(ordinals)].sort((a, b) => a - b));
        for (const record of expected.records) {
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
