import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxFrontMatterBytes } from '../../../src/model/limits.ts';
import { splitFrontMatter } from '../../../src/sources/front-matter.ts';

const split = (text: string) => splitFrontMatter(text, 'a.txt');
const rules = (text: string) => split(text).diagnostics.map((d) => d.rule);
const keys = (text: string) => [...(split(text).metadata?.keys() ?? [])];

test('front matter is split from the body, which is unchanged', () => {
  const body = '\n\n  انطلقت المسيرة.\r\n---\nنهاية\n';
  const parts = split(`---\ntitle: المسيرة\n---\n${body}`);
  expect(parts).toMatchObject({ body, bodyLine: 4, diagnostics: [] });
  expect(parts.metadata?.get('title')).toEqual({ value: 'المسيرة', line: 2 });
});

test.each(['\n', '\r\n'])('with line ends %j the blank lines of the body are kept', (eol) => {
  for (const body of ['', eol, `${eol}${eol}نص`, '\r\nنص', '\nنص', '  نص', '\ufeffنص']) {
    const text = `---${eol}title: خبر: عاجل${eol}---${eol}${body}`;
    expect(split(text)).toMatchObject({ body, diagnostics: [] });
  }
});

test('spaces after the fences are ignored', () => {
  const parts = split('---  \ntitle: خبر\n--- \t\n\nنص');
  expect(parts).toMatchObject({ body: '\nنص', bodyLine: 4 });
  expect(parts.metadata?.get('title')?.line).toBe(2);
});

test.each(['---\n---\nنص', '---\n\n---\nنص', '---\r\n---\r\nنص'])(
  '%j has empty metadata',
  (text) => {
    expect(split(text)).toMatchObject({ body: 'نص', diagnostics: [] });
    expect(split(text).metadata?.size).toBe(0);
  },
);

test('a file may end with its front matter', () => {
  expect(split('---\ntitle: خبر\n---')).toMatchObject({ body: '' });
  expect(keys('---\ntitle: خبر\n---')).toEqual(['title']);
});

test.each([
  '--- قال الوزير إن الأمر انتهى.\nثم خرج.\n---\nنص',
  '---\nقال الوزير: لا تفاوض.\n---\nثم خرج.',
  '---\n# عنوان\n---\nنص',
  '---\nhttp://example.org\n---\nنص',
  '----\ntitle: خبر\n----\nنص',
  '\n---\nقال الوزير: نعم.\n---\nنص',
  '---',
  '---\n',
  '',
])('%j is prose and stays whole', (text) => {
  expect(split(text)).toEqual({ metadata: undefined, body: text, bodyLine: 1, diagnostics: [] });
});

test.each([
  '---js',
  '---javascript',
  '--- js',
  '---JS',
  '---\tjs',
  '---json',
  '---toml',
  '---coffee',
  '---cson',
  '---constructor',
  '---__proto__',
  '---toString',
  '---yaml',
])('nothing is run and nothing lost of a file that opens with %j', (fence) => {
  const text = `${fence}\n{ title: (globalThis.hacked = true) }\n---\nنص`;
  expect(split(text)).toMatchObject({ metadata: undefined, body: text });
  expect(rules(text)).toEqual(['front-matter-engine']);
  expect(Reflect.has(globalThis, 'hacked')).toBe(false);
});

test('unclosed front matter is text, with a warning', () => {
  const text = '---\ntitle: خبر\n\nنص المقال كله.';
  expect(split(text).body).toBe(text);
  expect(rules(text)).toEqual(['front-matter-unclosed']);
  const longer = '---\ntitle: خبر\n---- \n---\nنص';
  expect(split(longer).body).toBe(longer);
  expect(rules(longer)).toEqual(['front-matter-unclosed']);
});

test('the closing fence must be within the limit in UTF-8 bytes', () => {
  const close = (letters: number) => `---\ntitle: ${'ب'.repeat(letters)}\n---\nنص`;
  const fits = (maxFrontMatterBytes - '---\ntitle: \n---'.length) / 2;
  expect(keys(close(Math.floor(fits)))).toEqual(['title']);
  expect(rules(close(Math.floor(fits) + 1))).toEqual(['front-matter-unclosed']);
});

test('a hundred thousand blank lines are read in linear time', () => {
  for (const count of [100_000, 8_000]) {
    const start = performance.now();
    const text = `---\ntitle: خبر\n${'\n'.repeat(count)}---\nنص`;
    expect(split(text).body.endsWith('نص')).toBe(true);
    expect(performance.now() - start).toBeLessThan(1000);
  }
});

test('front matter of one-line values is read as gray-matter separates it', () => {
  const line = fc.oneof(
    fc.constantFrom('title: خبر', 'date: 1985-01-01', 'author: "علي: سالم"', "source: 'أ'", ''),
    fc.constantFrom(
      'topics: [أ, ب]',
      '# ملاحظة',
      'title: خبر: ثان',
      '--',
      '----',
      '...',
      ' ب',
      'x:',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 5 }),
      fc.constantFrom('\n', '', ' \n'),
      (lines, end) => {
        const text = `\n${lines.map((one) => `${one}\n`).join('')}---${end}نص`;
        // A blank after the opening fence leaves the separation to gray-matter.
        const { body, ...read } = split(`--- ${text}`);
        expect(split(`---${text}`)).toEqual({ ...read, body: body.replace(/^--- /, '---') });
      },
    ),
  );
});

test('a text is not cached between calls', () => {
  const text = '---\ntitle: خبر\n---\nنص';
  expect(split(text)).toEqual(split(text));
});

test('a text without an opening fence is all body', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.startsWith('---'));
      expect(split(text)).toEqual({
        metadata: undefined,
        body: text,
        bodyLine: 1,
        diagnostics: [],
      });
    }),
  );
});

test('no body is lost or changed', () => {
  const unit = fc.oneof(fc.constantFrom('\n', '\r', '---', '-', ' ', 'أ', '\ufeff'), fc.string());
  fc.assert(
    fc.property(fc.array(unit), fc.constantFrom('\n', '\r\n'), (units, eol) => {
      const body = units.join('');
      expect(split(`---${eol}title: خبر${eol}---${eol}${body}`).body).toBe(body);
      const opened = `---\n${body}`;
      expect(opened.endsWith(split(opened).body)).toBe(true);
    }),
  );
});
