import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { maxSeedBytes, maxSidecarBytes } from '../../../src/model/limits.ts';
import { readSeed } from '../../../src/sources/seed-file.ts';
import { walkSeeds } from '../../../src/sources/walk.ts';
import { asRoot, notOnLinux, skipIf } from '../../support/skip.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

let root = '';

beforeEach(() => {
  root = temporaryFolder();
});

function put(...paths: readonly string[]): void {
  writeFiles(root, Object.fromEntries(paths.map((path) => [path, 'نص'])));
}

function walk() {
  const steps = [...walkSeeds(root)];
  const seeds = steps.map((step) => step.value).filter((seed) => seed !== undefined);
  return {
    seeds,
    paths: seeds.map((seed) => seed.path),
    found: steps.flatMap((step) => step.diagnostics).map((d) => `${d.rule} ${d.file}`),
  };
}

test('seeds are listed in code point order of their paths', () => {
  const paths = [
    'a-b.txt',
    'a.md',
    'a/1.txt',
    'a/b/2.txt',
    'a0.text',
    'Z.txt',
    'أ.txt',
    'ب.markdown',
  ];
  put(...paths, '\u{1d11e}.txt', '\uf000.txt');
  const { paths: walked, found } = walk();
  expect(walked).toEqual([
    'Z.txt',
    ...paths.filter((p) => p !== 'Z.txt'),
    '\uf000.txt',
    '\u{1d11e}.txt',
  ]);
  expect(found).toEqual([]);
});

test('a decomposed name is reported in NFC and opened by its stored form', () => {
  put('A\u0308.TXT');
  const [seed] = walk().seeds;
  expect(seed).toMatchObject({ path: '\u00c4.TXT', bytes: 4 });
  if (seed === undefined) return;
  expect(new TextDecoder().decode(readSeed(seed).value)).toBe('نص');
});

test('files of systems and editors are ignored', () => {
  put('.DS_Store', '.hidden/a.txt', 'Thumbs.db', 'a.txt~', '.a.txt.swp', '#a.txt#', 'a.txt');
  expect(walk()).toMatchObject({ paths: ['a.txt'], found: [] });
});

test('a hidden text is reported unless a visible file of the same name exists', () => {
  put('.draft.txt', '..%2e.md', 'old.jsonl~', 'a.txt', '.a.txt', 'a.txt~');
  put('._a.txt', '.#b.txt', '.import.jsonl', '.hidden.yaml');
  expect(walk()).toMatchObject({
    paths: ['a.txt'],
    found: ['seed-hidden ..%2e.md', 'seed-hidden .draft.txt', 'seed-hidden old.jsonl~'],
  });
});

test('a file of a folder that is a link holds back what it may hold back', () => {
  put('a.txt', 'b/c.txt', 'b/d/e.txt', 'f.txt');
  for (const name of ['a.yaml', 'b/_folder.yaml']) symlinkSync('/nowhere.yaml', join(root, name));
  const { seeds, found } = walk();
  expect(seeds.map(({ folders }) => folders?.map(({ path }) => path))).toEqual([
    undefined,
    ['b/_folder.yaml'],
    ['b/_folder.yaml'],
    undefined,
  ]);
  expect(found).toEqual(['seed-not-a-file a.yaml', 'seed-not-a-file b/_folder.yaml']);
});

test('a sidecar belongs to the text of the same stem', () => {
  put('a.txt', 'a.yaml', 'a.yml', 'b/a.md', 'b/a.yml', 'c.yaml', 'd.txt');
  const { seeds, found } = walk();
  expect(seeds.map((seed) => [seed.path, seed.sidecar?.path])).toEqual([
    ['a.txt', 'a.yaml'],
    ['b/a.md', 'b/a.yml'],
    ['d.txt', undefined],
  ]);
  expect(found).toEqual(['sidecar-orphan a.yml', 'sidecar-orphan c.yaml']);
});

test('multi-record seeds are recognised by name, compressed or not, of any size', () => {
  put('a.jsonl', 'b.ndjson.gz', 'b.yaml', 'c.JSON', 'd.csv.GZ', 'e.tsv', 'f.txt.gz', '.json');
  truncateSync(join(root, 'a.jsonl'), maxSeedBytes + 1);
  const { seeds, found } = walk();
  expect(
    seeds.map(({ path, records, gzipped, sidecar }) => [path, records, gzipped, sidecar?.path]),
  ).toEqual([
    ['a.jsonl', 'jsonl', undefined, undefined],
    ['b.ndjson.gz', 'jsonl', true, 'b.yaml'],
    ['c.JSON', 'json', undefined, undefined],
    ['d.csv.GZ', 'csv', true, undefined],
    ['e.tsv', 'tsv', undefined, undefined],
  ]);
  expect(found).toEqual(['seed-unknown-format f.txt.gz']);
});

test('unknown formats are reported', () => {
  put('a.pdf', 'README', 'README.md');
  expect(walk()).toMatchObject({
    paths: ['README.md'],
    found: ['seed-unknown-format README', 'seed-unknown-format a.pdf'],
  });
});

test('links, loops and FIFOs are not followed and do not block', () => {
  put('a/b.txt');
  symlinkSync('.', join(root, 'a', 'loop'));
  symlinkSync('b.txt', join(root, 'a', 'c.txt'));
  symlinkSync('/etc/passwd', join(root, 'a', 'b.yaml'));
  execFileSync('mkfifo', [join(root, 'pipe.txt')]);
  const { seeds, found } = walk();
  expect(seeds).toMatchObject([{ path: 'a/b.txt' }]);
  expect(found).toEqual([
    'seed-not-a-file a/b.yaml',
    'seed-not-a-file a/c.txt',
    'seed-not-a-file a/loop',
    'seed-not-a-file pipe.txt',
  ]);
  const pipe = readSeed({ path: 'pipe.txt', absolute: join(root, 'pipe.txt') });
  expect(pipe.diagnostics).toMatchObject([{ rule: 'seed-not-a-file', values: { kind: 'fifo' } }]);
  const link = readSeed({ path: 'a/c.txt', absolute: join(root, 'a', 'c.txt') });
  expect(link.diagnostics).toMatchObject([{ rule: 'seed-unreadable' }]);
});

test('files over the limit are not read', () => {
  put('a.txt', 'b.txt', 'b.yaml');
  truncateSync(join(root, 'a.txt'), maxSeedBytes + 1);
  truncateSync(join(root, 'b.yaml'), maxSidecarBytes + 1);
  const { seeds, found } = walk();
  expect(seeds).toMatchObject([{ path: 'b.txt' }]);
  expect(seeds[0]?.sidecar).toBeUndefined();
  expect(found).toEqual(['seed-too-large a.txt', 'seed-too-large b.yaml']);
  expect(readSeed({ path: 'a.txt', absolute: join(root, 'a.txt') }).diagnostics).toMatchObject([
    { rule: 'seed-too-large' },
  ]);
});

test('a missing folder or file is reported without its absolute path', () => {
  const missing = [...walkSeeds(join(root, 'none'))];
  expect(missing).toMatchObject([
    { value: undefined, diagnostics: [{ rule: 'seed-unreadable', file: '.' }] },
  ]);
  const read = readSeed({ path: 'a.txt', absolute: join(root, 'a.txt') });
  expect(read.diagnostics).toMatchObject([{ rule: 'seed-unreadable', file: 'a.txt' }]);
  expect(JSON.stringify([missing, read])).not.toContain(root);
});

test('a folder without permission affects no other folder', skipIf(asRoot), () => {
  put('a/1.txt', 'b.txt');
  chmodSync(join(root, 'a'), 0);
  const { paths, found } = walk();
  chmodSync(join(root, 'a'), 0o755);
  expect({ paths, found }).toEqual({ paths: ['b.txt'], found: ['seed-unreadable a'] });
});

test('a name that is not UTF-8 is reported', skipIf(notOnLinux), () => {
  writeFileSync(
    Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xe3, 0xd5]), Buffer.from('.txt')]),
    'x',
  );
  put('a.txt');
  const { paths, found } = walk();
  expect(paths).toEqual(['a.txt']);
  expect(found).toEqual(['seed-name-invalid \ufffd\ufffd.txt']);
});
