import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/database.ts';
import { openCatalogue } from '../../../src/catalogue/open.ts';
import { pageWriter } from '../../../src/catalogue/page-writer.ts';
import { contentHashAt } from '../../../src/catalogue/pages.ts';
import { adoptSite } from '../../../src/publish/adopt-site.ts';
import {
  draftJournal,
  ForeignFileError,
  type JournalEntry,
  journalEntries,
  journalFile,
} from '../../../src/publish/journal.ts';
import { manifestName } from '../../../src/publish/manifest.ts';
import { sha256 } from '../../../src/publish/sha256.ts';
import { refusals, watchCalls } from '../../support/faults.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

let root = '';
let out = '';
let catalogue: Catalogue;
beforeEach(() => {
  root = temporaryFolder({ 'dist/index.html': 'أ' });
  out = join(root, 'dist');
  catalogue = openCatalogue(join(root, 'cache'));
});
afterEach(() => {
  catalogue.close();
});

const hashOf = (text: string): string => sha256(Buffer.from(text));

const entry = (outputPath: string, before: string | undefined, after: string | undefined) => ({
  outputPath,
  formerHash: before === undefined ? undefined : hashOf(before),
  contentHash: after === undefined ? undefined : hashOf(after),
});

/** Writes the journal of a build. */
function keepJournal(...entries: readonly JournalEntry[]): void {
  const draft = draftJournal(join(root, 'staging'), out);
  for (const each of entries) draft.add(each);
  draft.place();
}

/** Adopts the site; returns the hashes that the catalogue has then, of these paths. */
function adopted(...outputPaths: readonly string[]): readonly (string | undefined)[] {
  const recorded = contentHashAt(catalogue);
  adoptSite(out, pageWriter(catalogue, 0), recorded, true);
  return outputPaths.map(recorded);
}

const record = (outputPath: string, text: string): void =>
  pageWriter(catalogue, 0).adopt({ outputPath, contentHash: hashOf(text) }, undefined);

test('a journal is read as it was written, also of names with signs and line feeds', () => {
  const entries = [
    entry('articles/a.html', 'قديم', 'جديد'),
    entry('ملف 100%.html', undefined, 'جديد'),
    entry('a\nb.html', 'قديم', undefined),
  ];
  keepJournal(...entries);
  expect([...journalEntries(out)]).toEqual(entries);
});

test('a large journal is written and read in parts', () => {
  const entries = Array.from({ length: 3000 }, (_, n) => entry(`articles/${n}.html`, 'أ', 'ب'));
  keepJournal(...entries);
  expect([...journalEntries(out)]).toEqual(entries);
});

test('the journal of an interrupted build is continued by the next, without what is gone', () => {
  keepJournal(entry('index.html', 'أ', 'ب'), entry('gone/a.html', 'أ', undefined));
  keepJournal(entry('index.html', 'ب', 'ج'));
  expect([...journalEntries(out)]).toEqual([
    entry('index.html', 'أ', 'ب'),
    entry('index.html', 'ب', 'ج'),
  ]);
});

test.each([
  ['was cut short', (text: string) => text.slice(0, -5)],
  ['has lines of an earlier version', (text: string) => `notes.html\narticles/\n${text}`],
  ['has paths out of the site', (text: string) => `${text}- ${hashOf('سر')} ../secret.txt\n`],
  ['has an absolute path', (text: string) => `${text}- ${hashOf('سر')} /etc/passwd\n`],
  ['has a name with NUL', (text: string) => `${text}- ${hashOf('سر')} a\0b\n`],
  ['has a name too long', (text: string) => `${text}- ${hashOf('سر')} ${'a'.repeat(300)}\n`],
  ['has a line without end', (text: string) => `${text}${'x'.repeat(200_000)}`],
  ['begins with a line without end', (text: string) => `${'x'.repeat(200_000)}\n${text}`],
  ['is binary', (text: string) => `\0\xff${text}`],
])('a journal that %s is read as far as it goes, and nothing else', (_, damage) => {
  writeFiles(out, { 'notes.html': 'لغيرنا' });
  writeFileSync(join(root, 'secret.txt'), 'سر');
  keepJournal(entry('index.html', 'قديم', 'أ'), entry('b.html', 'قديم', 'ب'));
  writeFileSync(journalFile(out), damage(readFileSync(journalFile(out), 'utf8')));
  const [first, ...rest] = [...journalEntries(out)];
  expect(first).toEqual(entry('index.html', 'قديم', 'أ'));
  for (const { outputPath } of rest) expect(outputPath).toMatch(/^b\./);
  expect(adopted('index.html', 'notes.html', '../secret.txt')).toEqual([
    hashOf('أ'),
    undefined,
    undefined,
  ]);
});

test.each([
  ['replaced already', 'index.html', 'قديم', 'أ', 'قديم', 'أ'],
  ['not yet replaced', 'index.html', 'أ', 'جديد', 'أ', 'أ'],
  ['not yet replaced, in a new cache', 'index.html', 'أ', 'جديد', undefined, 'أ'],
  ['new', 'index.html', undefined, 'أ', undefined, 'أ'],
  ['not yet removed', 'index.html', 'أ', undefined, 'أ', 'أ'],
  ['changed by another program', 'index.html', 'قديم', 'جديد', 'قديم', 'قديم'],
  [
    'one of the user, at the path of a new one',
    'index.html',
    undefined,
    'جديد',
    undefined,
    undefined,
  ],
  [
    'one of the user, at the path of a removed one',
    'index.html',
    'قديم',
    undefined,
    'قديم',
    undefined,
  ],
])('a file that is %s is recorded as what it is', (_, path, before, after, known, expected) => {
  if (known !== undefined) record(path, known);
  keepJournal(entry(path, before, after));
  expect(adopted(path)).toEqual([expected === undefined ? undefined : hashOf(expected)]);
  expect(readFileSync(join(out, path), 'utf8')).toBe('أ');
});

test.each(['full', 'quota', 'read-only', 'broken', 'too many'] as const)(
  'a journal whose name the disk may not have is not in place (%s)',
  (kind) => {
    const folder = watchCalls(
      (path) => path === out,
      ({ name }) => (name === 'fsyncSync' || name === 'openSync' ? refusals[kind] : undefined),
    );
    try {
      expect(() => keepJournal()).toThrow(refusals[kind].code);
    } finally {
      folder.restore();
    }
  },
);

test.each(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'])(
  'a folder that the system cannot wait for stops no build (%s)',
  (code) => {
    const folder = watchCalls(
      (path) => path === out,
      ({ name }) => (name === 'fsyncSync' ? { code, errno: -1, message: code } : undefined),
    );
    try {
      keepJournal(entry('index.html', 'أ', undefined));
    } finally {
      folder.restore();
    }
    expect([...journalEntries(out)]).toHaveLength(1);
  },
);

test('a folder in the place of the journal is named', () => {
  writeFiles(journalFile(out), { 'a.txt': 'لغيرنا' });
  expect(() => adopted()).toThrow(ForeignFileError);
});

test('a manifest that is newer than the catalogue tells what the site has', () => {
  record('index.html', 'قديم');
  writeFileSync(join(out, manifestName), `${hashOf('أ')}  index.html\n`);
  expect(adopted('index.html')).toEqual([hashOf('أ')]);
});

test('a manifest of another bag is refused where nothing shows that the site is ours', () => {
  appendFileSync(join(out, manifestName), `${hashOf('أ')}  index.html\n`);
  const adopt = (): void =>
    adoptSite(out, pageWriter(catalogue, 0), contentHashAt(catalogue), false);
  expect(adopt).toThrow(ForeignFileError);
  keepJournal(entry('index.html', 'قديم', 'أ'));
  expect(adopt).not.toThrow();
  expect(existsSync(join(out, 'index.html'))).toBe(true);
});
