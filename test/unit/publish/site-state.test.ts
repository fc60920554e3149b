import { appendFileSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/database.ts';
import { openCatalogue } from '../../../src/catalogue/open.ts';
import { pageWriter } from '../../../src/catalogue/page-writer.ts';
import { startSiteCheck } from '../../../src/pipeline/site-check.ts';
import { archiveVersionPath } from '../../../src/publish/archive-version.ts';
import { manifestName, tagFiles, tagManifestName } from '../../../src/publish/manifest.ts';
import { isIntact, noteManifest } from '../../../src/publish/site-state.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let root = '';
let out = '';
let catalogue: Catalogue;

beforeEach(() => {
  root = temporaryFolder();
  out = join(root, 'dist');
  catalogue = openCatalogue(root);
  const writer = pageWriter(catalogue, 1);
  mkdirSync(join(out, 'assets'), { recursive: true });
  for (const outputPath of ['a.html', 'b.html', ...tagFiles]) {
    writeFileSync(join(out, outputPath), `نص ${outputPath}`);
    const { size, mtimeMs } = statSync(join(out, outputPath));
    if (outputPath.endsWith('.html'))
      writer.put({ outputPath, pageGroup: '', contentHash: '', bytes: size, mtime: mtimeMs });
  }
  writer.flush();
  noteManifest(catalogue, out);
});
afterEach(() => {
  catalogue.close();
});

test('an unchanged site is intact', () => {
  expect(isIntact(catalogue, out)).toBe(true);
});

test.each([
  ['was written to', () => appendFileSync(join(out, 'b.html'), 'زيادة')],
  ['has another time', () => utimesSync(join(out, 'a.html'), 1, 1)],
  ['is missing', () => rmSync(join(out, 'a.html'))],
  ['is the manifest and missing', () => rmSync(join(out, manifestName))],
  ['is the hash of the manifest and missing', () => rmSync(join(out, tagManifestName))],
  ['tells the version and is missing', () => rmSync(join(out, archiveVersionPath))],
] as const)('a site with a file that %s is not intact', (_, change) => {
  change();
  expect(isIntact(catalogue, out)).toBe(false);
});

test.each([
  ['a thread', 0],
  ['this thread', 100],
])('a check in %s finds what changed', async (_, threshold) => {
  expect(await startSiteCheck(catalogue, root, out, threshold).result()).toBe(true);
  appendFileSync(join(out, 'b.html'), 'زيادة');
  expect(await startSiteCheck(catalogue, root, out, threshold).result()).toBe(false);
  await startSiteCheck(catalogue, root, out, threshold).stop();
});

test('a check whose thread cannot read the catalogue is made in this thread', async () => {
  expect(await startSiteCheck(catalogue, join(root, 'missing'), out, 0).result()).toBe(true);
});
