import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { manifestName, parseManifest } from '../../../src/build/manifest.ts';
import { ForeignFileError, publisher } from '../../../src/build/publish.ts';

let root = '';
let out = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'warraq-publish-'));
  out = join(root, 'dist');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** What every archive of ours has; by it a manifest is known as ours. */
const always = { 'index.html': 'أ', '404.html': 'لا', 'assets/site.0123456789.css': '' };

/** Publishes files beside those that are always there; the counts are of the files given. */
function publish(files: Readonly<Record<string, string>>, keep = false) {
  const isFirst = !existsSync(join(out, manifestName));
  const target = publisher(out);
  for (const [url, content] of Object.entries({ ...always, ...files })) target.write(url, content);
  const { written, unchanged, removed } = target.finish(keep);
  return isFirst
    ? { written: written - 3, unchanged, removed }
    : { written, unchanged: unchanged - 3, removed };
}

const read = (url: string): string => readFileSync(join(out, url), 'utf8');

test('files are written with their folders, and the manifest names them all', () => {
  expect(publish({ 'b.html': 'ت', '2017/12/a.html': 'ب' })).toEqual({
    written: 2,
    unchanged: 0,
    removed: 0,
  });
  expect(read('2017/12/a.html')).toBe('ب');
  expect([...parseManifest(read(manifestName)).keys()]).toEqual(
    [...Object.keys(always), '2017/12/a.html', 'b.html'].sort(),
  );
});

test('a file that holds the same bytes is not touched, nor the manifest', () => {
  const files = { 'a.html': 'نص', 'b.html': 'نص' };
  publish(files);
  const old = new Date(2001, 1, 1);
  for (const name of ['a.html', manifestName]) utimesSync(join(out, name), old, old);
  expect(publish(files)).toEqual({ written: 0, unchanged: 2, removed: 0 });
  for (const name of ['a.html', manifestName]) {
    expect(statSync(join(out, name)).mtimeMs).toBe(old.getTime());
  }
});

test('a file changed by hand is made right, even where its length is the same', () => {
  publish({ 'a.html': 'نص' });
  writeFileSync(join(out, 'a.html'), 'صن');
  expect(publish({ 'a.html': 'نص' }).written).toBe(1);
  expect(read('a.html')).toBe('نص');
});

test('a file deleted by hand is written again', () => {
  publish({ 'a.html': 'نص' });
  rmSync(join(out, 'a.html'));
  expect(publish({ 'a.html': 'نص' })).toEqual({ written: 1, unchanged: 0, removed: 0 });
});

test('what an earlier build published and this one does not goes, with folders left empty', () => {
  publish({ 'a/b/c.html': '1', 'a/d.html': '2' });
  expect(publish({ 'a/d.html': '2' })).toEqual({ written: 0, unchanged: 1, removed: 1 });
  expect(existsSync(join(out, 'a/b'))).toBe(false);
  expect(existsSync(join(out, 'a/d.html'))).toBe(true);
});

test('files that we did not publish stay, and so do their folders', () => {
  publish({ 'a/b.html': '1' });
  writeFileSync(join(out, 'a/notes.txt'), 'ملاحظات');
  writeFileSync(join(out, 'CNAME'), 'example.org');
  publish({ 'c.html': 'x' });
  expect(readdirSync(join(out, 'a'))).toEqual(['notes.txt']);
  expect(read('CNAME')).toBe('example.org');
});

test('a manifest that names files outside removes nothing there', () => {
  publish({});
  writeFileSync(join(root, 'precious.txt'), 'x');
  writeFileSync(
    join(out, manifestName),
    `${read(manifestName)}${'0'.repeat(64)}  ../precious.txt\n`,
  );
  expect(publish({}).removed).toBe(0);
  expect(existsSync(join(root, 'precious.txt'))).toBe(true);
});

test('a bag of other files is not taken for an archive of ours', () => {
  mkdirSync(join(out, 'data'), { recursive: true });
  writeFileSync(join(out, 'data/photo.jpg'), 'x');
  writeFileSync(join(out, manifestName), `${'0'.repeat(64)}  data/photo.jpg\n`);
  expect(() => publish({})).toThrow(ForeignFileError);
  expect(existsSync(join(out, 'data/photo.jpg'))).toBe(true);
});

test('a file of another is never replaced', () => {
  mkdirSync(out);
  writeFileSync(join(out, 'index.html'), 'صفحة أخرى');
  expect(() => publish({})).toThrow(ForeignFileError);
  expect(read('index.html')).toBe('صفحة أخرى');
});

test('a published file that someone has changed since is theirs, and stays', () => {
  publish({ 'a.html': '1', 'b.html': '2' });
  writeFileSync(join(out, 'a.html'), 'تعديل');
  expect(publish({}).removed).toBe(1);
  expect(read('a.html')).toBe('تعديل');
});

test('where seeds could not be read nothing is removed, and the manifest still names it', () => {
  publish({ 'a.html': '1' });
  expect(publish({}, true).removed).toBe(0);
  expect(parseManifest(read(manifestName)).has('a.html')).toBe(true);
});

test('what a killed build has written is taken up by the next', () => {
  const killed = publisher(out);
  killed.write('a.html', '1');
  killed.write('b.html', '2');
  expect(publish({ 'a.html': '1' }).removed).toBe(1);
  expect(existsSync(join(out, 'b.html'))).toBe(false);
  expect(readdirSync(out)).not.toContain('.warraq-journal');
});

test('no half-written file is left behind', () => {
  publish({ 'a/b.html': 'x'.repeat(100_000), 'c.html': 'y' });
  const names = readdirSync(out, { recursive: true }).map(String);
  expect(names.filter((name) => name.includes('.tmp'))).toEqual([]);
});

test('a folder in the place of a page is told, and leaves nothing half done', () => {
  mkdirSync(join(out, 'a.html'), { recursive: true });
  writeFileSync(join(out, 'a.html', 'x'), '');
  expect(() => publish({ 'a.html': 'نص' })).toThrow(ForeignFileError);
  expect(readdirSync(out).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
