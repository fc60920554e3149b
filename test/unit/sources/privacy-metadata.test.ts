import { expect, test } from 'vitest';
import { combineMetadata } from '../../../src/sources/combine-metadata.ts';
import { readRedact, readWithdrawal, withLostKeys } from '../../../src/sources/privacy-metadata.ts';
import { readYamlMap } from '../../../src/sources/yaml/read-yaml.ts';

const parsed = (yaml: string) => readYamlMap(`key: ${yaml}\n`, 'a.txt', 1).map.get('key')?.value;

const withdrawalOf = (yaml: string) => {
  const read = readWithdrawal(parsed(yaml) ?? '');
  return read && [read.date?.edtf, read.reason];
};

test.each([...['true', 'True', 'yes', '"on"', '1', 'نعم', 'withdrawn', '{}', '{by: هدى}']])(
  'withdrawn: %s withdraws without day and reason',
  (yaml) => {
    expect(withdrawalOf(yaml)).toEqual([undefined, undefined]);
  },
);

test.each(['false', 'No', '"off"', '0', 'null', '~', 'لا', '', '[]'])(
  'withdrawn: %s does not withdraw',
  (yaml) => {
    expect(withdrawalOf(yaml)).toBeUndefined();
  },
);

test.each([
  ['2026-03-01', '2026-03-01', undefined],
  ['2026', '2026', undefined],
  ['25/1/2026 خطأ', '2026-01-25', 'خطأ'],
  ['2026-03-01 بطلب من أسرته', '2026-03-01', 'بطلب من أسرته'],
  ['2026-03-01T10:00: بطلب', '2026-03-01', 'بطلب'],
  ['٢٠٢٦-٠٣-٠١ – بطلب', '2026-03-01', 'بطلب'],
  ['2019 كان عامًا صعبًا', undefined, '2019 كان عامًا صعبًا'],
  ['سُحب: بطلب', undefined, 'سُحب: بطلب'],
  ['perhaps', undefined, 'perhaps'],
  ['{date: 2026-03-01, reason: خطأ}', '2026-03-01', 'خطأ'],
  ['{Day: 2026-03, WHY: خطأ, by: هدى}', '2026-03', 'خطأ'],
  ['{date: yesterday, reason: x}', undefined, 'x'],
  ['[2026-03-01, خطأ]', '2026-03-01', 'خطأ'],
  ['\n  - date: 2026-03-01\n  - reason: خطأ', '2026-03-01', 'خطأ'],
])('withdrawn: %s gives the day %s and the reason %s', (yaml, date, reason) => {
  expect(withdrawalOf(yaml)).toEqual([date, reason]);
});

test.each<[string, readonly string[]]>([
  ['محمد علي', ['محمد علي']],
  ['محمد علي، سامي يوسف', ['محمد علي', 'سامي يوسف']],
  ['Mohamed Ali, Jo Smith', ['Mohamed Ali', 'Jo Smith']],
  ['["Smith, John", هدى]', ['Smith, John', 'هدى']],
  ['[[a b], {name: c d}]', ['a b', 'c d']],
  ['false', []],
  ['', []],
  ['true', ['']],
  ['{}', ['']],
  ['[سالم الرفاعي]withdrawn: true', ['']],
  ['[سالم الرفاعي', ['[سالم الرفاعي']],
  ['سالم: الرفاعي', ['']],
])('redact: %s gives %j', (yaml, names) => {
  expect(readRedact(parsed(yaml) ?? '')).toEqual(names);
});

test('names of both metadata are withheld, and what either withdraws is withdrawn', () => {
  const general = { redact: ['a b'], withdrawn: { reason: 'x' }, title: 'g' };
  expect(combineMetadata(general, { redact: ['c d', 'a b'], title: 'o' })).toEqual({
    ...{ title: 'o', redact: ['a b', 'c d'], withdrawn: { reason: 'x' } },
  });
  expect(combineMetadata({ title: 'g' }, { redact: ['c'] })).toEqual({ title: 'g', redact: ['c'] });
});

test.each<[string, object]>([
  ['+++\nwithdrawn = true\n+++\n', { withdrawn: {} }],
  ['---json\n{"title": "x", "Redact": ["a"]}\n---\n', { redact: [''] }],
  ['---\nwithdrawn: false\nx: [\n---\n', {}],
  ['---\nنص عن كلمة redact وحدها\n', {}],
])('of keys that were not read in %j the article is kept back', (text, metadata) => {
  expect(withLostKeys({}, text, [])).toEqual(metadata);
  expect(withLostKeys({}, '', ['REDACT'])).toEqual({ redact: [''] });
});
