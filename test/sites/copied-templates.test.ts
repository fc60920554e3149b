import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * Copies of all built-in templates and partials in a site, with their imports changed to `warraq`: they must
 * compile, and print the same bytes as the built-in ones.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'warraq-copied-'));
const names = readdirSync(join(root, 'templates'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort();

const seeds = {
  'seeds/dam.md': `---
title: بدء العمل في السد
kicker: أسوان
standfirst: أول أيام العمل.
byline: كتب أحمد حسين وسعاد علي
authors: [أحمد حسين, سعاد علي]
dateline: أسوان
date: 1960-01-09
source: الأهرام
section: أخبار
topics: [السد العالي, النيل]
people: [جمال عبد الناصر]
places: [أسوان]
issue: 26703
page: 1
url: https://example.org/dam
---
قال الوزير إن السد العالي في أسوان:

> بدأ *العمل* من BBC.

1. أول
2. ثان

## تمويل السد

متن أول.

## بناء السد

متن ثان.

## مياه السد

متن ثالث.
`,
  'seeds/nile.txt': `---
title: فيضان النيل
date: 1961-02
source: الأهرام
topics: [النيل]
---
ارتفع منسوب مياه السد العالي في أسوان.
`,
  'seeds/old.txt': 'نص بلا تاريخ عن السد العالي.\n',
  'seeds/english.txt': '---\nlanguage: en\ntitle: High Dam\ndate: 1961-01-09\n---\nWork began.\n',
};

/** Writes files into a site and builds it; returns the published files with their content. */
function build(site: string, files: Readonly<Record<string, string>>): Map<string, string> {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, site, path)), { recursive: true });
    writeFileSync(join(folder, site, path), content);
  }
  const command = [join(root, 'src/cli/warraq.js'), 'build', '--root', join(folder, site)];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
  const dist = join(folder, site, 'dist');
  const published = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    published.sort().map((path) => [path.slice(dist.length), readFileSync(path, 'base64')]),
  );
}

/** The text of a built-in template with the imports that `pattern` matches changed to `warraq`. */
const copied = (name: string, pattern: RegExp): string =>
  readFileSync(join(root, 'templates', name), 'utf8').replace(pattern, "from 'warraq';");

/** Copies of templates for a site. */
const copies = (of: readonly string[], pattern: RegExp): Readonly<Record<string, string>> =>
  Object.fromEntries(of.map((name) => [`templates/${name}`, copied(name, pattern)]));

const anyImport = /from '\.[^']*';/g;
const sourceImport = /from '[./]*\/src\/[^']*';/g;
const settings = { 'warraq.yaml': 'name: أرشيف السد\nbaseUrl: https://example.org/a/\n', ...seeds };
let builtIn: Map<string, string>;

beforeAll(() => {
  builtIn = build('built-in', settings);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('templates and partials are found, and the sample site has a page of every kind', () => {
  expect(names).toContain('article.ts');
  expect(names).toContain(join('partials', 'blocks.ts'));
  const pages = [
    ...['index', '404', 'search', 'all/index', 'dates/index', 'dates/1960/index'],
    ...['dates/1960/01/index', 'dates/1960/01/09', 'dates/through-years/01', 'hijri/index'],
    ...['people/index', 'articles/dam'],
  ];
  for (const name of pages) {
    expect(builtIn.has(`/${name}.html`), name).toBe(true);
  }
});

test('every template, copied alone with its imports changed to warraq, prints the same bytes', () => {
  const templates = names.filter((name) => !name.startsWith('partials'));
  expect(build('templates', { ...settings, ...copies(templates, anyImport) })).toEqual(builtIn);
});

test('all templates, copied with their partials, print the same bytes', () => {
  expect(build('partials', { ...settings, ...copies(names, sourceImport) })).toEqual(builtIn);
});

test('every copied template and partial compiles with its imports changed to warraq', () => {
  const site = join(folder, 'types');
  mkdirSync(site);
  cpSync(join(root, 'tsconfig.json'), join(site, 'base.json'));
  writeFileSync(join(site, 'package.json'), '{"type": "module"}');
  for (const [path, text] of Object.entries(copies(names, anyImport))) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
  const compilerOptions = {
    noEmit: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    paths: { warraq: [join(root, 'src/index.ts')] },
  };
  const config = { extends: './base.json', compilerOptions, include: ['templates/**/*.ts'] };
  writeFileSync(join(site, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '--checkers', '1', '-p', site], {
    encoding: 'utf8',
  });
  expect(status, stdout).toBe(0);
}, 120_000);
