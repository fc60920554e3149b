import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type EndlessFile,
  endlessImports,
  endlessSeeds,
  writeEndless,
} from '../../test/support/streams.ts';

/**
 * Imports and builds endless files, one at a time, and prints peak memory and CPU of each:
 * `npm run streams -- --size 10G`, with `--only NAME` for some. Files lie in a temporary folder and are deleted.
 */
const { values } = parseArgs({
  options: { size: { type: 'string', default: '200M' }, only: { type: 'string', default: '' } },
});
const [, digits = '0', unit = 'M'] = /^(\d+)([MG])$/.exec(values.size) ?? [];
const size = Number(digits) * (unit === 'G' ? 1024 ** 3 : 1024 ** 2);
const program = new URL('../../src/cli/warraq.js', import.meta.url).pathname;
const measured = new URL('../../test/support/print-usage.js', import.meta.url).pathname;

function measure(file: EndlessFile, command: 'import' | 'build'): void {
  const root = mkdtempSync(join(tmpdir(), 'warraq-streams-'));
  try {
    mkdirSync(join(root, 'seeds'));
    const path = join(root, command === 'build' ? 'seeds' : '', file.name);
    writeEndless(path, file, size);
    const files = command === 'import' ? [path] : [];
    const args = ['--import', measured, program, command, ...files, '--root', root, '--json'];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    const usage = /usage (\d+) (\d+)/.exec(run.stderr);
    const found = JSON.parse(run.stdout || '{}') as {
      readonly written?: number;
      readonly articles?: number;
      readonly diagnostics?: readonly { readonly rule: string }[];
    };
    const rules = [...new Set(found.diagnostics?.map(({ rule }) => rule))].join(', ');
    const memory = Math.round(Number(usage?.[1]) / 1024);
    const seconds = (Number(usage?.[2]) / 1e6).toFixed(1);
    const articles = found.articles ?? 0;
    process.stdout.write(
      `${file.name.padEnd(26)} ${memory} MB, ${seconds} s CPU, exit ${run.status}, ${articles} sound, ${rules}\n`,
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

for (const file of endlessImports) if (file.name.includes(values.only)) measure(file, 'import');
for (const file of endlessSeeds) if (file.name.includes(values.only)) measure(file, 'build');
