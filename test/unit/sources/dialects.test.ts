import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articleId, givenId } from '../../../src/article/permalink.ts';
import { maxListItems } from '../../../src/model/limits.ts';
import { readMetadata } from '../../../src/sources/metadata.ts';
import { readDocument } from '../../../src/sources/read-document.ts';
import { readYamlMap } from '../../../src/sources/yaml/read-yaml.ts';

function read(yaml: string) {
  const { map, diagnostics: faults } = readYamlMap(yaml, 'a.yaml', 1);
  const { value, diagnostics } = readMetadata(map, 'a.yaml');
  return { value, rules: [...faults, ...diagnostics].map(({ rule }) => rule), diagnostics };
}

const folder = new URL('../../fixtures/cases/10-front-matter-dialect-ignored/', import.meta.url);

/** Reads a file of the case. */
function readCase(name: string) {
  const bytes = readFileSync(new URL(name, folder));
  const { value, diagnostics } = readDocument({ path: name, bytes }, () => 'hash');
  return { metadata: value?.metadata ?? {}, told: diagnostics };
}

test('a page of Jekyll gives its categories, tags and excerpt, and one warning on its layout', () => {
  const { metadata, told } = readCase('2013-05-01-jekyll.md');
  expect(metadata).toMatchObject({
    title: 'مقال جيكل',
    section: 'مقالات',
    topics: ['مقالات', 'ثقافة', 'كتب', 'مكتبات'],
    standfirst: 'ملخص المقال',
    others: [{ key: 'layout', value: 'post', at: expect.anything() }],
  });
  expect(told.map(({ rule, values }) => [rule, values])).toEqual([
    ['markup-read', { kind: 'liquid', dropped: 3 }],
    ['metadata-unused-keys', { keys: 'layout' }],
    ['metadata-parted', { key: 'topics', names: 2 }],
    ['metadata-parted', { key: 'topics', names: 2 }],
  ]);
});

test('an author as a map gives the name, names in one text are several, keys have any case', () => {
  expect(readCase('au2.md')).toEqual({
    metadata: { title: 'كاتب بخريطة', authors: ['سلمى النجار'] },
    told: [],
  });
  expect(readCase('au3.md').metadata).toEqual({
    title: 'كاتبان نصا',
    authors: ['سلمى النجار', 'هدى العلي'],
    topics: ['كتب', 'مكتبات', 'ثقافة'],
  });
  const { metadata, told } = readCase('au4.md');
  expect(told).toEqual([]);
  expect(metadata).toMatchObject({ title: 'مفتاح بحرف كبير', date: { edtf: '2012-07-24' } });
});

test('a slug is the id where none is given, it can be one, and folders name no ids', () => {
  const { metadata } = readCase('slug.md');
  expect(metadata.slug).toBe('library-opening');
  const origin = { path: 'slug.md' };
  expect(articleId(givenId(metadata), origin)).toBe('library-opening');
  expect(articleId(givenId({ ...metadata, id: 'own' }), origin)).toBe('own');
  expect(articleId(givenId({ slug: 'افتتاح مكتبة' }), origin)).toBe('slug');
  expect(articleId(givenId(metadata, 'path'), origin, 'path')).toBe('slug');
});

test.each([
  [
    'Hugo',
    'summary: ملخص\nlastmod: 2019-02-03\ncategories: [ثقافة, كتب]\nkeywords: [قراءة]\nseries: [مدن]',
    {
      standfirst: 'ملخص',
      updated: { edtf: '2019-02-03' },
      section: 'ثقافة',
      topics: ['ثقافة', 'كتب', 'قراءة'],
      series: 'مدن',
    },
  ],
  [
    'Hugo with parameters',
    'params:\n  author: هدى العلي\n  subtitle: عنوان ثانٍ\nurl: /2019/dam/',
    {
      authors: ['هدى العلي'],
      standfirst: 'عنوان ثانٍ',
      aliases: ['2019/dam/index.html'],
    },
  ],
  [
    'Astro',
    'pubDate: 2020-01-05\nupdatedDate: 2020-02-05\ndescription: وصف',
    {
      date: { edtf: '2020-01-05' },
      updated: { edtf: '2020-02-05' },
      standfirst: 'وصف',
    },
  ],
  [
    'Pelican',
    'Title: خبر\nCategory: كرة القدم\nAuthors: سلمى النجار; هدى العلي\nLang: ar',
    {
      title: 'خبر',
      section: 'كرة القدم',
      authors: ['سلمى النجار', 'هدى العلي'],
      language: 'ar',
    },
  ],
  [
    'pandoc',
    'author:\n- name: سلمى النجار\n  affiliation: المدينة\n- هدى العلي:\n    role: محررة\nabstract: ملخص\nlang: ar',
    {
      authors: ['سلمى النجار', 'هدى العلي'],
      standfirst: 'ملخص',
      language: 'ar',
    },
  ],
  [
    'Hexo',
    'categories:\n- [ثقافة, كتب]\n- مدن',
    { section: 'ثقافة', topics: ['ثقافة', 'كتب', 'مدن'] },
  ],
  ['names in two parts', 'author: {given: سلمى, family: النجار}', { authors: ['سلمى النجار'] }],
  [
    'Obsidian',
    'tags: "#كتب #مكتبات"\nSource: المدينة',
    { topics: ['كتب', 'مكتبات'], source: 'المدينة' },
  ],
  [
    'WordPress',
    'permalink: https://old.example/2015/05/dam/\npost_name: dam\nExcerpt: ملخص',
    {
      url: 'https://old.example/2015/05/dam/',
      slug: 'dam',
      standfirst: 'ملخص',
    },
  ],
  [
    'Jekyll with a path',
    'permalink: /2016/10/dam.html\nredirect_from: /old/',
    {
      aliases: ['2016/10/dam.html', 'old/index.html'],
    },
  ],
  [
    'Omeka',
    '"Dublin Core:Title": خبر\n"Dublin Core:Creator": سلمى النجار\n"dcterms:spatial": حلب',
    {
      title: 'خبر',
      authors: ['سلمى النجار'],
      places: ['حلب'],
    },
  ],
  [
    'DSpace',
    'dc.date.issued: 1998-04-02\ndc.contributor.author: [هدى العلي]\ndc.subject[ar]: [سدود]\ndc.description.abstract: ملخص',
    {
      date: { edtf: '1998-04-02' },
      authors: ['هدى العلي'],
      topics: ['سدود'],
      standfirst: 'ملخص',
    },
  ],
  [
    'CollectionBuilder',
    'objectid: dam-1\nsubject: سدود; أنهار\nlocation: حلب\nrightsstatement: http://rightsstatements.org/vocab/InC/1.0/',
    {
      id: 'dam-1',
      topics: ['سدود', 'أنهار'],
      places: ['حلب'],
      license: 'http://rightsstatements.org/vocab/InC/1.0/',
    },
  ],
  [
    'Arabic',
    'تاريخ النشر: 2012-07-24\nالقسم: محليات\nالوسوم: كتب، مكتبات\nالصحيفة: المدينة\nالمجلد: 5\nالعدد: 12',
    {
      date: { edtf: '2012-07-24' },
      section: 'محليات',
      topics: ['كتب', 'مكتبات'],
      source: 'المدينة',
      volume: '5',
      issue: '12',
    },
  ],
] as const)('keys of %s are read', (_, yaml, expected) => {
  const { value, rules } = read(yaml);
  expect(value).toMatchObject(expected);
  expect(Object.keys(value).sort()).toEqual(Object.keys(expected).sort());
  expect(rules.filter((rule) => rule !== 'metadata-parted')).toEqual([]);
});

test.each([
  'وزارة الصحة، الرياض',
  'اليوم، وكالات - عواصم',
  'Smith, John',
  'John Smith, PhD',
  '&nbsp;سلمى النجار',
  'يوليو 21, 2015',
  'بقلق شديد، وبانتظار أخبار مفرحة، سأله: أين كنت',
])('the author %j stays one', (author) => {
  const { value } = read(`author: ${JSON.stringify(author)}`);
  expect(value.authors).toHaveLength(1);
});

test.each([
  ['سلمى النجار، وهدى العلي', ['سلمى النجار', 'هدى العلي']],
  ['وليد سالم، وسيم حداد', ['وليد سالم', 'وسيم حداد']],
  ['Jane Smith, John Doe', ['Jane Smith', 'John Doe']],
  ['سلمى النجار؛ هدى العلي', ['سلمى النجار', 'هدى العلي']],
])('the authors %j are several', (written, authors) => {
  expect(read(`author: ${JSON.stringify(written)}`).value.authors).toEqual(authors);
});

test('a text key is never parted, and topics without a sign are one outside Jekyll', () => {
  expect(read('source: وزارة الصحة، الرياض').value.source).toBe('وزارة الصحة، الرياض');
  expect(read('tags: كرة القدم').value.topics).toEqual(['كرة القدم']);
  expect(read('layout: post\nauthor: سلمى النجار').value.authors).toEqual(['سلمى النجار']);
});

test('our own key counts before the names of others, whichever stands first; a difference is told', () => {
  const { value, diagnostics } = read(
    'headline: ثانٍ\ntitle: أول\npubDate: 2020-01-01\ndate: 2020-01-01',
  );
  expect(value).toMatchObject({ title: 'أول', date: { edtf: '2020-01-01' } });
  expect(diagnostics).toMatchObject([
    { rule: 'metadata-key-again', line: 1, values: { key: 'headline', other: 'title' } },
  ]);
});

test('a description is the standfirst of an article without one, else it stays beside it', () => {
  expect(read('description: وصف').value).toEqual({ standfirst: 'وصف' });
  expect(read('description: وصف\nsummary: ملخص').value).toEqual({
    standfirst: 'ملخص',
    description: 'وصف',
  });
  expect(read('summary: ملخص\nexcerpt: مقتطف').value).toEqual({
    standfirst: 'ملخص',
    description: 'مقتطف',
  });
});

test.each(['/:year/:title/', 'pretty', '/blog/{{ page.slug }}/', 'none'])(
  'the permalink %j is a setting of the other program',
  (permalink) => {
    expect(read(`permalink: "${permalink}"`)).toMatchObject({
      value: {},
      rules: ['metadata-unused-keys'],
    });
  },
);

test('marks of publication hold under other names and within parameters', () => {
  for (const yaml of [
    'permalink: false',
    'params:\n  draft: true',
    'مسودة: نعم',
    'الحالة: مسودة',
  ]) {
    expect(read(yaml).value.publication).toBeDefined();
  }
  expect(read('draft: false\nparams: {draft: true}').value.publication?.draft?.verdict).toBe(
    'held',
  );
  expect(read('الحالة: أرشيف').value.publication).toBeUndefined();
});

test('settings of other programs are named together, unknown keys each', () => {
  const { diagnostics } = read('layout: post\ncomments: true\nweight: 3\ntoc: true\nمناوب: هدى');
  expect(diagnostics).toMatchObject([
    { rule: 'metadata-unused-keys', line: 1, values: { keys: 'layout, comments, weight, toc' } },
    { rule: 'metadata-unknown-key', line: 5, values: { nearest: '' } },
  ]);
});

test('more categories and keywords than an article may have are cut, not lost silently', () => {
  const names = Array.from({ length: 400 }, (_, i) => `و${i}`);
  const { value, rules } = read(
    `keywords: [${names.map((name) => `أ${name}`).join(', ')}]\ntags: [${names.join(', ')}]`,
  );
  expect(value.topics).toHaveLength(maxListItems);
  expect(rules).toEqual(['metadata-too-many']);
});
