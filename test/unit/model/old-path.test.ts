import { expect, test } from 'vitest';
import { oldAliases } from '../../../src/import/old-aliases.ts';
import { oldPath } from '../../../src/model/old-path.ts';

test.each([
  ['/2019/old.html', '2019/old.html'],
  ['2019/old.HTM', '2019/old.HTM'],
  ['old/', 'old/index.html'],
  ['/old', 'old/index.html'],
  ['/old#part', 'old/index.html'],
  ['//host.example/a//b/', 'a/b/index.html'],
  ['https://old.example/2016/10/%D8%B3%D8%AF/', '2016/10/سد/index.html'],
  ['/story.php', 'story.php'],
  ['/index.php/2016/dam/', 'index.php/2016/dam/index.html'],
  ['/v1.2/notes', 'v1.2/notes/index.html'],
])('%s is answered at %s', (written, path) => {
  expect(oldPath(written)).toEqual({ path });
});

test.each([
  ['/?p=123', 'query'],
  ['https://old.example', 'front-page'],
  ['/', 'front-page'],
  ['/index.html', 'front-page'],
  ['/a/../b.html', 'unsafe'],
  ['/a/%2e%2e/b.html', 'unsafe'],
  ['/a%2Fb.html', 'unsafe'],
  ['/a%00.html', 'unsafe'],
  ['/a%0Ab.html', 'unsafe'],
  ['/.git/config', 'unsafe'],
  ['/aux/x.html', 'unsafe'],
  ['C:\\x.html', 'unsafe'],
  ['/%E2%80%AEx.html', 'unsafe'],
  ['/%C7%E1.html', 'encoding'],
  [`/${'a'.repeat(300)}.html`, 'too-long'],
])('%s cannot be a path: %s', (written, problem) => {
  expect(oldPath(written)).toEqual({ problem });
});

test('an import writes the path of the old site as an alias that is read back', () => {
  expect(oldAliases('https://old.example/2016/10/dam/')).toEqual(['/2016/10/dam/']);
  expect(oldAliases('https://old.example/%D8%B3%D8%AF.html')).toEqual(['/سد.html']);
  expect(oldAliases('https://old.example/100%25/x.html')).toEqual(['/100%25/x.html']);
  for (const url of [
    undefined,
    'https://x.example/?p=1',
    'https://x.example/',
    'https://x.example/a.php',
  ]) {
    expect(oldAliases(url)).toEqual([]);
  }
});
