import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ForeignFileError } from '../../../src/publish/journal.ts';
import { publishStaged, removePublished } from '../../../src/publish/publish-staged.ts';
import { sha256 } from '../../../src/publish/sha256.ts';
import { type KnownSite, prepareStaging, stager } from '../../../src/publish/staging.ts';
import { clearStaging } from '../../../src/publish/staging-folders.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

let root = '';
let out = '';
beforeEach(() => {
  root = temporaryFolder();
  out = join(root, 'dist');
});
function put(file: string, text: string): void {
  writeFiles(out, { [file]: text });
}

const read = (file: string): string => readFileSync(join(out, file), 'utf8');
const hashOf = (text: string): string => sha256(Buffer.from(text));

/** Returns a site of which the catalogue records these files. */
const knownBy = (by: 'catalogue' | 'disk', files: Readonly<Record<string, string>>): KnownSite => ({
  by,
  contentHashAt: (outputPath) => {
    const text = files[outputPath];
    return text === undefined ? undefined : hashOf(text);
  },
});

test('a new site is staged in an adjacent folder and published by one rename', () => {
  const staging = prepareStaging(out);
  const stage = stager(staging, out, { by: 'nothing' });
  expect(stage('articles/a.html', 'article', 'نص')).toMatchObject({
    ...{ state: 'new', contentHash: hashOf('نص'), bytes: 4 },
  });
  stage('index.html', 'overview home', 'أ'.repeat(100_000));
  stage('short.html', 'article', 'قصير');
  expect(existsSync(out)).toBe(false);
  publishStaged(staging, out, () => {});
  expect(read('articles/a.html')).toBe('نص');
  expect(read('index.html')).toBe('أ'.repeat(100_000));
  // Texts share one encoding buffer; none may contain the end of a longer one.
  expect(read('short.html')).toBe('قصير');
  clearStaging(out);
  expect(existsSync(join(root, '.warraq-staging-dist'))).toBe(false);
});

test('a text is staged in UTF-8, with the replacement character for half of a surrogate pair', () => {
  const staging = prepareStaging(out);
  const stage = stager(staging, out, { by: 'nothing' });
  const texts = ['', 'plain', 'قَ😀\u0000', '\ufeffنص', 'نص \ud800 نص', '\udc00'];
  for (const [i, text] of texts.entries()) stage(`${i}.html`, '', text);
  publishStaged(staging, out, () => {});
  for (const [i, text] of texts.entries()) {
    expect(readFileSync(join(out, `${i}.html`))).toEqual(Buffer.from(text));
  }
});

test('a changed file keeps its content until it is published', () => {
  put('index.html', 'قديم');
  const staging = prepareStaging(out);
  const stage = stager(staging, out, knownBy('catalogue', { 'index.html': 'قديم' }));
  expect(stage('index.html', '', 'جديد').state).toBe('changed');
  expect(read('index.html')).toBe('قديم');
  publishStaged(staging, out, () => {});
  expect(read('index.html')).toBe('جديد');
});

test('an unchanged file is not touched, according to the catalogue or the disk', () => {
  put('a.html', 'نص');
  const before = statSync(join(out, 'a.html'));
  for (const by of ['catalogue', 'disk'] as const) {
    const staging = prepareStaging(out);
    const stage = stager(staging, out, knownBy(by, { 'a.html': 'نص' }));
    expect(stage('a.html', '', 'نص').state).toBe('same');
    publishStaged(staging, out, () => {});
  }
  const after = statSync(join(out, 'a.html'));
  expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
});

test('the journal is in place before the first file is moved, and nothing is changed if it cannot be', () => {
  put('index.html', 'أ');
  const staging = prepareStaging(out);
  const stage = stager(staging, out, knownBy('catalogue', { 'index.html': 'أ' }));
  stage('articles/new.html', '', 'ب');
  stage('index.html', '', 'ج');
  const refuse = (): void => {
    expect([read('index.html'), existsSync(join(out, 'articles'))]).toEqual(['أ', false]);
    throw new Error('refused');
  };
  expect(() => publishStaged(staging, out, refuse)).toThrow('refused');
  expect([read('index.html'), existsSync(join(out, 'articles'))]).toEqual(['أ', false]);
});

test('a folder in the place of a page is found before any file is moved', () => {
  put('index.html/notes.txt', 'لغيرنا');
  const staging = prepareStaging(out);
  const stage = stager(staging, out, knownBy('disk', { 'index.html': 'أ' }));
  stage('aaa.html', '', 'جديد');
  stage('index.html', '', 'ب');
  expect(() => publishStaged(staging, out, () => {})).toThrow(ForeignFileError);
  expect(existsSync(join(out, 'aaa.html'))).toBe(false);
});

test('a file of another program stays, and is found before any file is moved', () => {
  put('index.html', 'أ');
  put('notes.html', 'لغيرنا');
  const staging = prepareStaging(out);
  const stage = stager(staging, out, knownBy('catalogue', { 'index.html': 'أ' }));
  stage('aaa.html', '', 'جديد');
  stage('notes.html', '', 'لنا');
  stage('index.html', '', 'تغيّر');
  expect(() => publishStaged(staging, out, () => {})).toThrow(ForeignFileError);
  expect([read('index.html'), read('notes.html'), existsSync(join(out, 'aaa.html'))]).toEqual([
    'أ',
    'لغيرنا',
    false,
  ]);
});

test('a page is removed with the folders that it leaves empty; a changed page stays', () => {
  put('a/b/page.html', 'لنا');
  put('a/theirs.html', 'غيّره أحد');
  const file = (outputPath: string, text: string) => ({
    outputPath,
    pageGroup: '',
    contentHash: hashOf(text),
    bytes: 0,
    mtime: 0,
  });
  expect(removePublished(out, file('a/b/page.html', 'لنا'))).toBe(true);
  expect(removePublished(out, file('a/theirs.html', 'لنا'))).toBe(false);
  expect(removePublished(out, file('gone.html', ''))).toBe(false);
  expect([existsSync(join(out, 'a/b')), read('a/theirs.html')]).toEqual([false, 'غيّره أحد']);
});
