import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatManifest, parseManifest } from '../../../src/build/manifest.ts';

const hash = 'a1'.repeat(32);

test('any places are read back as they were written', () => {
  const place = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((path) => !path.startsWith('/') && !path.split('/').includes('..'));
  fc.assert(
    fc.property(fc.uniqueArray(place), (places) => {
      const manifest = new Map(places.map((path) => [path, hash]));
      expect(new Map(parseManifest(formatManifest(manifest)))).toEqual(manifest);
    }),
  );
});

test('lines are in the order of the places, whatever the order of writing', () => {
  const text = formatManifest(
    new Map([
      ['ب.html', hash],
      ['B.html', hash],
      ['a.html', hash],
    ]),
  );
  expect(text).toBe(`${hash}  B.html\n${hash}  a.html\n${hash}  ب.html\n`);
});

test('the percent sign and line ends are encoded as BagIt asks', () => {
  expect(formatManifest(new Map([['50%\r\n.html', hash]]))).toBe(`${hash}  50%25%0D%0A.html\n`);
});

test('a manifest that leads out of the folder removes nothing there', () => {
  const lines = ['../secret', '/etc/passwd', 'a/../../b', '..'].map((path) => `${hash}  ${path}`);
  expect([...parseManifest(lines.join('\n')).keys()]).toEqual([]);
});

test('an encoded line end does not smuggle a way out', () => {
  expect([...parseManifest(`${hash}  %2e%2e/x`).keys()]).toEqual(['%2e%2e/x']);
});

test('lines of another form are left out', () => {
  const text = `garbage\n${hash.toUpperCase()}  a\n${hash}\n${hash} one-space.html\n\n${hash}  ok.html`;
  expect([...parseManifest(text).keys()]).toEqual(['one-space.html', 'ok.html']);
});
