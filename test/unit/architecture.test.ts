import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** The shape of the house, as the design has it: what may import what, and what no file may hold. */
const root = fileURLToPath(new URL('../..', import.meta.url));

interface Source {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
  /** Without comments and without what stands in strings. */
  readonly code: string;
  readonly imports: readonly string[];
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const withoutStrings = (text: string): string =>
  text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");

function sources(folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|js)$/.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8');
      const bare = withoutComments(text);
      const specifiers = /(?:\bfrom\s+|\bimport\s+|\bimport\()'([^']+)'/g;
      const imports = [...bare.matchAll(specifiers)].map(([, specifier = '']) =>
        specifier.startsWith('.')
          ? relative(root, normalize(join(dirname(file), specifier)))
          : specifier,
      );
      return { path: relative(root, file), text, code: withoutStrings(bare), imports };
    });
}

const src = sources('src');
const templates = sources('templates');

/** The part of the house that a path belongs to. */
const partOf = (path: string): string =>
  path.startsWith('templates/') ? 'templates' : (/^src\/([^/]+)\//.exec(path)?.[1] ?? path);

/** What each part may import besides itself; a part that is missing here may not exist. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  arabic: ['model'],
  structure: ['arabic', 'model'],
  sources: ['arabic', 'model'],
  imports: ['sources', 'arabic', 'model'],
  content: ['structure', 'arabic', 'model'],
  render: ['arabic', 'model'],
  templates: ['model', 'src/render/html.ts'],
  pages: ['templates', 'render', 'arabic', 'model'],
  catalogue: ['model'],
  search: ['arabic', 'model'],
  config: ['sources', 'src/content/permalink.ts', 'src/pages/templates.ts', 'arabic', 'model'],
  outputs: ['arabic', 'model'],
  build: [
    'catalogue',
    'config',
    'content',
    'outputs',
    'pages',
    'render',
    'search',
    'sources',
    'structure',
    'arabic',
    'model',
  ],
  check: ['src/build/manifest.ts', 'src/build/sha256.ts', 'model'],
  serve: ['build', 'config', 'model'],
  cli: [
    'src/render/template-error.ts',
    'src/render/html.ts',
    'serve',
    'build',
    'check',
    'config',
    'content',
    'imports',
    'sources',
    'structure',
    'arabic',
    'model',
  ],
};

test('imports point downward only', () => {
  const wrong = [...src, ...templates]
    .filter(({ path }) => path !== 'src/index.ts')
    .flatMap(({ path, imports }) => {
      const part = partOf(path);
      const may = allowed[part];
      if (may === undefined) return [`${path}: not a part of the house`];
      return imports
        .filter((found) => /^(?:src|templates|test|bench)\//.test(found))
        .filter((found) => partOf(found) !== part)
        .filter((found) => !may.includes(partOf(found)) && !may.includes(found))
        .map((found) => `${path} imports ${found}`);
    });
  expect(wrong).toEqual([]);
});

test('nothing that is shipped imports a test or a benchmark', () => {
  const wrong = [...src, ...templates].flatMap(({ path, imports }) =>
    imports.filter((found) => /^(?:test|bench)\//.test(found)).map((found) => `${path}: ${found}`),
  );
  expect(wrong).toEqual([]);
});

test('templates import nothing but types of the model, html, and each other', () => {
  const wrong = templates.flatMap(({ path, text, imports }) => [
    ...imports
      .filter((found) => !/^(?:src\/model\/|templates\/)|^src\/render\/html\.ts$/.test(found))
      .map((found) => `${path}: ${found}`),
    ...[...text.matchAll(/^import (?!type )[^;]*src\/model/gm)].map(() => `${path}: not a type`),
  ]);
  expect(wrong).toEqual([]);
});

test('the machine is reached only where the design says', () => {
  const may =
    /^src\/(?:cli|serve|build|catalogue|check)\/|^src\/(?:config\/load|sources\/(?:walk|seed-file|open-records)|structure\/load-weights|render\/(?:assets|browser-script))\.ts$/;
  const wrong = [...src, ...templates]
    .filter(({ path, imports }) => !may.test(path) && imports.some((i) => i.startsWith('node:')))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('packages from elsewhere are those that production installs', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  const known = Object.keys(dependencies);
  const wrong = [...src, ...templates].flatMap(({ path, text, imports }) =>
    imports
      .filter((found) => !/^(?:node:|src\/|templates\/)/.test(found))
      .filter((found) => !known.some((name) => found === name || found.startsWith(`${name}/`)))
      // Types only are gone when the program runs.
      .filter((found) => !new RegExp(`import type [^;]*'${found}'`).test(text))
      .map((found) => `${path}: ${found}`),
  );
  expect(wrong).toEqual([]);
});

test('no type is escaped', () => {
  const wrong = [...src, ...templates]
    .filter(({ code }) =>
      /:\s*any\b|\bas any\b|<any>|\bas never\b|@ts-(?:ignore|nocheck)/.test(code),
    )
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('the same input gives the same bytes: no clock, chance, locale or environment', () => {
  // The plural rules of a language that is named are the same everywhere; those of no language are not.
  const unsteady =
    /\bDate\.now\b|\bnew Date\b|\btoLocale\w*|\bIntl\.(?!LDMLPluralRule\b|PluralRules(?:\(language\)|>))|\blocaleCompare\b|\bMath\.random\b|\bprocess\.env\b|\bperformance\.now\b|\brandomUUID\b/;
  const wrong = [...src, ...templates]
    // The command line and the server talk to people of this machine, not to readers.
    // So does the part of the search that runs in a reader's browser.
    .filter(({ path }) => !/^src\/(?:cli|serve|search\/browser)\//.test(path))
    .flatMap(({ path, code }) => {
      const found = unsteady.exec(code);
      return found === null ? [] : [`${path}: ${found[0]}`];
    });
  expect(wrong).toEqual([]);
});

test('nothing but the command line writes to the terminal', () => {
  const wrong = [...src, ...templates]
    .filter(({ path }) => !path.startsWith('src/cli/'))
    .filter(({ code }) => /\bconsole\.|process\.(?:stdout|stderr|exit)/.test(code))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('no file is longer than 250 lines', () => {
  const wrong = [...src, ...templates]
    // A message a rule: a language is one list.
    .filter(({ path }) => !/^(?:src\/cli|templates)\/messages\/(?:ar|en)\.ts$/.test(path))
    .filter(({ text }) => text.split('\n').length - 1 > 250)
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('no file hides behind an empty name', () => {
  const wrong = [...src, ...templates]
    .filter(({ path }) => /(?:util|helper|manager|misc|common|stuff)s?\.ts$/i.test(path))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('everything that a file exports says what it is', () => {
  const wrong = [...src, ...templates].flatMap(({ path, text }) => {
    const lines = text.split('\n');
    return lines.flatMap((line, i) => {
      if (!/^export (?!(?:type )?\{|\*)/.test(line)) return [];
      return /\*\/\s*$/.test(lines[i - 1] ?? '') ? [] : [`${path}:${i + 1} ${line.slice(0, 60)}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('this test sees what it forbids', () => {
  expect(src.length).toBeGreaterThan(50);
  expect(src.filter(({ imports }) => imports.includes('node:fs')).length).toBeGreaterThan(3);
  expect(withoutComments("a // b\n/* c */ 'd'")).not.toMatch(/[bc]/);
  expect(partOf('src/cli/main.ts')).toBe('cli');
});
