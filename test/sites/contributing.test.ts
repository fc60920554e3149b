import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../support/compile.ts';
import { fencesOf } from '../support/documents.ts';

/**
 * The worked examples of CONTRIBUTING.md: each is applied to a copy of the program as a reader would, by
 * hand, must compile and must have the described effect.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'warraq-examples-'));
const program = join(folder, 'program');
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** The section of an example. */
const sectionOf = (heading: string): string =>
  text.split(/^(?=#{2,3} )/m).find((section) => section.startsWith(`### ${heading}\n`)) ?? '';

/** Replaces in a file of the program what a block of a diff changes, hunk by hunk. */
function patch(body: string): void {
  const [, path = '', changes = ''] = /^--- (\S+)\n([\s\S]*)$/.exec(body) ?? [];
  let content = readFileSync(join(program, path), 'utf8');
  for (const hunk of changes.split(/^@@.*\n/m)) {
    const lines = hunk.split('\n').slice(0, -1);
    const side = (left: string): string =>
      lines
        .filter((line) => !line.startsWith(left))
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    expect(content.split(side('+')), `${path}: ${side('+')}`).toHaveLength(2);
    content = content.replace(side('+'), () => side('-'));
  }
  writeFileSync(join(program, path), content);
}

/** Applies an example: writes its files and changes the registry. */
function follow(heading: string): void {
  const fences = fencesOf(sectionOf(heading));
  expect(fences.length, heading).toBeGreaterThan(1);
  for (const { language, body } of fences) {
    const [, path] = /^\/\/ (\S+)\n/.exec(body) ?? [];
    if (language === 'diff') patch(body);
    if (language !== 'ts' || path === undefined) continue;
    mkdirSync(dirname(join(program, path)), { recursive: true });
    writeFileSync(join(program, path), body.replace(/^.*\n/, ''));
  }
}

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: program, encoding: 'utf8' });

/** Builds a site with these files; returns a function that reads published files. */
function built(name: string, files: Readonly<Record<string, string>>): (path: string) => string {
  const site = join(folder, name);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
  }
  const { status, stdout, stderr } = run('src/cli/warraq.js', 'build', '--root', site);
  expect(status, stdout + stderr).toBe(0);
  const check = run('src/cli/warraq.js', 'check', '--root', site);
  expect(check.status, check.stdout + check.stderr).toBe(0);
  return (path) => readFileSync(join(site, 'dist', path), 'utf8');
}

const seeds = {
  'seeds/dam.txt':
    '---\ntitle: خبر من أسوان\ndate: 1960-01-09\n---\nبدأ العمل اليوم في الموقع كله.\n',
};

beforeAll(() => {
  for (const part of ['src', 'templates', 'package.json', 'tsconfig.json', 'biome.json']) {
    cpSync(join(root, part), join(program, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(program, 'node_modules'));
  const headings = [...text.matchAll(/^### (Add .+)$/gm)].map(([, heading = '']) => heading);
  expect(headings.length).toBeGreaterThan(3);
  headings.forEach(follow);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the examples compile, all together', () => {
  const { status, stdout } = compile(program);
  expect(status, stdout).toBe(0);
});

test('a page kind', () => {
  const read = built('page', {
    ...seeds,
    'warraq.yaml': 'name: أرشيف السد\ndescription: أخبار السد\n',
  });
  expect(read('about.html')).toContain('<p class="front-purpose">أخبار السد</p>');
});

test('an output', () => {
  const read = built('output', { ...seeds, 'warraq.yaml': 'baseUrl: https://example.org/a/\n' });
  expect(read('urllist.txt')).toContain('https://example.org/a/articles/dam.html\n');
});

test('an input format', () => {
  const read = built('format', {
    'seeds/dam.gmi': '# خبر من أسوان\n\nبدأ العمل.\n=> https://example.org/ المصدر\n',
  });
  expect(read('articles/dam.html')).toContain('<a href="https://example.org/">المصدر</a>');
});

test('a command', () => {
  expect(run('src/cli/warraq.js', 'limits').stdout).toMatch(/^maxSeedBytes \d+$/m);
  expect(run('src/cli/warraq.js', '--help', '--lang', 'en').stdout).toMatch(/^ {2}limits +print/m);
});

test('a language', () => {
  const read = built('language', { ...seeds, 'warraq.yaml': 'language: fr\n' });
  expect(read('index.html')).toContain('<html lang="fr"');
  expect(read('articles/dam.html')).toContain('janvier');
});

test('the templates of the guide', () => {
  const guide = readFileSync(join(root, 'docs/templates.md'), 'utf8');
  const [notFound, article] = fencesOf(guide).filter(({ language }) => language === 'ts');
  const read = built('template', {
    'seeds/dam.md': 'قال الوزير:\n\n> بدأ العمل.\n',
    'templates/not-found.ts': notFound?.body ?? '',
    'templates/article.ts': article?.body ?? '',
  });
  expect(read('404.html')).toContain('<h1>لا صفحة هنا</h1>');
  expect(read('articles/dam.html')).toContain('<blockquote class="mine">');
});
