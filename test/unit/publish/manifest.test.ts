import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCatalogue } from '../../../src/catalogue/open.ts';
import { manifestChunks, pageWriter } from '../../../src/catalogue/pages.ts';
import { eachManifestLine, parseManifest } from '../../../src/publish/manifest.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const contentHash = 'a1'.repeat(32);

const folder = temporaryFolder();

/** Returns the manifest of files with these output paths and content hashes, as a catalogue writes it. */
function formatManifest(files: ReadonlyMap<string, string>): string {
  const catalogue = openCatalogue(folder, true);
  try {
    const writer = pageWriter(catalogue, 1);
    for (const [outputPath, contentHash] of files)
      writer.put({ outputPath, pageGroup: '', contentHash, bytes: 0, mtime: 0 });
    return [...manifestChunks(catalogue)].join('');
  } finally {
    catalogue.close();
  }
}

test('any output paths are read back as written', () => {
  const path = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter(
      (path) =>
        path.isWellFormed() &&
        !path.includes('\0') &&
        !path.startsWith('/') &&
        !path.split('/').includes('..'),
    );
  fc.assert(
    fc.property(fc.uniqueArray(path), (paths) => {
      const manifest = new Map(paths.map((path) => [path, contentHash]));
      const text = formatManifest(manifest);
      expect(new Map(parseManifest(text))).toEqual(manifest);
      const file = join(folder, 'manifest.txt');
      writeFileSync(file, text);
      expect(new Map(eachManifestLine(file))).toEqual(manifest);
    }),
  );
});

test('lines are sorted by output path, whatever the order of writing', () => {
  const text = formatManifest(
    new Map([
      ['ب.html', contentHash],
      ['B.html', contentHash],
      ['a.html', contentHash],
    ]),
  );
  expect(text).toBe(`${contentHash}  B.html\n${contentHash}  a.html\n${contentHash}  ب.html\n`);
});

test('the percent sign and line ends are encoded as BagIt requires', () => {
  expect(formatManifest(new Map([['50%\r\n.html', contentHash]]))).toBe(
    `${contentHash}  50%25%0D%0A.html\n`,
  );
});

test('paths that lead out of the folder are ignored', () => {
  const lines = ['../secret', '/etc/passwd', 'a/../../b', '..'].map(
    (path) => `${contentHash}  ${path}`,
  );
  expect([...parseManifest(lines.join('\n'))].map(([outputPath]) => outputPath)).toEqual([]);
});

test('only the percent sign and line ends are decoded', () => {
  expect([...parseManifest(`${contentHash}  %2e%2e/x`)].map(([outputPath]) => outputPath)).toEqual([
    '%2e%2e/x',
  ]);
});

test('malformed lines are ignored', () => {
  const text = `garbage\n${contentHash.toUpperCase()}  a\n${contentHash}\n${contentHash} one-space.html\n\n${contentHash}  ok.html`;
  expect([...parseManifest(text)].map(([outputPath]) => outputPath)).toEqual([
    'one-space.html',
    'ok.html',
  ]);
});
