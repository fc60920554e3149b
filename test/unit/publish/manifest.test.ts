import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCatalogue } from '../../../src/catalogue/open.ts';
import { manifestChunks, pageWriter } from '../../../src/catalogue/pages.ts';
import { eachManifestLine, parseManifest } from '../../../src/publish/manifest.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const hash = 'a1'.repeat(32);

const folder = temporaryFolder();

/** The manifest of files at these places, as a catalogue writes it. */
function formatManifest(places: ReadonlyMap<string, string>): string {
  const catalogue = openCatalogue(folder, true);
  try {
    const writer = pageWriter(catalogue, 1);
    for (const [outputPath, sha] of places)
      writer.put({ outputPath, pageGroup: '', contentHash: sha, bytes: 0, mtime: 0 });
    return [...manifestChunks(catalogue)].join('');
  } finally {
    catalogue.close();
  }
}

test('any places are read back as they were written', () => {
  const place = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter(
      (path) =>
        path.isWellFormed() &&
        !path.includes('\0') &&
        !path.startsWith('/') &&
        !path.split('/').includes('..'),
    );
  fc.assert(
    fc.property(fc.uniqueArray(place), (places) => {
      const manifest = new Map(places.map((path) => [path, hash]));
      const text = formatManifest(manifest);
      expect(new Map(parseManifest(text))).toEqual(manifest);
      const file = join(folder, 'manifest.txt');
      writeFileSync(file, text);
      expect(new Map(eachManifestLine(file))).toEqual(manifest);
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
  expect([...parseManifest(lines.join('\n'))].map(([outputPath]) => outputPath)).toEqual([]);
});

test('an encoded line end does not smuggle a way out', () => {
  expect([...parseManifest(`${hash}  %2e%2e/x`)].map(([outputPath]) => outputPath)).toEqual([
    '%2e%2e/x',
  ]);
});

test('lines of another form are left out', () => {
  const text = `garbage\n${hash.toUpperCase()}  a\n${hash}\n${hash} one-space.html\n\n${hash}  ok.html`;
  expect([...parseManifest(text)].map(([outputPath]) => outputPath)).toEqual([
    'one-space.html',
    'ok.html',
  ]);
});
