import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, inject, test } from 'vitest';
import { meta } from '../../src/catalogue/meta.ts';
import {
  cataloguePath,
  closeCatalogue,
  openCatalogue,
  openReader,
} from '../../src/catalogue/open.ts';
import { makeEdit, plantDrafts } from '../support/edits.ts';
import { copyFolder } from '../support/file-tree.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

let site: TemporarySite;
let before = '';
beforeEach(() => {
  site = temporarySite();
  before = join(temporaryFolder(), 'before');
  plantDrafts(site.root, 1, 6);
});
const dist = (): string => site.at('dist');
const cache = (): string => site.at('.cache');
const spool = (): string => join(cache(), 'articles-1.spool');

function reset(): void {
  rmSync(site.root, { recursive: true, force: true });
  copyFolder(before, site.root);
}

/** Inverts one bit of a byte, or all, depending on its position. */
function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ (at % 3 === 0 ? 0xff : 1 << (at % 8));
  writeFileSync(file, bytes);
}

/** Returns pseudo-random positions in a file of this size, the same in every run. */
const samplePositions = (bytes: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, n) => (Math.imul(n + 1, 0x9e3779b1) >>> 0) % bytes);

/** Bytes of SQLite's header, and of a database page. */
const [header, page] = [100, 8192];

/** Whether `npm run faults` damages every byte of the header and every file; other runs damage each sort and a sample. */
const isWhole = inject('faults') === 'all';

/** Where the fields of SQLite's header begin. */
const headerFields = [
  ...[0, 16, 18, 19, 20, 21, 22, 23, 24, 28, 32, 36],
  ...[40, 44, 48, 52, 56, 60, 64, 68, 72, 92, 96],
];
const headerBytes = isWhole ? Array.from({ length: header }, (_, n) => n) : headerFields;
/** Damaged bytes elsewhere. */
const elsewhere = isWhole ? 150 : 50;

test('a catalogue with one changed byte is not used', async () => {
  await site.build();
  const file = cataloguePath(cache());
  const files = new Map(
    [file, `${file}.checksum`, spool()].map((name) => [name, readFileSync(name)]),
  );
  /** The number of the last build, as the next one reads it from a catalogue with a changed byte, if any. */
  const buildOf = (at: number | undefined): string | undefined => {
    rmSync(cache(), { recursive: true });
    mkdirSync(cache());
    for (const [name, bytes] of files) writeFileSync(name, bytes);
    if (at !== undefined) flip(file, at);
    const catalogue = openCatalogue(cache());
    const build = meta(catalogue, 'build');
    closeCatalogue(catalogue, cache());
    return build;
  };
  const size = files.get(file)?.length ?? 0;
  const positions = [
    ...headerBytes,
    ...samplePositions(page, elsewhere),
    ...samplePositions(size, elsewhere),
  ];
  expect(buildOf(undefined)).toBeDefined();
  for (const at of positions) expect(buildOf(at), `byte ${at}`).toBeUndefined();
});

test('a catalogue that was copied or moved is used, and so is that of a killed build', async () => {
  await site.build();
  copyFolder(site.root, before);
  reset();
  expect(await site.build()).toMatchObject({ written: 0, removed: 0 });
  rmSync(`${cataloguePath(cache())}.checksum`);
  const catalogue = openCatalogue(cache());
  expect(meta(catalogue, 'build')).toBeDefined();
  closeCatalogue(catalogue, cache());
  expect(await site.build()).toMatchObject({ written: 0, removed: 0 });
});

test('the next build is correct whichever byte of the catalogue has changed', async () => {
  await site.build();
  makeEdit(site.root, { do: 'change', at: 2, draft: { title: 'عنوان آخر' } });
  const expected = await site.coldTree();
  copyFolder(site.root, before);
  const { size } = statSync(cataloguePath(cache()));
  const [near, far] = isWhole ? [8, 12] : [4, 6];
  const places = [...samplePositions(page, near), ...samplePositions(size, far)];
  for (const at of [18, 19, 44, 60, ...places]) {
    reset();
    flip(cataloguePath(cache()), at);
    await site.build();
    expect(site.tree(), `byte ${at}`).toEqual(expected);
  }
});

test('the next build is correct after a killed build whose catalogue has a damaged header', async () => {
  await site.build();
  const expected = await site.coldTree();
  rmSync(`${cataloguePath(cache())}.checksum`);
  copyFolder(site.root, before);
  for (const at of headerBytes) {
    reset();
    flip(cataloguePath(cache()), at);
    const run = await site.run('build', '--workers', '0', '--lang', 'en');
    expect({ at, code: run.code, err: run.err }).toEqual({ at, code: 0, err: '' });
    expect(site.tree(), `byte ${at}`).toEqual(expected);
  }
});

/** Kinds of damage to a file. */
const damages: readonly (readonly [string, (file: string) => void])[] = [
  ...[0, 0.2, 0.5, 0.7, 0.99].map((part): readonly [string, (file: string) => void] => [
    `byte at ${part}`,
    (file) => flip(file, Math.floor(statSync(file).size * part)),
  ]),
  ['last byte', (file) => flip(file, statSync(file).size - 1)],
  ['truncated to half', (file) => truncateSync(file, statSync(file).size >> 1)],
  ['empty', (file) => truncateSync(file, 0)],
  ['zeros', (file) => writeFileSync(file, Buffer.alloc(statSync(file).size))],
  ['missing', (file) => rmSync(file)],
];

test.each([0, 1])(
  'the next build is correct whichever file of search or exports in the cache is damaged: %d worker threads',
  async (workers) => {
    await site.build();
    const expected = site.tree();
    rmSync(dist(), { recursive: true });
    copyFolder(site.root, before);
    const cached = readdirSync(cache(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /search|exports/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name));
    const kindOf = (file: string): string | undefined =>
      /(?:merged|files|exports)(?=\/)|\w+$/.exec(file)?.[0];
    const kinds = new Set(cached.map(kindOf));
    const seen = new Map<string | undefined, number>();
    expect([...kinds].sort()).toEqual(['exports', 'files', 'json', 'merged', 'run']);
    // Files of one kind are read alike: the first of each, and a sample of the others.
    const nth = workers === 0 ? 4 : 6;
    const first = new Set(
      kinds.values().map((kind) => cached.find((file) => kindOf(file) === kind)),
    );
    const damaged = cached.filter(
      (file, i) => i % nth === 0 || (workers === 0 && (isWhole || first.has(file))),
    );
    for (const file of damaged) {
      // Each damage of the first file of a kind, one of the others.
      const kind = kindOf(file);
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      const isFirst = workers === 0 && seen.get(kind) === 1;
      for (const [what, damage] of isFirst ? damages : damages.slice(2, 3)) {
        reset();
        // Segments are read only if partitions must be merged.
        if (file.endsWith('.run')) {
          rmSync(join(cache(), 'search/merged'), { recursive: true, force: true });
        }
        damage(file);
        await site.build({ workers });
        expect(site.tree(), `${what}: ${file}`).toEqual(expected);
      }
    }
  },
);

/** Changes the stored bytes of one article in the spool. */
function changeArticle(seed: string, change: (bytes: Uint8Array) => Uint8Array): void {
  const catalogue = openReader(cataloguePath(cache()));
  const row = catalogue
    .prepare('SELECT at, size FROM documents JOIN bodies USING (doc) WHERE seed = ?')
    .get(seed);
  catalogue.close();
  const [at, size] = [Number(row?.at), Number(row?.size)];
  const bytes = readFileSync(spool());
  bytes.set(change(Uint8Array.from(bytes.subarray(at, at + size))), at);
  writeFileSync(spool(), bytes);
}

/** Makes the next build render all pages, so that every stored article is read. */
const touchTemplates = (): void => {
  mkdirSync(site.at('templates'), { recursive: true });
  writeFileSync(site.at('templates/unused.ts'), '// All pages are rendered again.');
};

test.each([0, 1])(
  'a damaged stored article is reported and its seed is read again in the same build: %d worker threads',
  async (workers) => {
    await site.build();
    const expected = site.tree();
    changeArticle('n3.txt', (bytes) => bytes.with(bytes.length - 9, 7));
    touchTemplates();
    const result = await site.build({ workers });
    expect(result.diagnostics.map(({ rule, file }) => [rule, file])).toEqual([
      ['article-damaged', 'seeds/n3.txt'],
    ]);
    expect(result).toMatchObject({ read: 1, warnings: 1, errors: 0, written: 0 });
    expect(site.tree()).toEqual(expected);
    expect(await site.build()).toMatchObject({ read: 0, warnings: 0, written: 0 });
  },
);

test('a stored article of another version is compiled again without a diagnostic', async () => {
  await site.build();
  const expected = site.tree();
  changeArticle('n3.txt', (bytes) => bytes.with(3, 99));
  touchTemplates();
  expect(await site.build()).toMatchObject({ read: 1, warnings: 0, diagnostics: [] });
  expect(site.tree()).toEqual(expected);
});

test('the next build is correct whatever damage the spool of articles has', async () => {
  await site.build();
  const expected = site.tree();
  rmSync(dist(), { recursive: true });
  copyFolder(site.root, before);
  for (const [what, damage] of damages.filter(([name]) => !/0$|0\.[27]/.test(name))) {
    reset();
    damage(spool());
    expect((await site.build()).errors, what).toBe(0);
    expect(site.tree(), what).toEqual(expected);
    expect((await site.build()).warnings, what).toBe(0);
  }
});
