import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bundledPackages } from '../../bench/package/bundled-packages.ts';

/** Tests the structure of the code against ARCHITECTURE.md: permitted imports and forbidden constructs. */
const root = fileURLToPath(new URL('../..', import.meta.url));

interface Source {
  /** Path from the repository's root. */
  readonly path: string;
  readonly text: string;
  /** Source without comments. */
  readonly bare: string;
  /** Source without comments and contents of strings. */
  readonly code: string;
  readonly imports: readonly string[];
  /** Imports that exist at run time, without types. */
  readonly values: readonly string[];
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
      const importsOf = (code: string): readonly string[] => {
        const specifiers = /(?:\bfrom\s+|\bimport\s+|\bimport\()'([^']+)'/g;
        return [...code.matchAll(specifiers)].map(([, specifier = '']) =>
          specifier.startsWith('.')
            ? relative(root, normalize(join(dirname(file), specifier)))
            : specifier,
        );
      };
      const imports = importsOf(bare);
      const values = importsOf(bare.replace(/\b(?:import|export) type [^;']*from\s+'[^']+'/g, ''));
      const path = relative(root, file);
      return { path, text, bare, code: withoutStrings(bare), imports, values };
    });
}

const src = sources('src');
const templates = sources('templates');

/** Returns the room of a path: a folder of `src/`, or `templates`. */
const roomOf = (path: string): string =>
  path.startsWith('templates/') ? 'templates' : (/^src\/([^/]+)\//.exec(path)?.[1] ?? path);

/** One row of the table of layers in `ARCHITECTURE.md`. */
interface Layer {
  readonly room: string;
  /** Rooms, or paths of single files from the repository's root. */
  readonly imports: readonly string[];
  /** Which of its files may import `node:` modules: all, none, or those named. */
  readonly node: boolean | readonly string[];
  readonly sql: boolean;
}

const codesOf = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** Reads a cell that says `yes`, `—`, or names files of the room. */
function permission(cell: string, room: string): boolean | readonly string[] {
  if (cell === 'yes' || cell === '—') return cell === 'yes';
  const folder = room === 'templates' ? room : `src/${room}`;
  return codesOf(cell).map((file) => `${folder}/${file}`);
}

/** Reads the table under the heading “Layers” of `ARCHITECTURE.md`, from the uppermost room down. */
function layersOf(text: string): readonly Layer[] {
  const section = /^## Layers\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(text)?.[1] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => {
    const [room = '', , imports = '', node = '', sql = ''] = row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const name = (codesOf(room)[0] ?? '').replace(/^src\/|\/$/g, '');
    return {
      room: name,
      imports: codesOf(imports),
      node: permission(node, name),
      sql: sql === 'yes',
    };
  });
}

/** Reads the diagram under the same heading: the rooms of each level, from the uppermost down. */
function levelsOf(text: string): readonly (readonly string[])[] {
  const diagram = /^```layers\n([\s\S]*?)^```$/m.exec(text)?.[1] ?? '';
  const lines = diagram.split('\n').filter((line) => line !== '');
  return lines.map((line) =>
    line
      .replace(/^[^│]*│/, '')
      .trim()
      .split(/\s+/),
  );
}

const architecture = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
const layers = layersOf(architecture);
const levels = levelsOf(architecture);
const layerOf = (path: string): Layer | undefined =>
  layers.find(({ room }) => room === roomOf(path));

/** Returns every import of a file from another room, without those of the public API. */
const crossings = [...src, ...templates]
  .filter(({ path }) => path !== 'src/index.ts')
  .flatMap(({ path, imports }) =>
    imports
      .filter((found) => /^(?:src|templates|test|bench)\//.test(found))
      .filter((found) => roomOf(found) !== roomOf(path))
      .map((found) => ({ path, found })),
  );

test('ARCHITECTURE.md has a row for each room, and no other', () => {
  const rooms = new Set([...src, ...templates].map(({ path }) => roomOf(path)));
  rooms.delete('src/index.ts');
  expect(layers.map(({ room }) => room).sort()).toEqual([...rooms].sort());
});

test('the layers point downward: a room imports only from rooms below it in the table', () => {
  const wrong = layers.flatMap(({ room, imports }, i) => {
    const below = layers.slice(i + 1).map((layer) => layer.room);
    return imports
      .filter((found) => !below.includes(roomOf(found)))
      .map((found) => `${room}: ${found}`);
  });
  expect(wrong).toEqual([]);
});

test('the diagram of the layers has each room once', () => {
  expect(levels.flat().sort()).toEqual(layers.map(({ room }) => room).sort());
});

test('every import leads to a room on a lower level of the diagram', () => {
  const levelOf = (path: string): number =>
    levels.findIndex((rooms) => rooms.includes(roomOf(path)));
  const wrong = crossings
    .filter(({ path, found }) => levelOf(found) <= levelOf(path))
    .map(({ path, found }) => `${path} imports ${found}`);
  expect(wrong).toEqual([]);
});

test('every import is allowed by the layers', () => {
  const wrong = crossings
    .filter(({ path, found }) => {
      const may = layerOf(path)?.imports ?? [];
      return !may.includes(roomOf(found)) && !may.includes(found);
    })
    .map(({ path, found }) => `${path} imports ${found}`);
  expect(wrong).toEqual([]);
});

test('every import in the table of layers is made by a file', () => {
  const wrong = layers.flatMap(({ room, imports }) => {
    const made = crossings.filter(({ path }) => roomOf(path) === room).map(({ found }) => found);
    return imports
      .filter((allowed) => !made.some((found) => allowed === found || allowed === roomOf(found)))
      .map((allowed) => `${room}: ${allowed}`);
  });
  expect(wrong).toEqual([]);
});

test('no imports are circular, except of types', () => {
  const files = new Map([...src, ...templates].map((source) => [source.path, source]));
  const done = new Set<string>();
  const wrong: string[] = [];
  function visit(path: string, way: readonly string[]): void {
    if (way.includes(path)) wrong.push([...way.slice(way.indexOf(path)), path].join(' > '));
    if (way.includes(path) || done.has(path)) return;
    for (const found of files.get(path)?.values ?? []) visit(found, [...way, path]);
    done.add(path);
  }
  for (const path of files.keys()) visit(path, []);
  expect(wrong).toEqual([]);
});

test('no shipped file imports a test or a benchmark', () => {
  const wrong = [...src, ...templates].flatMap(({ path, imports }) =>
    imports.filter((found) => /^(?:test|bench)\//.test(found)).map((found) => `${path}: ${found}`),
  );
  expect(wrong).toEqual([]);
});

test('templates import only types of the model, html, and each other', () => {
  const wrong = templates.flatMap(({ path, text, imports }) => [
    ...imports
      .filter((found) => !/^(?:src\/model\/|templates\/)|^src\/render\/html\.ts$/.test(found))
      .map((found) => `${path}: ${found}`),
    ...[...text.matchAll(/^import (?!type )[^;]*src\/model/gm)].map(() => `${path}: not a type`),
  ]);
  expect(wrong).toEqual([]);
});

test('node: modules are imported only where the table of layers permits it', () => {
  const wrong = [...src, ...templates]
    .filter(({ imports }) => imports.some((found) => found.startsWith('node:')))
    .filter(({ path }) => {
      const may = layerOf(path)?.node ?? false;
      return may !== true && !(may !== false && may.includes(path));
    })
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
  // Every named file imports at least one.
  const named = layers.flatMap(({ node }) => (typeof node === 'boolean' ? [] : node));
  const idle = named.filter(
    (file) =>
      !src.some(({ path, imports }) => path === file && imports.some((i) => i.startsWith('node:'))),
  );
  expect(idle).toEqual([]);
});

test('the core of structure recovery runs in a browser: no module that it loads is of Node', () => {
  const files = new Map(src.map((source) => [source.path, source]));
  const loaded = new Set<string>();
  const foreign: string[] = [];
  function load(path: string): void {
    if (loaded.has(path)) return;
    loaded.add(path);
    const source = files.get(path);
    if (source === undefined) foreign.push(path);
    for (const found of source?.values ?? []) load(found);
  }
  load('src/structure/index.ts');
  expect(foreign).toEqual([]);
  expect(loaded).toContain('src/structure/learned/decode.ts');
});

test('inference uses no function whose result engines may round differently', () => {
  const rounded =
    /\bMath\.(?:a?(?:cos|sin|tan)h?|atan2|cbrt|exp(?:m1)?|hypot|log(?:10|1p|2)?|pow)\b|[\w)\]] \*\* /;
  const wrong = src
    .filter(({ path }) => /^src\/structure\//.test(path))
    .filter(({ code }) => rounded.test(code))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('SQL is written only where the table of layers permits it', () => {
  const sql =
    /\bSELECT\s[^;]{1,400}?\sFROM\s|\bINSERT (?:OR \w+ )?INTO\s|\bDELETE FROM\s|\bUPDATE \w+ SET\s|\bCREATE (?:TEMP )?(?:TABLE|INDEX)\s/;
  const holding = [...src, ...templates].filter(({ bare }) => sql.test(bare));
  const wrong = holding.filter(({ path }) => layerOf(path)?.sql !== true).map(({ path }) => path);
  expect(wrong).toEqual([]);
  const rooms = new Set(holding.map(({ path }) => roomOf(path)));
  expect(layers.filter(({ sql }) => sql).map(({ room }) => room)).toEqual([...rooms].sort());
});

test('imported packages are installed with the program, or bundled in it', () => {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Readonly<Record<'dependencies' | 'peerDependencies', Readonly<Record<string, string>>>>;
  const known = [...Object.keys(dependencies), ...bundledPackages];
  // An optional package is imported by one file, which is imported only where a setting asks for it.
  const optional = ['src/pipeline/pictures/scale-picture.ts: sharp'];
  expect(Object.keys(peerDependencies)).toEqual(['sharp']);
  const wrong = [...src, ...templates].flatMap(({ path, text, imports }) =>
    imports
      .filter((found) => !/^(?:node:|src\/|templates\/)/.test(found))
      .filter((found) => !known.some((name) => found === name || found.startsWith(`${name}/`)))
      // Type imports do not exist at run time.
      .filter((found) => !new RegExp(`import type [^;]*'${found}'`).test(text))
      .map((found) => `${path}: ${found}`),
  );
  expect(wrong).toEqual(optional);
});

test('no type is bypassed with any, never or @ts-ignore', () => {
  const wrong = [...src, ...templates]
    .filter(({ code }) =>
      /:\s*any\b|\bas any\b|<any>|\bas never\b|@ts-(?:ignore|nocheck)/.test(code),
    )
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('the same input gives the same bytes: no clock, chance, locale or environment', () => {
  // Plural rules of a named language are the same everywhere; those of the default locale are not.
  const unsteady =
    /\bDate\.now\b|\bnew Date\b|\btoLocale\w*|\bIntl\.(?!LDMLPluralRule\b|PluralRules(?:\(language\)|>))|\blocaleCompare\b|\bMath\.random\b|\bprocess\.env\b|\bperformance\.now\b|\brandomUUID\b/;
  const wrong = [...src, ...templates]
    // The command line and the server show output to local users, not to readers.
    // So does the search in the reader's browser.
    .filter(
      ({ path }) => !/^src\/(?:cli|serve|search\/browser|i18n\/[a-z]+\/(?!site\.))/.test(path),
    )
    // Locks compare the time of a file with that of the boot.
    .filter(({ path }) => path !== 'src/publish/process-identity.ts')
    .flatMap(({ path, code }) => {
      const found = unsteady.exec(code);
      return found === null ? [] : [`${path}: ${found[0]}`];
    });
  expect(wrong).toEqual([]);
});

test('only the command line writes to the terminal', () => {
  const wrong = [...src, ...templates]
    .filter(({ path }) => !path.startsWith('src/cli/'))
    .filter(({ code }) => /\bconsole\.|process\.(?:stdout|stderr|exit)/.test(code))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('no file is longer than 250 lines', () => {
  const wrong = [...src, ...templates]
    // The list of all texts of a language is one object, and all limits stand in one file.
    .filter(({ path }) => !/^src\/(?:i18n\/[a-z]+\/site|model\/limits)\.ts$/.test(path))
    .filter(({ text }) => text.split('\n').length - 1 > 250)
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('no file has a name without meaning', () => {
  const wrong = [...src, ...templates]
    .filter(({ path }) => /(?:util|helper|manager|misc|common|stuff)s?\.ts$/i.test(path))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('every export has a docstring', () => {
  const wrong = [...src, ...templates].flatMap(({ path, text }) => {
    const lines = text.split('\n');
    return lines.flatMap((line, i) => {
      if (!/^export (?!(?:type )?\{|\*)/.test(line)) return [];
      return /\*\/\s*$/.test(lines[i - 1] ?? '') ? [] : [`${path}:${i + 1} ${line.slice(0, 60)}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('the checks detect what they forbid', () => {
  expect(src.length).toBeGreaterThan(50);
  expect(src.filter(({ imports }) => imports.includes('node:fs')).length).toBeGreaterThan(3);
  expect(withoutComments("a // b\n/* c */ 'd'")).not.toMatch(/[bc]/);
  expect(roomOf('src/cli/main.ts')).toBe('cli');
  expect(crossings.length).toBeGreaterThan(100);
  expect(levelsOf('```layers\nupper │ a  b\nlower │ c\n```\n')).toEqual([['a', 'b'], ['c']]);
  const table =
    '## Layers\n\n| Room |\n| - |\n| `src/a/` | x | `b`, `src/c/d.ts` | `e.ts` | yes |\n\n## Z\n| `f` |';
  expect(layersOf(table)).toEqual([
    { room: 'a', imports: ['b', 'src/c/d.ts'], node: ['src/a/e.ts'], sql: true },
  ]);
});
