import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  type EndlessFile,
  endlessImports,
  endlessSeeds,
  writeEndless,
} from '../support/streams.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const program = fileURLToPath(new URL('../../src/cli/warraq.js', import.meta.url));
const measuring = new URL('../support/print-usage.js', import.meta.url).href;

const mebibyte = 1024 * 1024;

/** Unpacked size of most files, over every bound; `npm run streams` takes any. */
const usualBytes = (name: string): number => (/xml/.test(name) ? 18 : 10) * mebibyte;

/** Unpacked size of one file of each command. */
const largeBytes = 200 * mebibyte;
const largeNames = new Set(['warc-record.warc.gz', 'string.json.gz']);

/** Peak memory of a command in KiB. */
const maxMemory = 512 * 1024;

interface Found {
  readonly diagnostics: readonly { readonly rule: string; readonly file: string }[];
}

/** Runs a command on endless files, in a process of its own; the files are deleted with their folder. */
function run(command: 'import' | 'build', files: readonly EndlessFile[], folder: string) {
  const root = temporaryFolder();
  mkdirSync(join(root, folder), { recursive: true });
  for (const file of files) {
    const bytes = largeNames.has(file.name) ? largeBytes : usualBytes(file.name);
    writeEndless(join(root, folder, file.name), file, bytes);
  }
  const sources = command === 'import' ? [join(root, folder)] : [];
  const args = ['--import', measuring, program, command, ...sources, '--root', root, '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const memory = Number(/usage (\d+)/.exec(stderr)?.[1]);
  return { status, memory, root, found: JSON.parse(stdout) as Found };
}

/** Expects that each file is named with a reason. */
function expectNamed({ diagnostics }: Found, files: readonly EndlessFile[]): void {
  for (const { name, rules } of files) {
    const reported = diagnostics.filter(({ file }) => file.endsWith(name)).map(({ rule }) => rule);
    if (rules.length > 0) expect(rules, name).toContain(reported[0]);
  }
}

test('endless files are imported in bounded memory: each is named, and what follows the endless part comes along', () => {
  const { status, memory, root, found } = run('import', endlessImports, 'in');
  expect(status).toBe(1);
  expectNamed(found, endlessImports);
  const log = readFileSync(join(root, 'seeds/imported/.import.jsonl'), 'utf8');
  const seeds = [...log.matchAll(/"file":"([^"]+)"/g)].map(([, file = '']) =>
    readFileSync(join(root, 'seeds/imported', file), 'utf8'),
  );
  for (const { title } of endlessImports) {
    if (title !== undefined)
      expect(seeds.filter((text) => text.includes(`title: ${title}\n`))).toHaveLength(1);
  }
  expect(memory).toBeLessThan(maxMemory);
}, 240_000);

test('endless seeds are read in bounded memory: each is named, and the record after it is published', () => {
  const { status, memory, root, found } = run('build', endlessSeeds, 'seeds');
  expect(status).toBe(1);
  expectNamed(found, endlessSeeds);
  for (const { title } of endlessSeeds) {
    const shown = readFileSync(join(root, `dist/articles/${title}.html`), 'utf8');
    expect(shown).toContain('وصلت القافلة');
  }
  expect(memory).toBeLessThan(maxMemory);
}, 240_000);
