import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type NuMessage, runNu, withoutNu } from '../support/browser/nu-checker.ts';
import { buildSite, copyFixture, numberedArticles } from '../support/browser/site.ts';
import { repository } from '../support/paths.ts';
import { takeStep } from '../support/run-site.ts';
import { parseSite } from '../support/site-file.ts';
import { skipIf } from '../support/skip.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Cases with hostile and unusual content, whose pages must be valid. */
const hostile = ['hostile-title', 'hostile-markdown', 'markdown', 'subjects', 'empty-archive'];

/**
 * False reports of the checker; all its other messages are errors. For a page on a disk it matches 'self'
 * with nothing, and reports the archive's own style sheet and script as blocked (browsers apply them: see the
 * tests of typography). It also treats JSON and JSON-LD as scripts, although data blocks are processed before
 * any policy (HTML Standard, "prepare the script element", step 12). It guesses the language of a page by chance where
 * most of its letters are one long word.
 */
const groundless = ({ message, extract = '', url }: NuMessage): boolean => {
  if (/^This document appears to be written in/.test(message)) return /long-word/.test(String(url));
  const barred = /^(?:Resource|Inline script) violates Content Security Policy/.test(message);
  return (
    barred &&
    /<link rel="stylesheet"|<script src="[^"]*assets\/(?:search|reader)|<script type="application\/(?:ld\+)?json"/.test(
      extract,
    )
  );
};

const faults = (messages: readonly NuMessage[]): readonly string[] =>
  messages
    .filter((message) => !groundless(message))
    .map(({ type, url, lastLine, message, extract }) =>
      [type, `${url}:${lastLine}`, message, extract].join(' | '),
    );

/** The messages about one file, and all others. */
function byFile(
  messages: readonly NuMessage[],
  file: string,
): { readonly planted: readonly NuMessage[]; readonly others: readonly NuMessage[] } {
  const isPlanted = ({ url = '' }: NuMessage): boolean => url.endsWith(file);
  return {
    planted: messages.filter(isPlanted),
    others: messages.filter((message) => !isPlanted(message)),
  };
}

/** Files of a kind under a folder. */
const filesUnder = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();

describe('the Nu HTML checker', { ...skipIf(withoutNu), timeout: 120_000 }, () => {
  const folder = temporaryFolder();
  const sites: string[] = [];

  beforeAll(async () => {
    const build = async (root: string, dist: string): Promise<void> => {
      expect(await buildSite(root, dist)).toMatchObject({ code: 0 });
      sites.push(dist);
    };
    await build(repository, join(folder, 'own'));
    const configs = {
      rich: undefined,
      addressed: 'baseUrl: https://example.org/archive/\n',
      english: 'language: en\nbaseUrl: https://example.org/archive/\n',
    };
    for (const [name, config] of Object.entries(configs)) {
      const root = join(folder, name);
      copyFixture(root, config);
      await build(root, join(root, 'dist'));
    }
    for (const name of hostile) {
      const file = join(repository, `test/sites/${name}.site`);
      const root = join(folder, name);
      for (const step of parseSite(readFileSync(file, 'utf8')).steps) await takeStep(step, root);
      sites.push(join(root, 'dist'));
    }
  });

  // The checker starts slowly: one run for the planted errors and the files of the sites.
  test('reports planted errors in a page, and nothing in any page of the sites', () => {
    // Of the numbered articles, which are alike, one in ten.
    const pages = sites
      .flatMap((site) => filesUnder(site, '.html'))
      .filter((page) => !/issue-\d*[1-9]\.html$/.test(page));
    expect(pages.filter((page) => /issue-\d+\.html$/.test(page))).toHaveLength(
      3 * (numberedArticles / 10),
    );
    expect(pages.length).toBeGreaterThan(3 * numberedArticles);
    const broken = join(folder, 'broken.html');
    const [page = ''] = filesUnder(join(folder, 'own'), '.html');
    writeFileSync(broken, readFileSync(page, 'utf8').replace('</h1>', '</h1><p><h2 align=x></p>'));
    const { read, messages } = runNu('html', [...pages, broken]);
    expect(read).toEqual([...pages, broken]);
    const { planted, others } = byFile(messages, broken);
    expect(faults(others)).toEqual([]);
    expect(faults(planted).some((error) => error.includes('“align”'))).toBe(true);
  });

  test('reports a planted error in a style sheet, and nothing in any style sheet of the sites', () => {
    const sheets = sites.flatMap((site) => filesUnder(site, '.css'));
    expect(sheets.length).toBe(2 * sites.length);
    // Most sites have the same two.
    const different = new Map(sheets.map((sheet) => [readFileSync(sheet, 'utf8'), sheet]));
    const broken = join(folder, 'broken.css');
    writeFileSync(broken, `${readFileSync(sheets[0] ?? '', 'utf8')}p { colour: red }`);
    const { messages } = runNu('css', [...different.values(), broken]);
    const { planted, others } = byFile(messages, broken);
    expect(faults(others)).toEqual([]);
    expect(faults(planted)).toHaveLength(1);
  });
});
