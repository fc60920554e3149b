import { execFile } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { check } from '../../src/check/check.ts';
import { loadConfig } from '../../src/config/load.ts';
import { treeOf } from './file-tree.ts';
import { outline } from './outline.ts';
import { program } from './paths.ts';
import { type RecordedRun, recordedRun } from './recorded-run.ts';
import { type Block, fileBytes, isFile, noted, type Step } from './site-file.ts';

/** Runs the program in a separate process, so that Node loads templates and not the test runner. */
function runInProcess(argv: readonly string[]): Promise<RecordedRun> {
  return new Promise((done) => {
    execFile(process.execPath, [program, ...argv], (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

function writeFile(root: string, block: Block): void {
  const times = noted(block, 'times');
  for (let n = 1; n <= (times ?? 1); n += 1) {
    const numbered = (text: string): string =>
      times === undefined ? text : text.replaceAll('{n}', String(n).padStart(3, '0'));
    const file = join(root, numbered(block.name));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fileBytes({ ...block, body: numbered(block.body) }));
    const size = noted(block, 'size');
    if (size === undefined) continue;
    const descriptor = openSync(file, 'r+');
    ftruncateSync(descriptor, size);
    closeSync(descriptor);
  }
}

/** Returns the files of the built site, sorted: its assets, or all others. */
function builtFiles(dist: string, kind: 'assets' | 'files'): readonly string[] {
  if (!existsSync(dist)) return [];
  return readdirSync(dist, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => file.startsWith('assets/') === (kind === 'assets'))
    .sort();
}

const place = ({ file, line }: { readonly file: string; readonly line?: number }): string =>
  line === undefined ? file : `${file}:${line}`;

interface Json {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly rule: string;
    readonly file: string;
    readonly line?: number;
    readonly message: string;
    readonly fix: string;
  }[];
}

/** Returns the actual value of an expectation. */
function answer(block: Block, said: RecordedRun, root: string): string {
  const { name, body } = block;
  const dist = join(root, 'dist');
  const json = said.out === '' ? undefined : (JSON.parse(said.out) as Json);
  const lines = body.split('\n').slice(0, -1);
  const kept = (keep: (line: string) => boolean): string =>
    lines
      .filter(keep)
      .map((line) => `${line}\n`)
      .join('');
  const listed = (items: readonly string[]): string => items.map((item) => `${item}\n`).join('');
  const [kind = '', file = ''] = name.split(/ (.*)/);
  const content = (): string =>
    existsSync(join(dist, file)) ? readFileSync(join(dist, file), 'utf8') : '';
  const baseUrl = (): string | undefined => loadConfig({ root }).value.baseUrl;
  switch (kind) {
    case 'exit':
      return `${said.code}\n`;
    case 'diagnostics':
      return listed(
        json?.diagnostics.map((found) => `${found.severity} ${found.rule} ${place(found)}`) ?? [],
      );
    case 'output':
      return kept((line) => (said.out + said.err).includes(line));
    case 'unsaid':
      return kept((line) => !(said.out + said.err).includes(line.replace('ROOT', root)));
    case 'published':
      return `written ${json?.written}, unchanged ${json?.unchanged}, removed ${json?.removed}\n`;
    case 'check':
      return listed(
        check(dist, baseUrl())
          ?.diagnostics.map((found) => `${found.severity} ${found.rule} ${place(found)}`)
          .sort() ?? ['nothing is built'],
      );
    case 'assets':
    case 'files':
      return listed(builtFiles(dist, kind));
    case 'text':
      return content();
    case 'hashes':
      return listed([...treeOf(join(dist, file))].map(([name, hash]) => `${hash}  ${name}`));
    case 'outline':
      return content() === '' ? '' : outline(content());
    case 'contains':
      return kept((line) => content().includes(line));
    case 'lacks':
      return content() === '' ? '' : kept((line) => !content().includes(line));
    default:
      return body;
  }
}

/**
 * Runs one step of a case in `root`. Returns the step with the actual values of its expectations, and the
 * program's output.
 */
export async function takeStep(
  step: Step,
  root: string,
): Promise<{ step: Step; said: RecordedRun }> {
  for (const block of step.blocks.filter(isFile)) writeFile(root, block);
  for (const { name, body } of step.blocks) {
    if (name !== 'remove') continue;
    for (const file of body.trim().split('\n')) rmSync(join(root, file), { recursive: true });
  }
  const given = step.blocks.find(({ name }) => name === 'arguments')?.body.trim();
  const argv = ['build', '--root', root, '--json', ...(given?.split(/\s+/) ?? [])];
  const own = join(root, 'templates');
  const hasTemplates =
    existsSync(own) && readdirSync(own).some((name) => /\.(?:ts|js)$/.test(name));
  const said = await (hasTemplates ? runInProcess(argv) : recordedRun(argv));
  const blocks = step.blocks.map((block) =>
    isFile(block) ? block : { ...block, body: answer(block, said, root) },
  );
  return { step: { ...step, blocks }, said };
}
