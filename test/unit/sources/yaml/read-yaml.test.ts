import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readYamlMap,
  type YamlMap,
  type YamlValue,
} from '../../../../src/sources/yaml/read-yaml.ts';

type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

function plain(value: YamlValue): Plain {
  if (typeof value === 'string') return value;
  return value instanceof Map
    ? plainMap(value)
    : [...value.values()].map((v) => plain(v as YamlValue));
}

function plainMap(map: YamlMap): { readonly [key: string]: Plain } {
  return Object.fromEntries([...map].map(([key, entry]) => [key, plain(entry.value)]));
}

function read(text: string) {
  const { map, diagnostics } = readYamlMap(text, 'a.txt', 1);
  return { values: plainMap(map), rules: diagnostics.map((d) => `${d.line}:${d.rule}`), map };
}

test.each([
  'رئيس الوزراء: لا تفاوض',
  '*عاجل* مظاهرات في الميدان',
  '*عاجل*',
  '@aljazeera ينشر الوثيقة',
  '%5 نسبة النمو',
  '"قال": نعم',
  '"قال" و"فعل"',
  '"قال الوزير',
  "'قال' ثم مضى",
  '[عاجل] خبر',
  '{عاجل}',
  '{عاجل} خبر',
  '- نص يبدأ بشرطة',
  '-',
  '«قال: نعم»',
  'قال:',
  '? لماذا',
  '| فاصل',
  '> اقتباس',
  '!عاجل خبر',
  '&ب خبر',
  '`رمز`',
  '، ثم مضى',
  ', ثم مضى',
  'الساعة 10:30: اجتماع',
])('a title written without quotes is read whole: %s', (title) => {
  expect(read(`title: ${title}\ndate: 2017-12-12\n`)).toMatchObject({
    values: { title, date: '2017-12-12' },
    rules: [],
  });
});

test.each(['1445-06-23', '1973-02-30', '007', '1:30', 'yes', 'null', '~', '0x1F', '1e3', '.inf'])(
  'a plain value is the text as written: %s',
  (value) => {
    expect(read(`issue: ${value}`).values).toEqual({ issue: value });
    expect(read(`%YAML 1.1\n---\nissue: ${value}`).values).toEqual({ issue: value });
  },
);

test('a hashtag in a value is kept, with a warning to quote it', () => {
  expect(read('date: 2017\ntitle: وسم #سوريا يتصدر\nissue: العدد #15')).toMatchObject({
    values: { date: '2017', title: 'وسم #سوريا يتصدر', issue: 'العدد #15' },
    rules: ['2:yaml-hashtag', '3:yaml-hashtag'],
  });
  expect(read('title: #عاجل').values).toEqual({ title: '#عاجل' });
  expect(read('topics:\n  - #سوريا\n  - ثورة #يناير').values).toEqual({
    topics: ['#سوريا', 'ثورة #يناير'],
  });
  expect(read('topics: [وسم #سوريا, مصر]').values).toEqual({ topics: ['وسم #سوريا', 'مصر'] });
  expect(read('title: قال: نعم #عاجل')).toMatchObject({
    values: { title: 'قال: نعم #عاجل' },
    rules: ['1:yaml-hashtag'],
  });
});

test('a hashtag after a quoted word leaves the quoted value unchanged', () => {
  expect(read("title: 'أ'ب #ج").values).toEqual({ title: "'أ'ب #ج" });
  expect(read('title: "أ" ب #ج').values).toEqual({ title: '"أ" ب #ج' });
});

test('a # followed by a space starts a comment, which is not part of the value', () => {
  expect(read('# ملاحظة\ntitle: نص # تعليق\ntopics: #القائمة\n  - مصر # بلد\n')).toMatchObject({
    values: { title: 'نص', topics: ['مصر'] },
    rules: [],
  });
  expect(read('title: قال: نعم # تعليق').values).toEqual({ title: 'قال: نعم' });
  expect(read('title: "نص #موسوم" # تعليق').values).toEqual({ title: 'نص #موسوم' });
});

test('an invalid value does not affect other entries', () => {
  const text = [
    'standfirst: |',
    '  سطر: أول #وسم',
    '  سطر ثان',
    'headings:',
    '  - «قال: نعم»',
    '  - @الأول: ثم: الثاني',
    'title: "متعدد',
    '  الأسطر: هنا"',
    'byline: كتب: أحمد',
    '  ومحمود',
    'authors: [*أحمد, محمود]',
  ].join('\n');
  const { values, rules, map } = read(text);
  expect(rules).toEqual([]);
  expect(values).toEqual({
    standfirst: 'سطر: أول #وسم\nسطر ثان\n',
    headings: [{ '«قال': 'نعم»' }, '@الأول: ثم: الثاني'],
    title: 'متعدد الأسطر: هنا',
    byline: 'كتب: أحمد ومحمود',
    authors: ['*أحمد', 'محمود'],
  });
  expect([...map.values()].map((entry) => entry.line)).toEqual([1, 4, 7, 9, 11]);
});

test('a missing space after the colon is accepted', () => {
  expect(read('title:خبر\nsource: الأهرام').values).toEqual({ title: 'خبر', source: 'الأهرام' });
});

test('CRLF files read the same', () => {
  const text = 'title: رئيس: لا\ntopics:\n  - مصر\n  - #سوريا\nissue: 1:30\n';
  expect(read(text.replaceAll('\n', '\r\n')).values).toEqual(read(text).values);
});

test('lines count from the first line of the file', () => {
  const { map, diagnostics } = readYamlMap('\ntitle: x\ntitle: y', 'a.txt', 4);
  expect(map.get('title')?.line).toBe(5);
  expect(diagnostics).toMatchObject([{ rule: 'yaml-duplicate-key', line: 6, file: 'a.txt' }]);
});

test('the first of duplicate keys is used', () => {
  expect(read('title: أول\ntitle: ثان')).toMatchObject({
    values: { title: 'أول' },
    rules: ['2:yaml-duplicate-key'],
  });
});

test('aliases are rejected, including cyclic and exponentially expanding ones', () => {
  expect(read('a: &a [*a]\ntitle: خبر')).toMatchObject({
    values: { title: 'خبر' },
    rules: ['1:yaml-alias'],
  });
  const levels = Array.from({ length: 9 }, (_, n) => {
    const items = n === 0 ? 'lol' : Array.from({ length: 9 }, () => `*a${n - 1}`).join(', ');
    return `a${n}: &a${n} [${items}]`;
  });
  const { values, rules } = read([...levels, 'title: خبر'].join('\n'));
  expect(values).toEqual({ a0: ['lol'], title: 'خبر' });
  expect(rules).toHaveLength(8);
});

test('merge keys are rejected', () => {
  expect(read('<<: {title: x}\ntitle: y')).toMatchObject({
    values: { title: 'y' },
    rules: ['1:yaml-alias'],
  });
});

test.each(['!!js/function "return 1"', '!!binary aGk=', '!<tag:yaml.org,2002:int> 3'])(
  'the tag in %s is rejected and the other entries are read',
  (value) => {
    expect(read(`a: ${value}\ntitle: خبر`)).toMatchObject({
      values: { title: 'خبر' },
      rules: ['1:yaml-syntax'],
    });
  },
);

test.each([
  ['brackets', '['.repeat(64_000)],
  ['closed brackets', `${'['.repeat(10_000)}x${']'.repeat(10_000)}`],
  ['braces', '{a: '.repeat(10_000)],
  ['dashes', `\n ${'- '.repeat(10_000)}x`],
  ['question marks', `\n ${'? '.repeat(10_000)}x`],
  ['colons', 'b: '.repeat(10_000)],
])('nesting of %s ten thousand deep is refused without an overflow', (_, value) => {
  const { values, rules } = read(`a: ${value}\n`);
  expect(values).toEqual({});
  expect(rules).toEqual([expect.stringContaining('yaml-depth')]);
});

test('keys named like members of Object.prototype are ordinary keys', () => {
  const { map } = read('__proto__: x\nconstructor: y\na:\n  __proto__: z');
  expect([...map.keys()]).toEqual(['__proto__', 'constructor', 'a']);
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});

test.each(['نص بلا مفاتيح', '- a\n- b', '[a, b]'])('%j is reported as not a map', (text) => {
  expect(read(text)).toMatchObject({ values: {}, rules: ['1:yaml-not-a-map'] });
});

test.each(['', '\n\n', '# تعليق\n', '---\n'])('%j is an empty map', (text) => {
  expect(read(text)).toMatchObject({ values: {}, rules: [] });
});

test('a tab used for indentation is reported as such', () => {
  const { diagnostics } = readYamlMap('topics:\n\t- مصر', 'a.txt', 1);
  expect(diagnostics).toMatchObject([
    { rule: 'yaml-syntax', line: 2, values: { reason: expect.stringContaining('Tabs') } },
  ]);
});

test('a stray line does not affect any entry', () => {
  expect(read('title: خبر\nسطر شارد\nsource: الأهرام')).toMatchObject({
    values: { title: 'خبر', source: 'الأهرام' },
    rules: ['2:yaml-syntax'],
  });
});

test('quoted values are read as YAML reads them', () => {
  const value = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value), (record) => {
      const lines = Object.entries(record).map(([key, text]) => `${key}: ${JSON.stringify(text)}`);
      expect(read(lines.join('\n')).values).toEqual({ ...record });
    }),
  );
});

test('no unquoted one-line text is lost, with any punctuation', () => {
  const sign = fc.constantFrom(...':#*&!|>%@`[]{},?-"\'«»أب1 ');
  const value = fc
    .array(sign, { minLength: 1, maxLength: 12 })
    .map((signs) => `أ${signs.join('')}`.trim())
    // Punctuation after # makes it a comment; a letter or an opening quotation mark does not.
    .filter((text) => !/\s#(?![\p{L}\p{M}\p{N}\p{Ps}\p{Pi}"'])/u.test(text));
  fc.assert(
    fc.property(value, (title) => {
      const { values } = read(`title: ${title}\nsource: الأهرام`);
      expect(values).toEqual({ title, source: 'الأهرام' });
    }),
  );
});

test('the reader never throws', () => {
  const sign = fc.constantFrom(...':#*&!|>%@`[]{},?-"\'<أab1 \t\n\r', ': ', '\n  ', '- ', '---\n');
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
      expect(() => read(signs.join(''))).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});
