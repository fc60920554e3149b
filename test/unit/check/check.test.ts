import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { manifestName, tagManifestName } from '../../../src/publish/manifest.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

let out = '';

beforeEach(() => {
  out = temporaryFolder();
});

function put(path: string, content: string): void {
  writeFiles(out, { [path]: content });
}

function site(pages: Readonly<Record<string, string>>): void {
  const manifest = new Map<string, string>();
  for (const [path, body] of Object.entries(pages)) {
    const html = `<!doctype html><title>x</title><body>${body}`;
    put(path, html);
    manifest.set(path, createHash('sha256').update(html).digest('hex'));
  }
  put(manifestName, [...manifest].map(([path, hash]) => `${hash}  ${path}\n`).join(''));
}

const found = (): readonly string[] =>
  (check(out)?.diagnostics ?? []).map(({ rule, severity, file, values }) => {
    const about = Object.values(values).join(' ');
    return `${severity} ${rule} ${file}${about === '' ? '' : ` ${about}`}`;
  });

test('a folder without a manifest holds no archive', () => {
  put('index.html', 'x');
  expect(check(out)).toBeUndefined();
});

test('a valid archive gives its figures and no diagnostics', () => {
  site({
    'index.html': '<h1 id="أعلى">س</h1><a href="a/%D9%86%D8%B5.html#%D9%82">ن</a>',
    'a/نص.html':
      '<p id="ق">ع</p><a href="../index.html#أعلى">ع</a><a href="https://x.example/">خ</a>',
  });
  expect(check(out)).toMatchObject({
    ...{ pages: 2, links: 2, validated: 2, diagnostics: [] },
    size: { files: 2, bytes: 233, largest: 128 },
  });
});

test('links to missing files or fragments, and malformed links, are errors', () => {
  site({
    'index.html':
      '<a href="none.html">1</a><a href="#none">2</a><a href="b.html#x">3</a><a href="%E0%A4">4</a>',
    'b.html': '',
  });
  expect([...found()].sort()).toEqual([
    'error fragment-missing index.html #none',
    'error fragment-missing index.html b.html#x',
    'error link-broken index.html %E0%A4',
    'error link-broken index.html none.html',
  ]);
});

test('a link to a folder leads to its index', () => {
  site({ 'index.html': '<a href="all/">1</a><a href=".">2</a>', 'all/index.html': '' });
  expect(found()).toEqual([]);
});

test('a link that climbs above the archive is broken, even where its name exists inside', () => {
  site({ 'index.html': '', 'a/b.html': '<a href="../../index.html">1</a>' });
  expect(found()).toEqual(['error link-broken a/b.html ../../index.html']);
});

test('an absolute path is broken: the archive may lie in a subfolder', () => {
  site({ 'index.html': '<a href="/index.html">1</a>' });
  expect(found()).toEqual(['error link-broken index.html /index.html']);
});

test('a request of a page to another host is an error', () => {
  site({
    'index.html':
      '<img src="https://evil.example.net/x.png"><script src="//evil.example.net/x.js"></script>',
  });
  expect([...found()].sort()).toEqual([
    'error request-foreign index.html //evil.example.net/x.js',
    'error request-foreign index.html https://evil.example.net/x.png',
  ]);
});

test('duplicate ids and inline scripts are errors', () => {
  site({ 'index.html': '<p id="a"><p id="a" onclick="x()">' });
  expect(found()).toEqual([
    'error id-duplicate index.html a',
    'error script-inline index.html p onclick',
  ]);
});

test('changed, missing and unlisted files are reported', () => {
  site({ 'index.html': 'x', 'gone.html': 'y', 'changed.html': 'z' });
  put('changed.html', '<!doctype html><title>x</title><body>other');
  rmSync(join(out, 'gone.html'));
  put('notes.txt', 'x');
  expect(found()).toEqual([
    'error file-changed changed.html',
    'warning file-unlisted notes.txt',
    'error file-missing gone.html',
  ]);
});

test('a hash of the manifest that is another is an error', () => {
  site({ 'index.html': '' });
  put(tagManifestName, `${'0'.repeat(64)}  ${manifestName}\n`);
  expect(found()).toEqual([`error file-changed ${tagManifestName}`]);
});

test('a request of a style sheet to another host is an error', () => {
  site({ 'index.html': '<link rel="stylesheet" href="s.css">' });
  put('s.css', '@import "https://evil.example.net/x.css";');
  expect(found()).toContain('error request-foreign s.css https://evil.example.net/x.css');
});

test('findings on a page name the seed that the page comes from, others none', () => {
  site({
    'a.html': '<a href="none.html">ن</a><bdi data-seed>مجلد/أ.md</bdi><a href="#nowhere">ع</a>',
    'b.html': '<a href="none.html">ن</a>',
  });
  put('a.html', '<!doctype html><title>x</title><a href="c.html">ن</a><bdi data-seed>أ.md</bdi>');
  const seeds = (check(out)?.diagnostics ?? []).map(({ rule, file, seed }) => [rule, file, seed]);
  expect(seeds).toContainEqual(['link-broken', 'a.html', 'أ.md']);
  expect(seeds).toContainEqual(['file-changed', 'a.html', 'أ.md']);
  expect(seeds).toContainEqual(['link-broken', 'b.html', undefined]);
});
