import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../../src/sources/front-matter.ts';
import { readDocument } from '../../../src/sources/read-document.ts';

const body = 'افتتح المجلس البلدي أمس مكتبة الحي الجديدة، وحضر الافتتاح جمع من الأهالي.\n';

function read(text: string, path = 'a.md') {
  const { value, diagnostics } = readDocument({ path, bytes: Buffer.from(text) }, () => 'hash');
  const { metadata = {}, text: rest = '' } = value ?? {};
  return { metadata, text: rest, rules: diagnostics.map(({ rule }) => rule), diagnostics };
}

const folder = new URL('../../fixtures/cases/09-front-matter-of-others-silent/', import.meta.url);

test.each([
  ['au5.md', { title: 'مفتاح عربي', date: { edtf: '2012-07-24' }, authors: ['سلمى النجار'] }],
  ['blank.md', { title: 'سطر فارغ قبله', date: { edtf: '2012-07-24' } }],
  ['json.md', { title: 'مقال بجيسون', date: { edtf: '2013-05-01' }, topics: ['كتب'] }],
  [
    'mmd.md',
    {
      title: 'بلا سياج',
      date: { edtf: '2012-07-24' },
      authors: ['سلمى النجار'],
      topics: ['كتب', 'مكتبات'],
    },
  ],
  ['pand.md', { title: 'عنوان باندوك', authors: ['سلمى النجار'], date: { edtf: '2012-07-24' } }],
  [
    'toml.md',
    {
      title: 'مقال هوغو',
      date: { edtf: '2013-05-01' },
      topics: ['ثقافة', 'كتب', 'مكتبات'],
      section: 'ثقافة',
    },
  ],
  ['txtfm.txt', { title: 'مكتبة الحي', authors: ['سلمى النجار'], source: 'المدينة' }],
])('%s gives its metadata, and its text begins after them', (name, expected) => {
  const { metadata, text } = read(readFileSync(new URL(name, folder), 'utf8'), name);
  expect(metadata).toMatchObject(expected);
  expect(text.trim()).toMatch(/^افتتح المجلس البلدي[\s\S]*حتى المساء\.$/);
});

test.each([
  ['a blank line', '\n---\ntitle: خبر\n---\n'],
  ['several blank lines with blanks', '  \n\n\t\n---\ntitle: خبر\n---\n'],
  ['a byte-order mark within', '\ufeff\n---\ntitle: خبر\n---\n'],
  ['a comment', '<!-- لا تحذف -->\n---\ntitle: خبر\n---\n'],
  ['a comment of YAML', '# yaml-language-server: $schema=x.json\n---\ntitle: خبر\n---\n'],
  ['nothing, an unknown key first', '---\nالمناوب الأول: هدى العلي\nالعنوان: خبر\n---\n'],
  ['blank lines, before TOML', '\n\n+++\ntitle = "خبر"\n+++\n'],
  ['blank lines, before JSON', '\n{"title": "خبر"}\n'],
  ['nothing, with dots at its end', '---\ntitle: خبر\n...\n\n'],
  ['nothing, TOML named', '---toml\ntitle = "خبر"\n---\n'],
  ['nothing, JSON named', '---json\n{"title": "خبر"}\n---\n'],
  ['nothing, TOML of Windows', '+++\r\ntitle = "خبر"\r\n+++\r\n'],
  ['nothing, labels of Windows', 'العنوان: خبر\r\nالتاريخ: 2012-07-24\r\n\r\n'],
  ['nothing, labels with wide colons', 'العنوان： خبر\nالكاتب： سلمى النجار\n\n'],
  ['nothing, labels on one line', 'العنوان: خبر / الكاتب: سلمى النجار / التاريخ: 2012-07-24\n\n'],
  ['nothing, labels with slashes', 'العنوان/ خبر\nالكاتب/ سلمى النجار\n\n'],
  ['nothing, labels in bold', '**العنوان:** خبر\n**الكاتب:** سلمى النجار\n\n'],
  ['nothing, labels of Org', '#+title: خبر\n#+author: سلمى النجار\n\n'],
  ['nothing, labels of reStructuredText', ':title: خبر\n:author: سلمى النجار\n\n'],
  ['nothing, labels and the name of the text', 'العنوان: خبر\nالقسم: محليات\nالنص:\n'],
  [
    'nothing, labels with blank lines between',
    'العنوان: خبر\n\nالكاتب: سلمى النجار\n\nالقسم: محليات\n\n',
  ],
  [
    'nothing, labels and the name of the text apart',
    'العنوان: خبر\nالقسم: محليات\n\nنص الخبر:\n\n',
  ],
  ['nothing, labels of a list', '- العنوان: خبر\n- الكاتب: سلمى النجار\n\n'],
  ['nothing, labels over their values', 'العنوان:\nخبر\nالكاتب:\nسلمى النجار\nالقسم:\nمحليات\n\n'],
  ['nothing, labels over their values, apart', 'العنوان:\nخبر\n\nالكاتب:\nسلمى النجار\n\nالنص:\n'],
  [
    'nothing, the title block of pandoc and more',
    '% خبر\n% سلمى النجار\n\n---\nsection: محليات\n---\n',
  ],
  ['nothing, labels without a blank line', 'العنوان: خبر\nالقسم: محليات\n'],
])('metadata after %s are read', (_, head) => {
  const { metadata, text, rules } = read(head + body);
  expect(metadata).toMatchObject({ title: 'خبر' });
  expect(text.trim()).toBe(body.trim());
  const expected = ['text-invisible', 'metadata-unknown-key'];
  expect(rules.filter((rule) => !expected.includes(rule))).toEqual([]);
});

test.each([
  'العنوان: شارع الملك فهد\n',
  'العنوان: شارع الملك فهد\nالهاتف: 123456\n\n',
  'العنوان: السد / قصة طويلة / الفصل: الأول\n\n',
  'كتب/ وليد سالم\nالقاهرة / خاص\n\n',
  'المكان: قاعة البلدية\nالتاريخ: 12 أيار\nالوقت: السابعة\n\n',
  'المحرر: كيف بدأت القصة؟\nالكاتب: بدأت في حلب.\nالمحرر: ومتى؟\n\n',
  'قال الوزير: لا تفاوض.\nوأضاف: انتهى الأمر.\n\n',
  'السؤال: ما رأيك؟\nالجواب: لا رأي لي.\n\n',
  'العنوان:\nشارع الملك فهد\n\n',
  'العنوان: شارع الملك فهد\n\nالهاتف: 123456\n\n',
  '- الكاتب: بدأت في حلب.\n- الحرب: انتهت.\n\n',
  'الساعة 10:30 صباحًا\nالموعد 11:45\n\n',
  `العنوان: ${'كلمة '.repeat(200)}\nالكاتب: سلمى النجار\n\n`,
  'http://example.org\nhttps://example.com\n\n',
  '% 50 من الأصوات\n',
  '% 50 من الأصوات ذهبت إليه\nوبقيت البقية.\n\n',
  '+++\nنص بين علامات\n+++\n',
  '{ مجموعة من الناس }\n',
  '{% include head.html %}\n',
  '{"عدد": 5} هكذا كُتب\n',
  '{"x": 5}\n',
  '---\nقال الوزير: لا تفاوض.\n---\n',
  '\n---\nقال الوزير: لا تفاوض.\n---\n',
  '# عنوان\n\n---\nقال الوزير: نعم.\n---\n',
  'منشور: تفاصيل قرار الوزارة الجديد\n\n',
])('%j is text and stays whole', (head) => {
  for (const file of ['a.md', 'a.txt']) {
    const text = head + body;
    expect(read(text, file).metadata).toEqual({});
    expect(splitFrontMatter(text, file)).toEqual({
      metadata: undefined,
      body: text,
      bodyLine: 1,
      diagnostics: [],
    });
  }
});

test('a line whose label is not known stays in the text, with one warning', () => {
  const head = 'العنوان: خبر\nالمناوب: هدى العلي\nالمصمم: وليد سالم\nالكاتب: سلمى النجار\n\n';
  const { metadata, text, rules } = read(head + body);
  expect(metadata).toEqual({ title: 'خبر', authors: ['سلمى النجار'] });
  expect(text).toBe(`المناوب: هدى العلي\nالمصمم: وليد سالم\n\n${body}`);
  expect(rules).toEqual(['front-matter-foreign']);
  const after = read(`العنوان: خبر\nالكاتب: سلمى النجار\nالمناوب: هدى العلي\n\n${body}`);
  expect(after.text.trim()).toBe(`المناوب: هدى العلي\n\n${body}`.trim());
  expect(after.rules).toEqual(['front-matter-foreign']);
  const named = read(`العنوان: خبر\nالكاتب: سلمى النجار\nالمناوب: هدى العلي\nالنص:\n${body}`);
  expect(named.text).toBe(`المناوب: هدى العلي\n\n${body}`);
  const own = read(`العنوان: خبر\nالكاتب: سلمى النجار\nوقال الوزير: إن الأمر انتهى.\nنهاية.\n`);
  expect(own.text).toBe('وقال الوزير: إن الأمر انتهى.\nنهاية.\n');
  const foreign = read(`Title: خبر\nFoo: bar\nBaz: qux\n\n${body}`);
  expect(foreign.text).toContain('Foo: bar');
  expect(foreign.rules).toEqual(['front-matter-foreign']);
});

test('a heading before front matter stays in the text', () => {
  const { metadata, text } = read(`# زاوية الحي\n\n---\ntitle: خبر\n---\n${body}`);
  expect([metadata, text]).toEqual([{ title: 'خبر' }, `# زاوية الحي\n\n${body}`]);
});

test('damaged heads that withhold something are never published with it', () => {
  const withheld = [
    '+++\nredact = [محمد علي]\n+++\n',
    '{"redact": [محمد علي]}\n',
    '+++\nwithdrawn = tru\n+++\n',
    `+++\n${'key = 1\n'.repeat(9000)}redact = ["محمد علي"]\n+++\n`,
    '---\nالأسماء المحجوبة: &a [محمد علي\nx: *a\n---\n',
  ];
  for (const head of withheld) {
    const { redact, withdrawn } = read(head + body).metadata;
    expect([head, redact ?? withdrawn]).not.toEqual([head, undefined]);
  }
});

test('days of TOML are those written, whatever the time zone', () => {
  for (const date of ['2013-05-01', '2013-05-01T00:30:00+03:00', '2013-05-01T23:30:00-08:00']) {
    const { metadata, rules } = read(`+++\ndate = ${date}\n+++\n${body}`);
    expect([metadata.date?.edtf, rules]).toEqual(['2013-05-01', []]);
  }
});

test.each([
  ['date = 2012-02-31', '2012-02-31'],
  ['date = 2011-02-29T10:00:00+03:00', '2011-02-29T10:00:00+03:00'],
  ['date = 2012-04-31 # آخر الشهر', '2012-04-31'],
])('TOML %s is no other day', (line, value) => {
  const { metadata, diagnostics } = read(`+++\ntitle = "خبر"\n${line}\n+++\n${body}`);
  expect(metadata.date).toBeUndefined();
  expect(diagnostics).toMatchObject([{ rule: 'metadata-date', line: 3, values: { value } }]);
});

test('TOML over its limit is told, whatever its keys', () => {
  const { text, rules } = read(`+++\n${'k1 = 1\n'.repeat(2000)}+++\n${body}`);
  expect(rules).toEqual(['front-matter-too-long']);
  expect(text).toContain(body);
});

test('texts of TOML and JSON have their lines', () => {
  const toml = splitFrontMatter('\n+++\ntitle = "خبر"\n\n[params]\nissue = 007\n+++\nنص', 'a.md');
  expect(toml.bodyLine).toBe(8);
  const sound = splitFrontMatter('\n+++\ntitle = "خبر"\n[params]\nissue = 7\n+++\nنص', 'a.md');
  expect(sound).toMatchObject({ body: 'نص', bodyLine: 7, diagnostics: [] });
  expect(sound.metadata?.get('title')).toEqual({ value: 'خبر', line: 3 });
  const json = splitFrontMatter('{\n"title": "خبر",\n"issue": 1.10\n}\n\nنص', 'a.md');
  expect(json).toMatchObject({ body: '\nنص', bodyLine: 5 });
  expect(json.metadata?.get('issue')).toEqual({ value: '1.10', line: 3 });
});

const held = [
  '+++\ndraft = true\ntitle = "خبر"\n+++\n',
  '+++\ntitle = "خبر"\n[params]\ndraft = true\n+++\n',
  '+++\ntitle = "خبر\ndraft = true\n+++\n',
  '+++\ntitle = "خبر"\ndraft = tru\n+++\n',
  '+++\ntitle = "خبر"\ndraft = true\n',
  `+++\ndraft = true\n${Array.from({ length: 4000 }, (_, i) => `k${i} = 1\n`).join('')}+++\n`,
  '{"title": "خبر", "draft": true}\n',
  '{"title": "خبر", "published": false}\n',
  '{\n"title": "خبر",\n"draft": true,\n}\n',
  '{\n"title": "خبر"\n"draft": true\n',
  `{"draft": true, "x": "${'ب'.repeat(9000)}"}\n`,
  '\n---\ntitle: خبر\ndraft: true\n---\n',
  '---toml\ndraft = true\n---\n',
  '---json\n{"draft": true}\n---\n',
  'العنوان: خبر\nمسودة: نعم\n\n',
  'العنوان: خبر\nالكاتب: سلمى النجار\nالحالة: مسودة\n\n',
  'Title: خبر\nStatus: draft\n\n',
  'Title: خبر\nPublished: no\n\n',
  'مسودة: نعم\n\n',
  'العنوان: خبر\n\nالكاتب: سلمى النجار\n\nمسودة: نعم\n\n',
  '{"title": "خبر" "draft": true}\n',
  `+++\n${Array.from({ length: 9000 }, (_, i) => `k${i} = 1\n`).join('')}draft = true\n+++\n`,
  '% خبر\n% سلمى النجار\n% 2012\n---\ndraft: true\n---\n',
];

test.each(held.map((head) => [head.slice(0, 60), head]))('%j is held back', (_, head) => {
  const { metadata } = read(head + body);
  const marks = Object.values(metadata.publication ?? {});
  expect(marks.some(({ verdict }) => verdict !== 'shown')).toBe(true);
});

test.each([
  '+++\ndraft = false\ntitle = "خبر"\npublishDate = 2012-01-01T10:00:00Z\n+++\n',
  '{"title": "خبر", "draft": false, "status": "publish"}\n',
  'Title: خبر\nStatus: published\n\n',
  'العنوان: خبر\nمسودة: لا\n\n',
])('%j is shown', (head) => {
  const { metadata, rules } = read(head + body);
  const marks = Object.values(metadata.publication ?? {});
  expect(marks.every(({ verdict }) => verdict === 'shown')).toBe(true);
  expect(rules).toEqual([]);
});

test('damaged TOML loses only the damaged lines; damaged JSON stays in the text', () => {
  const toml = read(`+++\ntitle = "خبر"\ntags = [كتب]\n+++\n${body}`);
  expect(toml.metadata).toEqual({ title: 'خبر' });
  expect(toml.text).toBe(body);
  expect(toml.diagnostics).toMatchObject([
    { rule: 'front-matter-syntax', severity: 'error', line: 3, values: { form: 'TOML' } },
  ]);
  const json = read(`{"title": "خبر", "tags": [كتب]}\n${body}`);
  expect(json.text).toBe(`{"title": "خبر", "tags": [كتب]}\n${body}`);
  expect(json.rules).toEqual(['front-matter-syntax']);
});

test.each([
  ['a TOML of 100,000 keys', `+++\n${'title = 1\n'.repeat(100_000)}+++\n`],
  ['deep tables of TOML', `+++\n${`a = ${'['.repeat(3000)}\n`}title = "خبر"\n+++\n`],
  ['a long key of TOML', `+++\ntitle = "خبر"\n${'a.'.repeat(3000)}b = 1\n+++\n`],
  ['a JSON of 100,000 keys', `{"title": "خبر", ${'"k": 1, '.repeat(100_000)}"z": 1}\n`],
  ['deep lists of JSON', `{"title": ${'['.repeat(4000)}${']'.repeat(4000)}}\n`],
  ['JSON without end', `{"title": "${'خبر '.repeat(100_000)}`],
  ['labels without end', 'Title: خبر\n'.repeat(50_000)],
  ['one label without end', `Title: ${'خبر '.repeat(200_000)}\n`],
  ['percent signs without end', '% خبر\n'.repeat(50_000)],
  ['blank lines without end', '\n'.repeat(500_000)],
  ['comments without end', '<!--'.repeat(100_000)],
])('%s is read in little time, and the text stays', (_, head) => {
  const start = performance.now();
  const { text, metadata } = read(head + body);
  expect(performance.now() - start).toBeLessThan(1000);
  expect(text.endsWith(body)).toBe(true);
  expect(Object.keys(metadata)).not.toContain('publication');
  expect(Reflect.has({}, 'title')).toBe(false);
});

test('prototypes are not changed by keys of TOML and JSON', () => {
  read(`+++\ntitle = "خبر"\n__proto__ = {polluted = 1}\n+++\n${body}`);
  read(`{"title": "خبر", "__proto__": {"polluted": 1}}\n${body}`);
  expect(Reflect.has({}, 'polluted')).toBe(false);
});

test('labels of declared fields are known', () => {
  const label = { ar: 'الطبعة' };
  const field = { name: 'edition', type: 'text', label, show: true, taxonomy: false } as const;
  const own = [{ ...field, search: true, export: true }];
  const text = `العنوان: خبر\nالطبعة: الثانية\nالكاتب: سلمى النجار\n\n${body}`;
  const { value, diagnostics } = readDocument(
    { path: 'a.txt', bytes: Buffer.from(text), hints: { own } },
    () => 'hash',
  );
  expect([value?.text, diagnostics]).toEqual([body, []]);
  expect(value?.metadata.others).toMatchObject([{ key: 'الطبعة', value: 'الثانية' }]);
});
