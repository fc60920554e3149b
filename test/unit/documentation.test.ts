import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { commands } from '../../src/cli/commands.ts';
import { defineConfig } from '../../src/config/define.ts';
import { loadConfig } from '../../src/config/load.ts';
import { publicationNames } from '../../src/model/publication.ts';
import { splitFrontMatter } from '../../src/sources/front-matter.ts';
import { readMetadata } from '../../src/sources/metadata.ts';
import { metadataSchema } from '../../src/sources/metadata-schema.ts';
import { publicationKey } from '../../src/sources/publication-keys.ts';
import { splitRecordSidecar } from '../../src/sources/records/record-overrides.ts';
import { readYamlMap } from '../../src/sources/yaml/read-yaml.ts';
import {
  documents,
  fencesOf,
  firstColumn,
  fragmentOf,
  fragmentsOf,
  proseOf,
} from '../support/documents.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const all = documents();
const textOf = (path: string): string => all.find((found) => found.path === path)?.text ?? '';

/** Returns the names in code spans of a table's cells. */
const codesIn = (cells: readonly string[]): readonly string[] =>
  cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code));

/** Returns the broken links of a document. */
function brokenLinks(path: string, text: string): readonly string[] {
  const links = [...proseOf(text).matchAll(/\]\(([^)\s]+)[^)]*\)|(?:src|href)="([^"]+)"/g)]
    .map(([, markdown, html]) => markdown ?? html ?? '')
    .filter((link) => !/^(?:[a-z]+:|\/\/)/.test(link));
  return links.filter((link) => {
    const [place = '', fragment] = decodeURIComponent(link).split('#');
    const target = place === '' ? path : join(dirname(path), place);
    if (target.startsWith('..') || !existsSync(join(root, target))) return true;
    return fragment !== undefined && !fragmentsOf(textOf(target)).includes(fragment);
  });
}

test('every link of the documents leads to a file and a heading of this repository', () => {
  expect(all.length).toBeGreaterThan(15);
  const wrong = all.flatMap(({ path, text }) =>
    brokenLinks(path, text).map((link) => `${path}: ${link}`),
  );
  expect(wrong).toEqual([]);
});

test('a broken link is detected', () => {
  const text = '[a](docs/write.md#records) [b](docs/write.md#nowhere) [c](../x.md) [d](#here)';
  expect(brokenLinks('README.md', text)).toEqual(['docs/write.md#nowhere', '../x.md', '#here']);
  expect(fragmentOf('`a.b`: one, *two* [three](x.md)')).toBe('ab-one-two-three');
});

test('every file that a document names exists in the repository', () => {
  const wrong = all.flatMap(({ path, text }) =>
    [...proseOf(text).matchAll(/`((?:src|test|bench|\.ci)\/[\w./-]*)`/g)]
      .map(([, named = '']) => named)
      .filter((named) => !existsSync(join(root, named)))
      .map((named) => `${path}: ${named}`),
  );
  expect(wrong).toEqual([]);
  expect(all.filter(({ text }) => text.includes('../shared')).map(({ path }) => path)).toEqual([]);
});

test('every file that a document names without its folder exists', () => {
  const names = new Set(
    ['src', 'templates', 'test', 'bench'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((file) => basename(String(file))),
    ),
  );
  const wrong = all.flatMap(({ path, text }) =>
    [...proseOf(text).matchAll(/`([\w-]+\.ts)`/g)]
      .map(([, named = '']) => named)
      .filter((named) => !names.has(named))
      .map((named) => `${path}: ${named}`),
  );
  expect(wrong).toEqual([]);
});

test('the first page of the guide links to every document', () => {
  const guide = textOf('docs/README.md');
  const missing = all
    .map(({ path }) => relative('docs', path))
    .filter((name) => !name.startsWith('..') && name !== 'README.md')
    .filter((name) => !guide.includes(`](${name})`));
  expect(missing).toEqual([]);
});

/** Returns the errors of a block of YAML: the file that its first line names, or front matter. */
function yamlProblems(body: string): readonly unknown[] {
  if (body.startsWith('---\n')) {
    const { metadata, diagnostics } = splitFrontMatter(body, 'a.txt');
    const read = readMetadata(metadata ?? new Map(), 'a.txt');
    return [...diagnostics, ...read.diagnostics, ...(read.value.title === undefined ? [body] : [])];
  }
  const [, name = ''] = /^# (\S+)\n/.exec(body) ?? [];
  if (/^seeds\/(?:[\w-]+\/)*[\w-]+\.yaml$/.test(name)) {
    const ofRecords = splitRecordSidecar(Buffer.from(body), name);
    const shared = Buffer.from(ofRecords.value.shared).toString();
    const { map, diagnostics } = readYamlMap(shared, name, 1);
    return [...ofRecords.diagnostics, ...diagnostics, ...readMetadata(map, name).diagnostics];
  }
  if (!/^(?:warraq|subjects|authority)\.yaml$/.test(name)) return ['it does not say its file'];
  const site = mkdtempSync(join(tmpdir(), 'documented-'));
  try {
    writeFileSync(join(site, name), body);
    const { value: config } = loadConfig({ root: site });
    const isRead = name === 'warraq.yaml' || config.authority.length > 0;
    return isRead ? [] : ['nothing reads this file'];
  } catch (error) {
    return [error];
  } finally {
    rmSync(site, { recursive: true });
  }
}

test('every block of settings and metadata in the documents is valid', () => {
  const blocks = all.flatMap(({ path, text }) =>
    fencesOf(text)
      .filter(({ language }) => language === 'yaml')
      .map(({ body, line }) => ({ at: `${path}:${line}`, body })),
  );
  expect(blocks.length).toBeGreaterThan(8);
  const wrong = blocks.flatMap(({ at, body }) =>
    yamlProblems(body).map((problem) => ({ at, problem })),
  );
  expect(wrong).toEqual([]);
});

test('invalid settings and metadata in a document are detected', () => {
  expect(yamlProblems('# warraq.yaml\nnames: x\n')).toHaveLength(1);
  expect(yamlProblems('---\ntitle: a\ndate: 2017-13\n---\n')).toHaveLength(1);
  expect(yamlProblems('name: x\n')).toHaveLength(1);
});

test('the table of settings is complete and has no unknown setting', () => {
  const { authority, decisions, recovery, pages, siteHtml, keepsDownloads, ...others } =
    defineConfig({});
  // Files of their own, two keys that are one value, and whether there is a key.
  const apart = [authority, decisions, pages, siteHtml, keepsDownloads];
  expect(apart).toEqual([[], [], [], {}, true]);
  const known = [
    ...Object.keys(others),
    'head',
    'foot',
    ...Object.keys(recovery).map((key) => `recovery.${key}`),
  ];
  const told = codesIn(firstColumn(textOf('docs/settings.md'), 'key'));
  expect([...told].sort()).toEqual(known.sort());
});

test('the table of metadata is complete and has no unknown key', () => {
  const told = codesIn(firstColumn(textOf('docs/write.md'), 'key'));
  expect([...told].sort()).toEqual(Object.keys(metadataSchema).sort());
});

test('the table of keys about publication is complete and has no unknown key', () => {
  const told = codesIn(firstColumn(textOf('docs/write.md'), 'key about publication'));
  const names = told.map(publicationKey);
  expect(names).not.toContain(undefined);
  expect(new Set(names)).toEqual(new Set(publicationNames));
});

test('the table of templates is complete and has no unknown template', () => {
  const told = codesIn(firstColumn(textOf('docs/templates.md'), 'template'));
  const files = readdirSync(join(root, 'templates')).filter((name) => name.endsWith('.ts'));
  expect([...told].sort()).toEqual(files.map((name) => name.replace(/\.ts$/, '')).sort());
});

test('the package file that the guide installs is named as npm pack names it', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const named = all.flatMap(({ text }) => text.match(/warraq-\d[\w.]*\.tgz/g) ?? []);
  expect([...new Set(named)]).toEqual([`warraq-${version}.tgz`]);
});

/** Returns the options in code spans as arguments; of alternatives the first. */
const optionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`(--[a-z-]+)(?: ([^`]+))?`/g)].flatMap(([, option = '', value]) =>
    // A value in brackets is optional.
    value === undefined || value.startsWith('[')
      ? [option]
      : [option, value.split(/\\?\|/)[0] ?? ''],
  );

test('the table of commands has every option of --help, and no unknown one', () => {
  const text = textOf('docs/commands.md');
  const [, common = ''] = /^Options of every command: ([\s\S]*?)^$/m.exec(text) ?? [];
  const rows = text.split('\n').filter((line) => /^\| `[a-z]+` \|/.test(line));
  expect(rows.length).toBeGreaterThan(4);
  expect(optionsIn(common).length).toBeGreaterThan(8);
  for (const row of rows) {
    const [command = ''] = codesIn([row]);
    const argv = [command, ...optionsIn(row), ...optionsIn(common)];
    expect(() => readArguments(argv, commands), argv.join(' ')).not.toThrow();
  }
  const program = join(root, 'src/cli/warraq.js');
  const { stdout } = spawnSync(process.execPath, [program, '--help', '--lang', 'en'], {
    encoding: 'utf8',
  });
  const helped = [...new Set(stdout.match(/--[a-z][a-z-]+/g))];
  expect(helped.length).toBeGreaterThan(15);
  expect(helped.filter((option) => !text.includes(option))).toEqual([]);
});
