import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import {
  browserScript,
  bundleBrowserScript,
  scriptSources,
} from '../../../src/render/browser-script.ts';
import options from '../../../src/search/browser/rolldown.config.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const module = join(repository, 'src/render/browser-script.ts');
const cache = join(repository, 'node_modules/.cache/warraq/scripts');

/** Largest script in bytes after gzip; the search page loads it first. */
const ceiling = 22_000;

/** The script that `npm ci` runs last. */
const prepare = (): Buffer => execFileSync(process.execPath, [module]);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('the script is the bundle of its sources, the same in every run', () => {
  expect(browserScript()).toBe(bundleBrowserScript());
});

test('it is one small classic script without comments, modules or evaluation of strings', () => {
  const script = browserScript();
  expect(() => new Script(script)).not.toThrow();
  expect(script).toMatch(/^"use strict";\(function\(\)\{/);
  expect(script).not.toMatch(/\bimport\s*[({'"]|\bexport\b|\/\*|\/\/#|\beval\(|new Function\b/);
  expect(gzipSync(script, { level: 9 }).length).toBeLessThan(ceiling);
});

test('it defines no global name, even where it stops because the page is missing', () => {
  const context = createContext({});
  const before = new Set(Object.getOwnPropertyNames(context));
  expect(() => new Script(browserScript()).runInContext(context)).toThrow(/is not defined/);
  expect(Object.getOwnPropertyNames(context).filter((name) => !before.has(name))).toEqual([]);
});

test('all its modules are in the folders that the cache key covers', async () => {
  const bundle = await rolldown({ ...options, cwd: repository });
  await bundle.generate(options.output);
  const watched = await bundle.watchFiles;
  await bundle.close();
  const folders = scriptSources.map((folder) => join(repository, 'src', folder, '/'));
  expect(watched.length).toBeGreaterThan(20);
  expect(watched.filter((file) => !folders.some((folder) => file.startsWith(folder)))).toEqual([]);
});

/** Files of the script's cache. */
const cachedFiles = (): readonly string[] =>
  (existsSync(cache) ? readdirSync(cache) : [])
    .map((name) => join(cache, name))
    .filter((file) => readFileSync(file, 'utf8').endsWith(browserScript()));

test('a damaged cached script is bundled again', () => {
  for (const file of cachedFiles()) rmSync(file);
  prepare();
  const [file = ''] = cachedFiles();
  const content = readFileSync(file, 'utf8');
  expect(content).toBe(`${sha256(browserScript())}\n${browserScript()}`);
  for (const damage of ['', content.slice(0, -1), content.replace('strict', 'struct')]) {
    writeFileSync(file, damage);
    prepare();
    expect(readFileSync(file, 'utf8')).toBe(content);
  }
});

test('where no process may be started, the error names the command that prepares the script', () => {
  const code = `(await import(${JSON.stringify(module)})).bundleBrowserScript()`;
  const confined = ['--permission', `--allow-fs-read=${repository}`];
  const { status, stderr } = spawnSync(
    process.execPath,
    [...confined, '--input-type=module', '--eval', code],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toContain('run "npm run prepare" first');
  expect(stderr).toContain("code: 'ERR_ACCESS_DENIED'");
});
