import { expect, test } from 'vitest';
import { regions } from '../../../src/calendar/regions.ts';
import { readConfig } from '../../../src/config/schema.ts';
import { readYamlMap } from '../../../src/sources/yaml/read-yaml.ts';

const read = (yaml: string) => readConfig(readYamlMap(yaml, 'warraq.yaml', 1).map, 'warraq.yaml');

const errors = (yaml: string): readonly string[] =>
  read(yaml)
    .diagnostics.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(
      ({ rule, line, severity, values }) =>
        `${severity} ${rule}:${line} ${'key' in values ? values.key : ''}`,
    );

test('without settings every key has its default', () => {
  expect(read('')).toEqual({
    value: {
      name: 'أرشيف المقالات',
      description: expect.stringContaining('نصوص صحفية'),
      language: 'ar',
      region: undefined,
      baseUrl: undefined,
      ids: 'name',
      permalink: 'articles/{id}.html',
      ...{ addresses: false, redirects: 'none', gone: 'none' },
      recovery: { headings: 'cautious', paragraphs: true, metadata: true },
      ...{ downloads: ['packs'], keepsDownloads: true },
      exports: ['jsonl', 'csv'],
      search: true,
      redact: [],
      look: { light: {}, dark: {}, faces: {}, logo: undefined },
      ...{ pages: [], siteHtml: {} },
      authority: [],
      decisions: [],
      dates: {},
      encodings: {},
      folders: {},
      records: { fields: {}, ignore: [], format: undefined },
      fields: [],
    },
    diagnostics: [],
  });
});

test('every key is read', () => {
  const yaml = `name: " أرشيف "
description: وصف
language: en
region: ar-sy
baseUrl: https://example.org/a
ids: path
permalink: '{year}/{slug}.html'
search: off
redact: [محمد علي, Jane Smith]
addresses: on
redirects: cloudflare
gone: page
dates: {order: mdy}
encodings: {./1998/: cp720, july.csv: windows-1256, .: mac-arabic}
folders: {./1998/: {section: ثقافة}, .: {rights: محفوظة}}
recovery: {headings: eager, paragraphs: off, metadata: off}
records: {fields: {text: body.rendered, author: writer}, ignore: [views], format: markdown}`;
  expect(read(yaml)).toEqual({
    value: {
      name: 'أرشيف',
      description: 'وصف',
      language: 'en',
      region: 'SY',
      baseUrl: 'https://example.org/a/',
      ids: 'path',
      permalink: '{year}/{slug}.html',
      ...{ addresses: true, redirects: 'cloudflare', gone: 'page' },
      recovery: { headings: 'eager', paragraphs: false, metadata: false },
      ...{ downloads: ['packs'], keepsDownloads: true },
      exports: ['jsonl', 'csv'],
      search: false,
      redact: ['محمد علي', 'Jane Smith'],
      look: { light: {}, dark: {}, faces: {}, logo: undefined },
      ...{ pages: [], siteHtml: {} },
      authority: [],
      decisions: [],
      dates: { order: 'mdy' },
      encodings: { 1998: 'cp720', 'july.csv': 'windows-1256', '': 'mac-arabic' },
      folders: { 1998: { section: 'ثقافة' }, '': { rights: 'محفوظة' } },
      records: {
        fields: { text: 'body.rendered', authors: 'writer' },
        ignore: ['views'],
        format: 'markdown',
      },
      fields: [],
    },
    diagnostics: [],
  });
});

test('an English interface has an English default name', () => {
  expect(read('language: en').value.name).toBe('Article archive');
});

test('an unknown key is reported with the nearest known one, in nested maps too', () => {
  const { diagnostics } = read('nmae: x\nrecovery:\n  heading: off\nقالب: y');
  expect(diagnostics.map(({ values, line }) => [line, values])).toEqual([
    [1, { key: 'nmae', nearest: 'name' }],
    [4, { key: 'قالب', nearest: '' }],
    [3, { key: 'recovery.heading', nearest: 'recovery.headings' }],
  ]);
});

test.each(Object.keys(regions))(
  'the region %s is accepted, with and without its language',
  (code) => {
    expect(read(`region: ${code}`).value.region).toBe(code);
    expect(read(`region: ar-${code.toLowerCase()}`).value.region).toBe(code);
  },
);

test.each(['XX', 'constructor', '__proto__', 'مصر', '""'])('%s is not a region', (code) => {
  expect(errors(`region: ${code}`)).toEqual(['error config-value:1 region']);
});

test.each([
  '../{id}.html',
  '/{id}.html',
  'a/../{id}.html',
  'a//{id}.html',
  '{id}',
  '{id}.htm',
  'articles/all.html',
  '{year}.html',
  '{Id}.html',
  '{id}/{nothing}.html',
  '.{id}.html',
  'a\\{id}.html',
  'a b/{id}.html',
  '{id}.html/',
  '%2e%2e/{id}.html',
])('the permalink %s is refused', (pattern) => {
  expect(errors(`permalink: '${pattern}'`)).toEqual(['error config-value:1 permalink']);
});

test.each([
  '{id}.html',
  'a/b/{slug}.html',
  '{year}/{month}/{day}/{id}.html',
  '{shard}/x-{id}.html',
])('the permalink %s is taken', (pattern) => {
  expect(read(`permalink: '${pattern}'`)).toMatchObject({
    value: { permalink: pattern },
    diagnostics: [],
  });
});

test.each([
  'ftp://example.org/',
  'example.org',
  'https://example.org/?a=1',
  'https://example.org/#x',
  'javascript:alert(1)',
  'https://',
])('the base URL %s is refused', (url) => {
  expect(errors(`baseUrl: '${url}'`)).toEqual(['error config-value:1 baseUrl']);
});

test('a base URL with user name and password is rejected, because it would be published', () => {
  expect(errors('baseUrl: https://user:secret@example.org/')).toEqual([
    'error config-value:1 baseUrl',
  ]);
});

test('values of a wrong type are rejected with their line', () => {
  expect(errors('name: [a, b]\nlanguage: qaa\nrecovery: off\nregion:\n  a: b')).toEqual([
    'error config-value:1 name',
    'error config-value:2 language',
    'error config-value:3 recovery',
    'error config-value:4 region',
  ]);
});

test('only the four sensitivities of heading recovery are accepted', () => {
  for (const sensitivity of ['cautious', 'balanced', 'eager', 'off']) {
    expect(read(`recovery: {headings: ${sensitivity}}`).value.recovery.headings).toBe(sensitivity);
  }
  expect(errors('recovery: {headings: true, paragraphs: yes}')).toEqual([
    'error config-value:1 recovery.headings',
    'error config-value:1 recovery.paragraphs',
  ]);
});

test('the settings of records are validated as strictly as the others', () => {
  expect(read('records: {ignore: all}').value.records.ignore).toBe('all');
  expect(read('records: {ignore: views}').value.records.ignore).toEqual(['views']);
  expect(errors('records: {field: {}, format: pdf}')).toEqual([
    'error config-unknown-key:1 records.field',
    'error config-value:1 records.format',
  ]);
  expect(
    errors('records:\n  fields:\n    titel: headline\n    date: [a]\n  ignore: {a: b}'),
  ).toEqual([
    'error config-unknown-key:3 records.fields.titel',
    'error config-value:4 records.fields.date',
    'error config-value:5 records.ignore',
  ]);
  expect(errors('records: content')).toEqual(['error config-value:1 records']);
});

test('a known encoding may be declared for a folder, a file or all files', () => {
  expect(read('encodings: {a//b/: cp720}').value.encodings).toEqual({ 'a/b': 'cp720' });
  expect(errors('encodings: {old: utf-7}\n')).toEqual(['error config-value:1 encodings.old']);
  expect(errors('encodings: windows-1256')).toEqual(['error config-value:1 encodings']);
});

test('metadata of folders are checked like those of articles, and keys of one text are refused', () => {
  expect(errors('folders: {a: {id: x, section: ثقافة}}\n')).toEqual([
    'error config-value:1 folders.a.id',
  ]);
  expect(errors('folders: {a: {sektion: ثقافة}}\n')).toHaveLength(1);
  expect(errors('folders: ثقافة\n')).toEqual(['error config-value:1 folders']);
});

test('a site sets colours, fonts and logo', () => {
  const yaml = `look:
  colors: {accent: "#036", paper: "#FFFFFF"}
  dark: {paper: "#000000"}
  faces: {text: Amiri, interface: Noto Kufi Arabic}
  logo: شعار.svg
  cover: غلاف.jpg
`;
  expect(read(yaml)).toMatchObject({
    diagnostics: [],
    value: {
      look: {
        light: { accent: '#003366', paper: '#ffffff' },
        dark: { paper: '#000000' },
        faces: { text: 'Amiri', interface: 'Noto Kufi Arabic' },
        logo: 'شعار.svg',
        cover: 'غلاف.jpg',
      },
    },
  });
});

test.each([
  ['colors: {ink: red}', 'look.colors.ink'],
  ['colors: {ink: "#777777"}', 'look.colors.ink'],
  ['colors: {paper: "#333333"}', 'look.colors.paper'],
  ['dark: {accent: "#551111"}', 'look.dark.accent'],
  ['colors: {inc: "#000000"}', 'look.colors.inc'],
  ["faces: {text: 'x\"; } body {'}", 'look.faces.text'],
  ['logo: ../../etc/passwd', 'look.logo'],
  ['logo: https://example.org/a.svg', 'look.logo'],
  ['cover: cover.svg', 'look.cover'],
])('look: %s is refused', (yaml, key) => {
  const { diagnostics } = read(`look:\n  ${yaml}\n`);
  expect(diagnostics.map(({ values }) => ('key' in values ? values.key : ''))).toContain(key);
  expect(diagnostics[0]?.line).toBe(2);
});

test('a name that is withheld stands in no setting, and is one that can be looked for', () => {
  expect(read('redact: [Jane Smith]\nname: Papers of JANE  SMITH\n').diagnostics).toMatchObject([
    { rule: 'redact-setting', severity: 'error', line: 2, values: { key: 'name' } },
  ]);
  expect(read('redact: [و]\n').diagnostics).toMatchObject([{ rule: 'config-value', line: 1 }]);
  expect(read('redact: Jane Smith, محمد علي\n').value.redact).toEqual(['Jane Smith', 'محمد علي']);
});
