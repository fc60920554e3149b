import { expect, test } from 'vitest';
import { maxMarkdownBytes } from '../../../src/model/limits.ts';
import { compile, printBlocks } from '../../support/samples.ts';

const body = 'أعلن المجلس البلدي خطة لتوسيع الحديقة العامة وزراعة ألف شجرة. ووافق السكان عليها.';

test('a text without a title is titled by its first sentence, marked as derived', () => {
  const { value } = compile(body);
  expect(value.title).toBe('أعلن المجلس البلدي خطة لتوسيع الحديقة العامة وزراعة ألف شجرة');
  expect(value.titleDerived).toBe(true);
  expect(value.descriptionDerived).toBe(true);
});

test('a given title and standfirst are kept', () => {
  const { value } = compile(body, { title: 'حديقة أكبر', standfirst: 'ألف شجرة جديدة.' });
  expect(value).toMatchObject({
    title: 'حديقة أكبر',
    titleDerived: false,
    description: 'ألف شجرة جديدة.',
    descriptionDerived: false,
  });
});

test('a line that repeats the given title is hidden, another line is not', () => {
  const hidden = '<p hidden>حديقة أكبر</p>';
  const text = `حديقة أكبر\n\n${body}`;
  expect(printBlocks(compile(text, { title: 'حديقة أكبر' }).value.lead)).toContain(hidden);
  expect(printBlocks(compile(text, { title: 'غيره' }).value.lead)).not.toContain('hidden');
});

test('the numbers of notes are no part of a title or a description', () => {
  const { value } = compile(`# حديقة أكبر[^1]\n\nألف شجرة.[^1]\n\n[^1]: حاشية.`, {}, 'a.md');
  expect(value).toMatchObject({ title: 'حديقة أكبر', description: 'ألف شجرة.' });
});

test('a quotation or a list that repeats the title stays visible', () => {
  for (const text of ['> حديقة أكبر', '- حديقة أكبر']) {
    const { value } = compile(`# حديقة أكبر\n\n${text}\n\n${body}`, {}, 'a.md');
    expect(value.title).toBe('حديقة أكبر');
    expect(value.lead[0]).toMatchObject({ kind: 'paragraph', hidden: true });
    expect(printBlocks(value.lead.slice(1))).not.toContain('hidden');
    const given = compile(`${text}\n\n${body}`, { title: 'حديقة أكبر' }, 'a.md').value;
    expect(printBlocks(given.lead)).not.toContain('hidden');
  }
});

test('a heading with line breaks is printed unchanged, and listed on one line', () => {
  const { value } = compile('مقدمة.\n\n## باب   BBC\n\nمتن.', { headings: ['باب   BBC'] });
  expect(value.sections[0]).toMatchObject({
    heading: 'باب BBC',
    markup: 'باب   <bdi>BBC</bdi>',
  });
});

test('a hidden title line with Latin letters is still recognised', () => {
  expect(printBlocks(compile(`فوز فريق Real Madrid\n\n${body}`).value.lead)).toMatch(/^<p hidden>/);
});

test('the output path follows the pattern, and the id depends on neither title nor date', () => {
  const pattern = '{year}/{slug}-{id}.html';
  const first = compile(body, { title: 'أ' }, 'x/khabar.txt', pattern).value;
  const second = compile(body, { title: 'ب' }, 'x/khabar.txt', pattern).value;
  expect([first.id, second.id]).toEqual(['khabar', 'khabar']);
  expect([first.outputPath, second.outputPath]).toEqual([
    '0000/أ-khabar.html',
    '0000/ب-khabar.html',
  ]);
});

test('Markdown with an editor’s headings is read as plain text', () => {
  const text = '**مقدمة** قصيرة. الخلفية بدأت القصة قبل عام.';
  const { value } = compile(text, { headings: ['الخلفية'] }, 'a.md');
  expect(value.sections.map(({ heading, origin }) => [heading, origin])).toEqual([
    ['الخلفية', 'editor'],
  ]);
  expect(printBlocks(value.lead)).toContain('**مقدمة**');
});

test('an editor’s heading that is not in the text is reported with the file', () => {
  const { diagnostics, value } = compile(body, { headings: ['لا وجود له'] });
  expect(diagnostics).toEqual([
    {
      rule: 'heading-not-found',
      severity: 'warning',
      file: 'khabar.txt',
      values: { heading: 'لا وجود له' },
    },
  ]);
  expect(value.sections).toEqual([]);
});

test('Markdown that is too large is read as plain text and reported', () => {
  const text = `## باب\n\n${'كلمة '.repeat(maxMarkdownBytes / 9)}`;
  const { diagnostics, value } = compile(text, {}, 'a.md');
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['markdown-too-large']);
  expect(value.words).toBeGreaterThan(1000);
});

test('Markdown that is too deep keeps its words and is reported', () => {
  const { diagnostics, value } = compile(`# بئر\n\n${'> '.repeat(150)}قاع البئر`, {}, 'a.md');
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['markdown-too-deep']);
  expect(printBlocks(value.lead)).toContain('قاع البئر');
});

test('each kind of dropped markup is reported once', () => {
  const text = '# روابط\n\n![أ](data:a) ![ب](data:a) [x](javascript:1) [y](javascript:1).';
  const { diagnostics } = compile(text, {}, 'a.md');
  expect(diagnostics.map(({ values }) => values)).toEqual([
    { what: 'data:a' },
    { what: 'javascript:1' },
  ]);
});

test('pictures of other sites are counted', () => {
  const text = '![أ](https://example.org/a.png)\n\n![ب](http://example.org/b.png) ![ج](c.png)';
  const { diagnostics } = compile(text, {}, 'a.md');
  expect(diagnostics.map(({ rule, values }) => [rule, values])).toEqual([
    ['picture-remote', { count: 2 }],
  ]);
});

test('words and reading time count lead, headings and paragraphs', () => {
  const { value } = compile('واحد اثنان.\n\n## ثلاثة أربعة\n\nخمسة.', {}, 'a.md');
  expect(value.words).toBe(5);
  expect(value.readingMinutes).toBe(1);
});

test('a section without text is kept', () => {
  const { value } = compile('مقدمة.\n\n## باب\n\n## باب آخر\n\nمتن.', {}, 'a.md');
  expect(value.sections.map(({ blocks }) => blocks)).toEqual([
    [],
    [{ kind: 'paragraph', id: 'p2', text: 'متن.' }],
  ]);
});

test('a heading keeps its emphasis and code as markup, and its text without them', () => {
  const { value } = compile('مقدمة.\n\n## باب *مهم* و`رمز`\n\nمتن.', {}, 'a.md');
  expect(value.sections[0]).toMatchObject({
    id: 'باب-مهم-ورمز',
    heading: 'باب مهم ورمز',
    markup: 'باب <em>مهم</em> و<code>رمز</code>',
  });
});

test('the same document gives the same article', () => {
  expect(compile(body)).toEqual(compile(body));
});

test.each(['. وصلت السفينة.', '… ثم صمت', '!', '#', '12'])('the text %j has a title', (text) => {
  expect(compile(text).value.title.trim()).not.toBe('');
});

test('headings after a marked title line keep their origins', () => {
  const paragraph =
    'يضم المشروع محطتين للضخ وثلاث قنوات للري، وسيعمل فيه مئة مهندس على مدار العام.';
  const text = `# مياه السد ترتفع\n\n${paragraph}\n\nأقسام المشروع\n${paragraph}\n\nمواعيد الري\n${paragraph}`;
  const { sections } = compile(text).value;
  expect(sections.map(({ heading, origin }) => [heading, origin])).toEqual([
    ['أقسام المشروع', 'recovered'],
    ['مواعيد الري', 'recovered'],
  ]);
  for (const { confidence } of sections) expect(confidence).toBeLessThan(1);
});

test('too many recovered headings are reported, with the number omitted', () => {
  const text = `${body}\nخطة الحديقة\n`.repeat(80) + body;
  const { value, diagnostics } = compile(text);
  expect(value.sections.length).toBe(60);
  expect(diagnostics).toMatchObject([{ rule: 'heading-flood', values: { omitted: 20 } }]);
});
