import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compile } from '../support/compile.ts';
import { repository } from '../support/paths.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/**
 * A page kind, an output and a command are each one object in one file and one line in a registry: here
 * they are added to a copy of the program.
 */
const folder = temporaryFolder();
const program = join(folder, 'program');

const files: Readonly<Record<string, string>> = {
  'templates/sources.ts': `import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';

/** What the page of all sources shows. */
export interface SourcesData {
  readonly names: readonly string[];
}

/** The names of all sources. */
export const sources = ({ names }: SourcesData, site: Site): Html =>
  html\`<h1>\${site.name}</h1>\${names.map((name) => html\`<p>\${name}</p>\`)}\`;
`,
  'src/pages/kinds/sources.ts': `import { type SourcesData, sources } from '../../../templates/sources.ts';
import type { OverviewKind } from '../page-kind.ts';

/** The page of all sources. */
export const sourcesPage: OverviewKind<'sources', SourcesData> = {
  kind: 'sources',
  template: sources,
  of: 'archive',
  reserves: /^sources\\.html$/,
  *pages({ archive }) {
    const names = [...archive.terms('source')].map(({ name }) => name);
    yield { kind: 'sources', outputPath: 'sources.html', title: 'S', description: 'S', data: { names } };
  },
};
`,
  'src/outputs/dates-csv.ts': `import type { Output } from './output.ts';

/** How many articles each date has. */
export const datesCsvOutput: Output = {
  name: 'dates-csv',
  reserves: /^dates\\.csv$/,
  changesWith: 'archive',
  *files({ archive }) {
    const rows = [...archive.dates()].map(({ year, articles }) => \`\${year},\${articles}\\n\`);
    yield { outputPath: 'dates.csv', content: rows.join('') };
  },
};
`,
};

/** Adds an import and a first entry to a registry of the copy, which begins with `opening`. */
function register(file: string, from: string, name: string, opening: string): void {
  const path = join(program, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(opening);
  const added = text.replace(opening, `${opening}  ${name},\n`);
  writeFileSync(path, `import { ${name} } from '${from}';\n${added}`);
}

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: program, encoding: 'utf8' });

beforeAll(() => {
  for (const part of ['src', 'templates', 'package.json', 'tsconfig.json']) {
    cpSync(join(repository, part), join(program, part), { recursive: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(program, 'node_modules'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(program, file), text);
  register(
    'src/pages/kinds.ts',
    './kinds/sources.ts',
    'sourcesPage',
    'export const pageKinds = [\n',
  );
  register(
    'src/outputs/outputs.ts',
    './dates-csv.ts',
    'datesCsvOutput',
    'export const outputs: readonly Output[] = [\n',
  );
});
test('a new page kind and output are published, and a site’s template replaces the built-in one', () => {
  const root = join(folder, 'site');
  for (const name of ['seeds', 'templates']) mkdirSync(join(root, name), { recursive: true });
  const head = '---\ntitle: خبر\ndate: 1960-01-09\nsource: الأهرام\n---\n';
  writeFileSync(join(root, 'seeds/dam.txt'), `${head}بدأ العمل اليوم في الموقع كله.\n`);
  const build = () => {
    const { status, stderr, stdout } = run('src/cli/warraq.js', 'build', '--root', root);
    expect(status, stdout + stderr).toBe(0);
    return readFileSync(join(root, 'dist/sources.html'), 'utf8');
  };
  expect(build()).toContain('<p>الأهرام</p>');
  expect(readFileSync(join(root, 'dist/dates.csv'), 'utf8')).toBe('1960,1\n');
  const own = "import { html } from 'warraq';\nexport const sources = () => html`<h1>own</h1>`;\n";
  writeFileSync(join(root, 'templates/sources.ts'), own);
  expect(build()).toContain('<h1>own</h1>');
});

test('the copy compiles, and a template that does not fit its data does not', () => {
  expect(compile(program).stdout).toBe('');
  const template = join(program, 'templates/sources.ts');
  const text = readFileSync(template, 'utf8');
  writeFileSync(template, text.replace('names: readonly string[]', 'names: readonly number[]'));
  expect(compile(program).stdout).toContain('src/pages/kinds/sources.ts');
  writeFileSync(template, text);
});

test('a command without help texts does not compile', () => {
  const command = `import type { Command } from '../command.ts';

/** Says how many articles there are. */
export const countSpec: Command = { name: 'count', options: [], run: async () => 0 };
`;
  writeFileSync(join(program, 'src/cli/commands/count.ts'), command);
  expect(compile(program).stdout).toContain('src/cli/commands/count.ts');
});

test('with damaged weights a build says so once and finds what lines and marks show, and nothing is learned', () => {
  const root = join(folder, 'lines');
  mkdirSync(join(root, 'seeds'), { recursive: true });
  const flat = 'اتفق الطرفان على موعد جديد للجولة المقبلة. '.repeat(30);
  writeFileSync(
    join(root, 'seeds/a.txt'),
    `افتتاح المكتبة\n\n${flat}\n\n# قاعة القراءة\n\n${flat}`,
  );
  writeFileSync(join(root, 'seeds/b.txt'), flat);
  const weights = join(program, 'src/structure/learned/weights.bin');
  const build = (): string => {
    const { status, stdout, stderr } = run(
      ...(['src/cli/warraq.js', 'build', '--root', root, '--lang', 'en'] as const),
    );
    expect(status, stdout + stderr).toBe(0);
    expect(readFileSync(join(root, 'dist/articles/a.html'), 'utf8')).toMatch(/>قاعة القراءة</);
    return stdout + stderr;
  };
  writeFileSync(weights, readFileSync(weights).subarray(0, 1_000_000));
  expect(build().match(/weights\.bin/g)).toHaveLength(1);
  rmSync(weights);
  const { status, stdout, stderr } = spawnSync(
    ...([process.execPath, ['src/cli/warraq.js', 'structure', '--lang', 'en']] as const),
    {
      cwd: program,
      encoding: 'utf8',
      input: '{"id":1,"text":"قاعة القراءة"}\n{"id":2,"text":""}\n',
    },
  );
  expect([status, stdout.trim().split('\n').length]).toEqual([0, 2]);
  expect(stderr).toMatch(/^weights\.bin {2}warning: This part of Warraq cannot be read,.*\n.*\n$/);
  // A list of headings made without the model would decide later builds.
  const review = run(
    ...(['src/cli/warraq.js', 'structure', '--review', join(root, 'seeds/b.txt')] as const),
  );
  expect(review.status).toBe(3);
  expect(readdirSync(join(root, 'seeds'))).toEqual(['a.txt', 'b.txt']);
  // What was learned before stays.
  const learned = join(root, 'headings-learned.json');
  const kept = '{"generator": "warraq structure --learn"}';
  writeFileSync(learned, kept);
  const learn = (...options: string[]) =>
    run('src/cli/warraq.js', 'structure', '--learn', '--root', root, ...options);
  const plain = learn();
  expect([plain.status, plain.stdout]).toEqual([3, '']);
  expect(plain.stderr).toContain('weights.bin');
  const report = learn('--json');
  expect(report.status).toBe(3);
  expect(JSON.parse(report.stdout)).toMatchObject({ learned: false, file: null });
  expect(readFileSync(learned, 'utf8')).toBe(kept);
});
