import { expect, test } from 'vitest';
import { policy } from '../support/hostile/allowed.ts';
import { auditNames, auditPage } from '../support/hostile/audit.ts';

/** All hostile tests rely on the audit, so these test that it finds planted errors. */
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="ar"><head><meta http-equiv="Content-Security-Policy" content="${policy}">${head}</head><body>${body}</body></html>`;

test('a page as the templates write it passes the audit', () => {
  const text = '<p id="p1"><a href="b.html">نص</a></p>';
  const script = '<script src="assets/reader.0123456789.js"></script>';
  expect(auditPage('a.html', page(text, script))).toEqual([]);
});

test.each([
  ['a script', '<script>alert(1)</script>'],
  [
    'the script of the search on another page',
    '<script src="assets/search.0123456789.js"></script>',
  ],
  ['a script of another folder', '<script src="reader.0123456789.js"></script>'],
  ['a reader script with words', '<script src="assets/reader.0123456789.js">a</script>'],
  ['a reader script twice', '<script src="assets/reader.0123456789.js"></script>'.repeat(2)],
  ['broken data', '<script type="application/ld+json">{"a":</script>'],
  ['a handler', '<p onclick="alert(1)">'],
  ['a style', '<p style="color:red">'],
  ['an image', '<img src="a.png">'],
  ['a frame', '<iframe></iframe>'],
  ['SVG', '<svg></svg>'],
  ['a comment', '<!-- x -->'],
  ['a link that runs', '<a href="javascript:alert(1)">'],
  ['a link that runs, with a newline', '<a href="java\nscript:alert(1)">'],
  ['a link that runs, with a control', '<a href="\u0001javascript:alert(1)">'],
  ['a page in a link', '<a href="data:text/html,x">'],
  ['a page in a download', '<a download href="data:text/html,x">'],
  ['a link to a host without a scheme', '<a href="//evil.example.net/">'],
  ['a form to another host', '<form action="https://evil.example.net/"></form>'],
  [
    'a style sheet of another host',
    '<link rel="stylesheet" href="https://evil.example.net/x.css">',
  ],
  ['a second policy', `<meta http-equiv="Content-Security-Policy" content="default-src *">`],
  ['a refresh', '<meta http-equiv="refresh" content="0">'],
])('the audit finds %s', (_, body) => {
  expect(auditPage('a.html', page(body))).not.toEqual([]);
});

test('the audit finds a page without a policy', () => {
  expect(auditPage('a.html', '<p>نص</p>')).toEqual(['0 policies']);
});

test.each([
  ['a device', ['a/CON.html']],
  ['a name too long', [`${'ب'.repeat(126)}.html`]],
  ['a line feed', ['a\nb.html']],
  ['a mark of direction', ['a\u202eb.html']],
  ['two names that differ in case', ['a/B.html', 'a/b.html']],
  ['two names that differ in form', ['é.html', 'e\u0301.html']],
  ['a name that ends in a dot', ['a./b.html']],
])('the audit finds %s', (_, names) => {
  expect(auditNames(names)).not.toEqual([]);
});
