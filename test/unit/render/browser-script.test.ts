import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import readerOptions from '../../../src/reader/rolldown.config.ts';
import {
  browserScript,
  bundleBrowserScript,
  readerScript,
  searchPanelsScript,
  searchScript,
} from '../../../src/render/browser-script.ts';
import panelsOptions from '../../../src/search/browser/panels/rolldown.config.ts';
import searchOptions from '../../../src/search/browser/rolldown.config.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const module = join(repository, 'src/render/browser-script.ts');
const cache = join(repository, 'node_modules/.cache/warraq/scripts');

/** The scripts, their options, the largest size in bytes after gzip, and the fewest modules that each has. */
const scripts = [
  // The search page loads it first.
  { source: searchScript, options: searchOptions, ceiling: 26_000, modules: 20 },
  // The search page loads it after the first results.
  { source: searchPanelsScript, options: panelsOptions, ceiling: 10_500, modules: 15 },
  // Every page loads it; its texts come on top.
  { source: readerScript, options: readerOptions, ceiling: 3800, modules: 8 },
];

/** The script that `npm ci` runs last. */
const prepare = (): Buffer => execFileSync(process.execPath, [module]);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test.each(scripts)(
  'the script of $source.folder is the bundle of its sources, the same in every run',
  ({ source }) => {
    expect(browserScript(source)).toBe(bundleBrowserScript(source));
  },
);

test.each(scripts)(
  '$source.folder: one small classic script without comments, modules or evaluation of strings',
  ({ source, ceiling }) => {
    const script = browserScript(source);
    expect(() => new Script(script)).not.toThrow();
    expect(script).toMatch(/^"use strict";\(function\(\)\{/);
    expect(script).not.toMatch(/\bimport\s*[({'"]|\bexport\b|\/\*|\/\/#|\beval\(|new Function\b/);
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(ceiling);
  },
);

test.each(scripts)(
  '$source.folder defines no global name, even where it stops because the page is missing',
  ({ source }) => {
    const context = createContext({});
    const before = new Set(Object.getOwnPropertyNames(context));
    expect(() => new Script(browserScript(source)).runInContext(context)).toThrow(/is not defined/);
    expect(Object.getOwnPropertyNames(context).filter((name) => !before.has(name))).toEqual([]);
  },
);

test.each(scripts)(
  'all modules of $source.folder are in the folders that the cache key covers',
  async ({ source, options, modules }) => {
    const bundle = await rolldown({ ...options, cwd: repository });
    await bundle.generate(options.output);
    const watched = await bundle.watchFiles;
    await bundle.close();
    const folders = source.sources.map((folder) => join(repository, 'src', folder, '/'));
    expect(watched.length).toBeGreaterThan(modules);
    expect(watched.filter((file) => !folders.some((folder) => file.startsWith(folder)))).toEqual(
      [],
    );
  },
);

/** Files of the script's cache. */
const cachedFiles = (): readonly string[] =>
  (existsSync(cache) ? readdirSync(cache) : [])
    .map((name) => join(cache, name))
    .filter((file) => readFileSync(file, 'utf8').endsWith(browserScript(searchScript)));

test('a damaged cached script is bundled again', () => {
  for (const file of cachedFiles()) rmSync(file);
  prepare();
  const [file = ''] = cachedFiles();
  const content = readFileSync(file, 'utf8');
  const script = browserScript(searchScript);
  expect(content).toBe(`${sha256(script)}\n${script}`);
  for (const damage of ['', content.slice(0, -1), content.replace('strict', 'struct')]) {
    writeFileSync(file, damage);
    prepare();
    expect(readFileSync(file, 'utf8')).toBe(content);
  }
});

test('where no process may be started, the error names the command that prepares the script', () => {
  const code = `const m = await import(${JSON.stringify(module)}); m.bundleBrowserScript(m.readerScript)`;
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
