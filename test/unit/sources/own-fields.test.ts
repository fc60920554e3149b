import { expect, test } from 'vitest';
import { redactMetadata } from '../../../src/article/redact/redact-metadata.ts';
import { redactor } from '../../../src/article/redact/redactor.ts';
import { readConfig } from '../../../src/config/schema.ts';
import type { FieldSetting, FieldType } from '../../../src/model/field.ts';
import { csvRow } from '../../../src/outputs/archive-csv.ts';
import { ownRecord } from '../../../src/outputs/own-record.ts';
import { readMetadata } from '../../../src/sources/metadata.ts';
import { isSecretKey } from '../../../src/sources/other-keys.ts';
import { plainNumber, withOwnFields } from '../../../src/sources/own-fields.ts';
import { readYamlMap } from '../../../src/sources/yaml/read-yaml.ts';

const field = (name: string, type: FieldType, label = {}): FieldSetting => ({
  ...{ name, type, label, show: true, taxonomy: false, search: true, export: true },
});

function read(yaml: string, ...fields: readonly FieldSetting[]) {
  const { map } = readYamlMap(yaml, 'a.yaml', 1);
  return withOwnFields(readMetadata(map, 'a.yaml', undefined, fields).value, fields, 'a.txt');
}

test('a declared field goes before another name of our own key', () => {
  const { metadata } = read('المحرر: سمير\nالكاتب: منى\n', field('المحرر', 'text'));
  expect(metadata).toMatchObject({ authors: ['منى'], fields: { المحرر: 'سمير' } });
});

test('the date of a field is read in the order of its folder', () => {
  const { metadata, diagnostics } = read(
    'printed: 3/4/2011\ndates: {order: dmy}',
    field('printed', 'date'),
  );
  expect([metadata.fields, diagnostics]).toEqual([{ printed: '2011-04-03' }, []]);
});

const declared = [
  field('edition', 'text'),
  field('period', 'list', { ar: 'الحقبة' }),
  field('printed_on', 'date'),
  field('الأوراق', 'number'),
  field('spot', 'place'),
];

test('declared keys are read in any letter case, by their labels, and as their types', () => {
  const yaml =
    'Edition: الثانية\nالحقبة: الأولى؛ الثانية, الثالثة\nPrinted-On: 25/1/2011\nالأوراق: ١٬٢٥٠٫٥\nspot: Paris, France; عدن\n';
  const { metadata, diagnostics } = read(yaml, ...declared);
  expect(metadata.fields).toEqual({
    edition: 'الثانية',
    period: ['الأولى', 'الثانية', 'الثالثة'],
    printed_on: '2011-01-25',
    الأوراق: '1250.5',
    spot: ['Paris, France', 'عدن'],
  });
  expect(metadata.others).toBeUndefined();
  expect(diagnostics).toEqual([]);
});

test.each([
  ['الأوراق: بضع', 'بضع'],
  ['printed_on: 31/2/2011', '31/2/2011'],
  ['edition: [أولى, ثانية]', 'أولى، ثانية'],
  ['الأوراق: 1,25', '1,25'],
])('%s is told and kept as text', (yaml, text) => {
  const { metadata, diagnostics } = read(yaml, ...declared);
  expect(Object.values(metadata.fields ?? {})).toEqual([text]);
  expect(diagnostics).toMatchObject([{ rule: 'field-value', file: 'a.yaml', line: 1 }]);
});

test.each([
  ['1250', '1250'],
  ['1,250', '1250'],
  ['١٢٫٥', '12.5'],
  ['-3', '-3'],
  ['1.250.000', undefined],
  ['12 ص', undefined],
  ['1,25', undefined],
])('%s as a number is %s', (text, number) => {
  expect(plainNumber(text)).toBe(number);
});

test('unknown keys keep their lists and maps; secret ones are left out', () => {
  const yaml =
    'mood: هادئ\nlist: [أ, ب]\nseo: {weight: "3", Token: x}\nredacted: سالم\npasswrd: y\n';
  const { metadata } = read(yaml);
  const { others } = ownRecord({ metadata }, [], ['mood']);
  expect(others).toEqual({ mood_: 'هادئ', list: ['أ', 'ب'], seo: { weight: '3' } });
  expect(['redact_names', 'أسماء محجوبة', 'api_key', 'Secret'].every(isSecretKey)).toBe(true);
  expect(['state', 'publisher', 'sector', 'editor', 'mood'].some(isSecretKey)).toBe(false);
});

test('names are redacted in keys and values, and addresses left out', () => {
  const yaml = 'note: {سالم الوادي: بخط سالم الوادي}\norigin: https://example.org/salem\n';
  const { metadata } = read(yaml);
  const redacted = redactMetadata(metadata, redactor(['سالم الوادي'], '[حُجب]'));
  expect(JSON.stringify(redacted)).not.toMatch(/سالم|example/);
  expect(JSON.stringify(redacted)).toContain('بخط [حُجب]');
});

test('a cell of CSV is no formula, a number stays one', () => {
  const fields = [field('n', 'number'), field('t', 'text')];
  const own = ownRecord({ metadata: { fields: { n: '-3', t: '=1+1' } } }, fields, []);
  expect(csvRow({ own }, fields)).toMatch(/,-3,'=1\+1,\r\n$/);
});

test.each([
  ['fields: [a]'],
  ['fields: {title: text}'],
  ['fields: {Draft: list}'],
  ['fields: {text: text}'],
  ['fields: {password: text}'],
  ['fields: {edition: number, Edition: text}'],
  ['fields: {a: {label: الحقبة}, b: {label: الحقبة}}'],
  ['fields: {a: numbers}'],
  ['fields: {a: {type: text, shown: on}}'],
  ['fields: {a: {type: text, show: maybe}}'],
  ['fields: {"a/b": text}'],
  ['fields: {a: {label: [x]}}'],
])('%s is a wrong setting', (yaml) => {
  const { diagnostics } = readConfig(readYamlMap(yaml, 'w.yaml', 1).map, 'w.yaml');
  expect(diagnostics).not.toEqual([]);
  expect(diagnostics.every(({ severity, line }) => severity === 'error' && line === 1)).toBe(true);
});
