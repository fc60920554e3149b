import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveVersionPath } from '../../../src/publish/archive-version.ts';
import {
  isManifestTagged,
  manifestName,
  stageManifest,
  tagManifestName,
} from '../../../src/publish/manifest.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const line = `${'0'.repeat(64)}  index.html\n`;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const version = `archiveVersion(["نسخة الأرشيف ","${hashOf(line).slice(0, 12)}",""])\n`;
const tags = `${hashOf(line)}  ${manifestName}\n${hashOf(version)}  ${archiveVersionPath}\n`;

test('the manifest is staged with its version and the hashes of both, and again only where one of them is another', () => {
  const [staging, out] = [temporaryFolder(), temporaryFolder()];
  const staged = (kind: string, name: string): string => join(staging, kind, name);
  const stage = (): boolean =>
    stageManifest(staging, out, {
      ...{ chunks: [line], versionWords: 'نسخة الأرشيف {version}', hasChanges: false },
    });
  expect(stage()).toBe(true);
  expect(readFileSync(staged('new', tagManifestName), 'utf8')).toBe(tags);
  expect(readFileSync(staged('new', archiveVersionPath), 'utf8')).toBe(version);
  writeFileSync(join(out, manifestName), line);
  mkdirSync(join(out, 'assets'));
  writeFileSync(join(out, archiveVersionPath), version);
  writeFileSync(join(out, tagManifestName), tags);
  expect(isManifestTagged(out)).toBe(true);
  expect(stage()).toBe(false);
  expect(existsSync(staged('changed', tagManifestName))).toBe(false);
  for (const name of [tagManifestName, archiveVersionPath]) {
    const content = readFileSync(join(out, name));
    writeFileSync(join(out, name), 'x');
    expect(isManifestTagged(out)).toBe(false);
    expect(stage()).toBe(true);
    expect(readFileSync(staged('changed', tagManifestName), 'utf8')).toBe(tags);
    writeFileSync(join(out, name), content);
  }
  rmSync(join(out, tagManifestName));
  mkdirSync(join(out, tagManifestName));
  expect(isManifestTagged(out)).toBe(false);
});
