import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeLink } from '../../../src/render/link.ts';

/** Follows a link as a browser does. */
function follow(base: string, from: string, link: string): string {
  const here = new URL(from.split('/').map(encodeURIComponent).join('/'), base);
  const there = new URL(link, here).href;
  return decodeURIComponent(there.slice(base.length));
}

const name = fc
  .string({
    unit: fc.constantFrom('a', 'ب', '-', '1', ':', '?', '#', '%', ' ', '&', '+', ';', '"'),
  })
  .filter((text) => text !== '')
  .map((text) => `${text}x`);
const place = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));

test('a link from any output path resolves to its target, on a host, in a subfolder and on a disk', () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      const link = relativeLink(from, to);
      for (const base of ['https://example.org/', 'https://example.org/a/b/', 'file:///tmp/x/']) {
        expect(follow(base, from, link)).toBe(to);
      }
    }),
  );
});

test('paths in a common folder are linked without leaving it', () => {
  expect(relativeLink('a/b/c.html', 'a/b/d.html')).toBe('d.html');
  expect(relativeLink('a/b/c.html', 'a/x.html')).toBe('../x.html');
  expect(relativeLink('index.html', 'articles/k.html')).toBe('articles/k.html');
  expect(relativeLink('2017/12/k.html', 'index.html')).toBe('../../index.html');
});

test('a page links to itself by its file name, never by an empty link', () => {
  expect(relativeLink('a/b.html', 'a/b.html')).toBe('b.html');
});

test('a file named like a folder of the target is not treated as that folder', () => {
  expect(relativeLink('a/b.html', 'a')).toBe('../a');
  expect(relativeLink('a', 'a/b.html')).toBe('a/b.html');
});

test('Arabic names and a colon in the first part are encoded', () => {
  expect(relativeLink('x.html', 'نص.html')).toBe('%D9%86%D8%B5.html');
  expect(relativeLink('x.html', 'a:b.html')).toBe('a%3Ab.html');
});
