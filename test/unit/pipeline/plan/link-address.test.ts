import { expect, test } from 'vitest';
import { originOf } from '../../../../src/model/origin.ts';
import {
  folderDistance,
  isOtherFile,
  nameAddress,
  pathAddress,
  pathFrom,
} from '../../../../src/pipeline/plan/link-address.ts';

test('a path is decoded, in NFC, with its fragment apart', () => {
  expect(pathAddress('..%5Ca%20b/%D9%85.md?x=1#%D9%82#z')).toEqual({
    ...{ path: '../a b/م.md', isFromRoot: false, fragment: 'ق#z' },
  });
  expect(pathAddress('/a%ZZ.md#%')).toEqual({ path: '/a%ZZ.md', isFromRoot: true, fragment: '%' });
  expect(pathAddress('#x')).toEqual({ path: '', isFromRoot: false, fragment: 'x' });
});

test('a name has no extension of a text, and the last of its headings', () => {
  expect(nameAddress('م/أ.MD#ب#ج')).toEqual({ path: 'م/أ', isFromRoot: false, fragment: 'ج' });
  expect(nameAddress('د. أحمد').path).toBe('د. أحمد');
});

test('no path leads out of the root', () => {
  expect(pathFrom('a/b/', '../c/./d.md')).toBe('a/c/d.md');
  expect(pathFrom('a/', '/d.md')).toBe('d.md');
  expect(pathFrom('a/', '../../d.md')).toBeUndefined();
});

test('folders are compared by the steps between them', () => {
  expect(folderDistance('a/b/x.md', 'a/b/y.md')).toBe(2);
  expect(folderDistance('a/b/x.md', 'a/y.md')).toBe(3);
  expect(folderDistance('a/b/x.md', 'c/d/y.md')).toBeGreaterThan(folderDistance('a/b/x', 'c/y'));
});

test('pictures and documents are other files; texts, pages and names with a full stop are not', () => {
  for (const name of ['a.jpg', 'م/ب.PDF', 'x.zip']) expect(isOtherFile(name), name).toBe(true);
  for (const name of ['a.md', 'a.txt', 'a.html', 'a.aspx', 'a', 'د. أحمد']) {
    expect(isOtherFile(name), name).toBe(false);
  }
});

test('addresses of one page of an old site are one origin', () => {
  const page = { host: 'old.example', path: '/2019/خبر' };
  for (const address of [
    'https://old.example/2019/خبر/',
    'http://www.OLD.example/2019/%D8%AE%D8%A8%D8%B1?utm_source=x#y',
    'https://old.example/2019/خبر/index.html',
  ]) {
    expect(originOf(address), address).toEqual(page);
  }
  expect(originOf('https://old.example/?p=12')).toEqual({ host: 'old.example', path: '?p=12' });
  expect(originOf('../خبر', 'https://old.example/2019/x')).not.toEqual(page);
  expect(originOf('mailto:a@old.example')).toBeUndefined();
});
