import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  isManifestTagged,
  manifestName,
  stageManifest,
  tagManifestName,
} from '../../../src/publish/manifest.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const line = `${'0'.repeat(64)}  index.html\n`;
const tag = `${createHash('sha256').update(line).digest('hex')}  ${manifestName}\n`;

test('the manifest is staged with its own hash, and again only where one of both is another', () => {
  const [staging, out] = [temporaryFolder(), temporaryFolder()];
  const staged = (kind: string, name: string): string => join(staging, kind, name);
  expect(stageManifest(staging, out, [line], false)).toBe(true);
  expect(readFileSync(staged('new', tagManifestName), 'utf8')).toBe(tag);
  writeFileSync(join(out, manifestName), line);
  writeFileSync(join(out, tagManifestName), tag);
  expect(isManifestTagged(out)).toBe(true);
  expect(stageManifest(staging, out, [line], false)).toBe(false);
  expect(existsSync(staged('changed', tagManifestName))).toBe(false);
  writeFileSync(join(out, tagManifestName), 'x');
  expect(isManifestTagged(out)).toBe(false);
  expect(stageManifest(staging, out, [line], false)).toBe(true);
  expect(readFileSync(staged('changed', tagManifestName), 'utf8')).toBe(tag);
  rmSync(join(out, tagManifestName));
  mkdirSync(join(out, tagManifestName));
  expect(isManifestTagged(out)).toBe(false);
});
