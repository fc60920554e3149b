import fc from 'fast-check';
import matter from 'gray-matter';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../../../src/sources/front-matter.ts';
import { readPlainYaml } from '../../../../src/sources/yaml/plain.ts';
import { readAnyYaml } from '../../../../src/sources/yaml/read-yaml.ts';

/** Returns whether the fast reader read the text; where it did, expects the result of the full parser. */
function holdAlike(text: string): boolean {
  const short = readPlainYaml(text, 1);
  if (short === undefined) return false;
  const long = readAnyYaml(text, 'a.md', 1);
  expect({ map: [...short], diagnostics: [] }).toEqual({ ...long, map: [...long.map] });
  return true;
}

test.each([
  '\ntitle: "قمة القاهرة: اليوم الأول"\ndate: 2017-12-12\nsource: الأهرام\nauthors: ["منى", \'سمير\', علي]\n',
  '\ntitle: قال "نعم" ومضى\nurl: https://example.org/a?b=c#d\n\npage: ٥\n',
  "title: 'قال ''نعم'''\nid: a-1",
  'title: "شرطة \\\\ واقتباس \\" ومائلة \\/"   \n',
  'topics: [ سياسة , اقتصاد ]',
  'date: 2015-07-21T02:51:32Z\nissue: 15230\npage: null\nrights: yes\nid: 0x1F\nsource: ~x\n'.replace(
    '~',
    '',
  ),
  'title: نص, مع [أقواس] و{أخرى}',
  'العنوان: نص\nتاريخ النشر: 2017-12-12\nعدَد ٥: ٦',
  'topics: []\nplaces: [ ]',
  'title: نص\ntags:\n  - سياسة\n  - "اقتصاد: سوق"\n\n# تعليق\nplaces:\n- القاهرة\ndate: 2017-12-12\n',
  '# إعدادات\nname: أرشيف\nrecovery:\n  # تعليق\n  headings: off\n\n  paragraphs: off\nlook:\n  colors:\n      accent: "#204060"\n  fonts: [أ, ب]\nlanguage: ar\n',
])('%j goes the short way', (text) => {
  expect(holdAlike(text)).toBe(true);
});

test.each([
  ...['', '\n', 'title:', 'title: ', 'title: |\n  نص', 'title: >-\n  نص', '- أ', '"title": أ'],
  ...[
    'title: *نص',
    'title: &نص أ',
    'title: !نص أ',
    'title: @نص',
    'title: %نص',
    'title: `نص`',
    'title: # نص',
  ],
  ...[
    'title: نص #وسم',
    'title: نص: وآخر',
    'title: نص:',
    'title: أ\n  ب',
    'title: أ\ntitle: ب',
    'title: "أ" ب',
  ],
  ...['title: "أ\\u0627"', 'title: "أ\nب"', 'topics: [أ,]', 'topics: [[أ]]', 'topics: [أ: ب]'],
  ...[
    'topics: {أ: ب}',
    'title: {أ}',
    'topics: [أ',
    'title: أ\tب',
    'title: أ\r',
    'title: \ufeffأ',
    'title: «أ»',
  ],
  ...[
    'title: 😀',
    '---\ntitle: أ',
    'title: أ\n---',
    'title: أ\n...',
    '%YAML 1.1\ntitle: أ',
    '<<: أ',
    ' title: أ',
    'a:\n  b: c\n d: e',
    'a:\n b: c\n  d: e',
    'a:\n  - ب\n  - ج: د',
    'a:\n  - ب\n    ج',
    'a:\n  - ب\n   - ج',
    'a:\n  - ب\nb:\n',
    'a:\n\n',
    'a:\n  #تعليق\n  b: c',
    'a:\n  -\n  - ب',
    'a:\n  b: 1\n  b: 2',
  ],
])('%j goes the long way', (text) => {
  expect(readPlainYaml(text, 1)).toBeUndefined();
});

const part = fc.constantFrom(
  ...[
    'title',
    'date',
    'authors',
    'قال',
    'الوزير',
    '2017-12-12',
    'null',
    'yes',
    '1.5',
    'a',
    'ﷺ',
    '٥',
  ],
  ...[
    ': ',
    ':',
    ' ',
    '  ',
    ', ',
    ',',
    '\n',
    '\n',
    '\n\n',
    '"',
    "'",
    "''",
    '\\',
    '\\"',
    '\\\\',
    '\\n',
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    '#',
    ' #',
    '# ',
    '-',
    '- ',
    '?',
    '? ',
    '|',
    '>',
    '*',
    '&',
    '!',
    '%',
    '@',
    '`',
  ],
  ...[
    '---',
    '...',
    '\t',
    '\r',
    '\u0085',
    '\u2028',
    '\u00a0',
    '\ufeff',
    '~',
    '<<',
    '«',
    '»',
    '😀',
    '=',
  ],
);
const value = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
const simple = fc.constantFrom('أ', '"أ: ب"', "'أ # ب'", '[أ, ب]', '["أ", b]', '2015-07-21 10:00');
const head = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom('title', 'date', 'authors', 'id', 'a_b-c', 'source'), part),
      fc.oneof({ weight: 3, arbitrary: simple }, { weight: 2, arbitrary: value }),
    ),
    { maxLength: 5 },
  )
  .map((pairs) => pairs.map(([key, written]) => `${key}: ${written}\n`).join(''));

test('the fast reader gives the same result as the full parser', () => {
  let taken = 0;
  fc.assert(
    fc.property(head, (text) => {
      if (holdAlike(text)) taken += 1;
    }),
    { numRuns: 4000 },
  );
  expect(taken).toBeGreaterThan(300);
});

const line = fc
  .tuple(
    fc.constantFrom('  ', '  ', '  ', '    ', '', ' '),
    fc.constantFrom(
      'أ: ب',
      'ب:',
      'c: "د"',
      'd:',
      '- ه',
      '- "و"',
      '-',
      '# ز',
      '#ز',
      '',
      'e: [ح]',
      'ي',
    ),
  )
  .map(([spaces, written]) => `${spaces}${written}\n`);

test('the fast reader gives the same result for lists and maps in the lines below', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 7 }), (lines) => {
      if (holdAlike(`a:\n${lines.join('')}`)) taken += 1;
    }),
    { numRuns: 6000 },
  );
  expect(taken).toBeGreaterThan(100);
});

test('any single character in a value is read as by the full parser', () => {
  for (let unit = 1; unit < 0x3000; unit += 1) {
    const sign = String.fromCharCode(unit);
    for (const text of [
      `title: ${sign}أ`,
      `title: أ${sign}`,
      `title: "أ${sign}"`,
      `topics: [${sign}, أ${sign}]`,
      `topics:\n  - أ${sign}\n  -${sign}أ\n`,
      `a:${sign}\n  b: c\n`,
    ]) {
      holdAlike(text);
    }
  }
});

test('the body is exactly that of gray-matter', () => {
  const between = fc.constantFrom('title: أ\n', 'title: أ\r\n', '\n', '# ملاحظة\n', '');
  const fence = fc.constantFrom('---', '---  ', '---\t', '---\r', '----', '--- أ', '---\u00a0');
  const after = fc.constantFrom('', '\n', '\r\n', '\n\nنص', '\n---\nنص', 'نص', '\n  نص\n', '\r');
  fc.assert(
    fc.property(between, fence, after, (yaml, closing, rest) => {
      const text = `---\n${yaml}${closing}${rest}`;
      const { metadata, body } = splitFrontMatter(text, 'a.md');
      if (metadata === undefined) expect(body).toBe(text);
      else {
        const delimiters: [string, string] = ['---', closing.replace(/\r$/, '')];
        expect(body).toBe(matter(text, { delimiters }).content);
      }
    }),
    { numRuns: 400 },
  );
});
