import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundledPackages } from '../../bench/package/bundled-packages.ts';
import { browserScript, browserScripts, reviewScript } from '../../src/render/browser-script.ts';
import { fixture, repository } from '../support/paths.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Largest production install in bytes. */
const limit = 60 * 1000 * 1000;

/** The licences of the packages whose code is in the program. */
const licenseFile = '.build/LICENSES-bundled.txt';

const seed = 'وصلت السفينة إلى الميناء فجر اليوم. وأفرغت حمولتها قبل الظهر.\n';

const template = `import { blocks, html, type PageData, type Site } from 'warraq';

export function article({ article }: PageData['article'], site: Site) {
  return html\`<article data-article="\${article.id}"><h1>\${article.title}</h1>
<p class="mine">قالب الموقع: \${site.name}</p>\${blocks(article.lead, site)}</article>\`;
}
`;

/** `PATH` with the Node of this run first, because npm and npx start programs with `node`. */
const env = {
  ...process.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  LC_ALL: 'C',
};

/** Runs a program to its end. Throws with its output where it fails. */
function run(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${status}\n${stdout}${stderr}`);
  return stdout;
}

function bytesUnder(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** Seeds and a page of the site's own that need the bundled packages which few texts need. */
const others: Readonly<Record<string, string>> = {
  'seeds/table.md':
    '---\ntitle: جدول السفن\nplaces:\n  - الميناء\n  - المدينة\n---\n\n| السفينة | اليوم |\n| --- | --- |\n| *النورس* | ~~السبت~~ الأحد |\n\nوصلت السفينة[^1] مساء.\n\n[^1]: كما قال مدير الميناء.\n',
  'seeds/toml.txt':
    '+++\ntitle = "حمولة السفينة"\ndate = 2017-12-12\n+++\nأفرغت السفينة حمولتها قبل الظهر.\n',
  'seeds/records.jsonl':
    '{"id":"return","title":"عودة السفينة","html":"<p>عادت <em>السفينة</em> إلى البحر مساء.</p>"}\n',
  'pages/about.md': '# عن الأرشيف\n\nهذه صفحة *الأرشيف*.\n',
  'warraq.yaml': 'name: أرشيف المقالات\nlook:\n  colors:\n    accent: "#204060"\n',
};

/** Writes a site with one seed and a template. */
function makeSite(folder: string): void {
  mkdirSync(join(folder, 'seeds'), { recursive: true });
  mkdirSync(join(folder, 'templates'));
  writeFileSync(join(folder, 'seeds/ship.txt'), seed);
  writeFileSync(join(folder, 'templates/article.ts'), template);
}

function expectSite(folder: string): void {
  const page = readFileSync(join(folder, 'dist/articles/ship.html'), 'utf8');
  expect(page).toContain('<p class="mine">قالب الموقع: أرشيف المقالات</p>');
  expect(page).toContain('وصلت السفينة إلى الميناء فجر اليوم');
  expect(existsSync(join(folder, 'dist/index.html'))).toBe(true);
  const assets = readdirSync(join(folder, 'dist/assets'));
  expect(assets.filter((name) => name.endsWith('.woff2')).length).toBeGreaterThanOrEqual(6);
  expect(assets.filter((name) => name.endsWith('.css')).length).toBe(2);
}

describe('the package', () => {
  const folder = temporaryFolder();
  const clone = join(folder, 'clone');
  const installed = join(folder, 'installed');
  const plain = join(folder, 'plain');
  const program = join(installed, 'node_modules/warraq/src/cli/warraq.js');
  let files: readonly string[] = [];

  beforeAll(() => {
    // Packed from a copy, because packing compiles into the packed folder.
    const left = ['node_modules', 'dist', '.git', '.cache', '.build'];
    cpSync(repository, clone, {
      recursive: true,
      filter: (source) => !left.includes(basename(source)),
    });
    symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'));
    const packed = run(clone, 'npm', 'pack', '--json', '--pack-destination', folder);
    // Scripts of the package may print before npm.
    const result: unknown = JSON.parse(packed.slice(packed.search(/^[[{]/m)));
    const [first] = Object.values(result as object) as {
      readonly filename: string;
      readonly files: readonly { readonly path: string }[];
    }[];
    files = first?.files.map(({ path }) => path) ?? [];
    makeSite(installed);
    mkdirSync(join(installed, 'pages'));
    for (const [file, text] of Object.entries(others)) writeFileSync(join(installed, file), text);
    writeFileSync(join(installed, 'package.json'), '{"private": true}');
    // Written here, as a seed that is younger than two seconds is read again.
    mkdirSync(join(plain, 'seeds'), { recursive: true });
    writeFileSync(join(plain, 'seeds/ship.txt'), seed);
    mkdirSync(join(plain, 'pages'));
    writeFileSync(join(plain, 'pages/about.md'), others['pages/about.md'] ?? '');
    const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--omit=dev'];
    run(installed, 'npm', 'install', ...quiet, join(folder, first?.filename ?? ''));
  }, 300_000);

  test('packing leaves no files behind', () => {
    expect(existsSync(join(clone, '.build'))).toBe(false);
    expect(readdirSync(clone).filter((name) => name.endsWith('.tgz'))).toEqual([]);
  });

  test('the package contains the program and its styles, and no seeds or tests', () => {
    expect(files).toContain('.build/src/cli/main.js');
    expect(files).toContain('.build/types/src/index.d.ts');
    expect(files).toContain('LICENSE');
    expect(files).toContain('NOTICE');
    expect(files).toContain('src/structure/learned/LICENSE-weights.md');
    expect(files.some((path) => path.endsWith('styles/base.css'))).toBe(true);
    const foreign = /^(?:\.build\/)?(?:test|seeds|bench|dist|\.ci|node_modules)\//;
    expect(files.filter((path) => foreign.test(path))).toEqual([]);
  });

  test('npx warraq builds a folder of seeds with a template of the site', () => {
    expect(run(installed, 'npx', 'warraq', '--version')).toMatch(/^warraq \d+\.\d+\.\d+\n$/);
    run(installed, 'npx', 'warraq', 'build');
    expectSite(installed);
    const page = (path: string): string => readFileSync(join(installed, 'dist', path), 'utf8');
    expect(page('articles/table.html')).toMatch(/<em>النورس<.*<del>السبت</s);
    expect(page('articles/toml.html')).toContain('حمولة السفينة');
    expect(page('articles/return.html')).toMatch(/عادت <em>/);
    expect(page('pages/about.html')).toMatch(/صفحة <em>/);
  });

  test('the program in the package is bundled: a start reads few files, and its licences are with it', () => {
    const modules = files.filter((path) => /^\.build\/.*\.js$/.test(path));
    expect(modules.length).toBeLessThan(90);
    const read = (...command: readonly string[]): readonly string[] => {
      const hook = `import { registerHooks } from 'node:module';
const files = [];
registerHooks({ load: (url, context, next) => { files.push(url); return next(url, context); } });
process.on('exit', () => console.log(files.filter((url) => url.startsWith('file:')).join(' ')));`;
      const flags = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
      const said = run(installed, process.execPath, ...flags, program, ...command);
      return said.trim().split('\n').at(-1)?.split(' ') ?? [];
    };
    // No settings, templates or packages; of a build without changes, nothing that reads texts or renders pages.
    expect(read('--version').length).toBeLessThan(8);
    const work = /\/work\.js$/;
    const build = ['build', '--root', plain, '--out', join(plain, 'dist'), '--quiet'];
    expect(read(...build).some((file) => work.test(file))).toBe(true);
    // Own pages are kept from the second build on, when there is a cache.
    read(...build);
    const unchanged = read(...build);
    expect(unchanged.length).toBeGreaterThan(5);
    expect(unchanged.filter((file) => work.test(file))).toEqual([]);
    for (const path of modules.filter((path) => path.includes('/chunks/'))) {
      const code = readFileSync(join(installed, 'node_modules/warraq', path), 'latin1');
      expect(code, path).not.toMatch(/[^\0-\x7f]|^import .* from "node:/m);
    }
    const licenses = readFileSync(join(installed, 'node_modules/warraq', licenseFile), 'utf8');
    for (const name of bundledPackages) expect(licenses).toContain(`\n${name} `);
    expect(existsSync(join(installed, 'node_modules/yaml'))).toBe(false);
    // `warraq/structure` runs in browsers too.
    const structure = join(installed, 'node_modules/warraq/.build/src/structure/index.js');
    expect(readFileSync(structure, 'utf8')).not.toMatch(/^import /m);
  });

  test('worker threads of the package give the same files', () => {
    const flags = ['build', '--json', '--force', '--workers', '1'];
    const said = run(installed, process.execPath, program, ...flags);
    expect(JSON.parse(said)).toMatchObject({ articles: 4, written: 0 });
  });

  test.each(browserScripts)(
    'the packaged script of $folder is the bundle of the checkout',
    (source) => {
      const own = join(installed, 'node_modules/warraq/.build/src', source.folder);
      expect(readdirSync(own).filter((name) => name !== 'panels')).toEqual(['main.js']);
      expect(readFileSync(join(own, 'main.js'), 'utf8')).toBe(browserScript(source));
      const assets = join(installed, 'dist/assets');
      const scripts = readdirSync(assets)
        .filter((name) => name.endsWith('.js'))
        .map((name) => readFileSync(join(assets, name), 'utf8'));
      // The review page is no part of a site.
      const count = source === reviewScript ? 0 : 1;
      expect(scripts.filter((script) => script.includes(browserScript(source))).length).toBe(count);
      expect(existsSync(join(installed, 'node_modules/rolldown'))).toBe(false);
    },
  );

  test('warraq/structure recovers with the weights of the package', () => {
    const code = `import { readFileSync } from 'node:fs';
import { recover, unpackWeights } from 'warraq/structure';
import { recover as recoverWithFile } from 'warraq';
const weights = unpackWeights(readFileSync(new URL(import.meta.resolve('warraq/weights.bin'))));
const text = readFileSync(process.argv[1], 'utf8');
const own = JSON.stringify(recover(text, { weights }));
console.log(own === JSON.stringify(recoverWithFile(text)), JSON.parse(own).paragraphs.length > 1);`;
    const flags = [
      '--input-type=module',
      '--eval',
      code,
      fixture('structure/flattened/economy.txt'),
    ];
    expect(run(installed, process.execPath, ...flags)).toBe('true true\n');
  });

  test('the built site passes warraq check', () => {
    expect(run(installed, 'npx', 'warraq', 'check')).not.toBe('');
  });

  test('templates of a site without an installed package can import warraq', () => {
    const elsewhere = join(folder, 'elsewhere');
    makeSite(elsewhere);
    run(elsewhere, process.execPath, program, 'build');
    expectSite(elsewhere);
  });

  test('a template that does not fit its data does not compile', () => {
    const tsc = join(repository, 'node_modules/.bin/tsc');
    const flags = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--types',
      '',
      '--target',
      'es2024',
    ];
    const file = 'templates/article.ts';
    expect(run(installed, tsc, ...flags, file)).toBe('');
    const wrong = template.replace('article.title', 'article.headline');
    writeFileSync(join(installed, 'templates/wrong.ts'), wrong);
    expect(() => run(installed, tsc, ...flags, 'templates/wrong.ts')).toThrow();
  });

  test('a production install is under 60 MB', () => {
    expect(bytesUnder(join(installed, 'node_modules'))).toBeLessThan(limit);
  });
});
