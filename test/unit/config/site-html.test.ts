import { expect, test } from 'vitest';
import { readConfig } from '../../../src/config/schema.ts';

/** The HTML that a setting gives, or its problems. */
function foot(value: string): string | undefined | readonly string[] {
  const read = readConfig(new Map([['foot', { value, line: 1 }]]), 'warraq.yaml');
  if (read.diagnostics.length === 0) return read.value.siteHtml.foot;
  return read.diagnostics.map((diagnostic) =>
    diagnostic.rule === 'config-value' ? diagnostic.values.value : diagnostic.rule,
  );
}

test('text, paragraphs, lists, links and marks of words are kept', () => {
  expect(
    foot('<p class="x">تصدره <b>المرفأ</b><br><a href="mailto:a@b.example">راسلونا</a></p>'),
  ).toBe('<p class="x">تصدره <b>المرفأ</b><br><a href="mailto:a@b.example">راسلونا</a></p>');
  expect(foot('كلمات & رموز')).toBe('كلمات &#x26; رموز');
  expect(foot(' ')).toBeUndefined();
});

test('links to pages of the archive start at its front page', () => {
  expect(foot('<a href="/pages/a.html#x">أ</a> <a href="b.html">ب</a> <a href="#c">ج</a>')).toBe(
    '<a href="site:pages/a.html#x">أ</a> <a href="site:b.html">ب</a> <a href="#c">ج</a>',
  );
});

test.each([
  ['<script>alert(1)</script>', '<script>'],
  ['<p onclick="x()">نص</p>', '<p onClick>'],
  ['<img src="https://a.example/x.png">', '<img>'],
  ['<a href="javascript:alert(1)">x</a>', 'javascript:alert(1)'],
  ['<a href="//a.example/">x</a>', '//a.example/'],
  ['<a href="site:x">x</a>', 'site:x'],
  ['<p style="color:red">نص</p>', '<p style>'],
  ['<iframe src="x"></iframe>', '<iframe>'],
  ['<svg><script>1</script></svg>', '<svg>'],
])('%s is an error', (html, problem) => {
  expect(foot(html)).toContain(problem);
});
