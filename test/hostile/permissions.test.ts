import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { program, repository } from '../support/paths.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

let site: TemporarySite;
let plain: ReadonlyMap<string, string>;

beforeEach(async () => {
  site = temporarySite({
    'warraq.yaml': 'name: أرشيف\nbaseUrl: https://example.org/a/\n',
    'seeds/a.txt': '---\ntitle: خبر\ndate: 2017-12-12\ntopics: [السياسة]\n---\nنص المقال.\n',
    'seeds/b.md': '# عنوان\n\nنص **قوي** و[رابط](https://example.org/).\n\n## باب\n\nنص.\n',
    'seeds/c.jsonl': `${JSON.stringify({ id: 'c1', title: 'سجل', text: 'نص السجل.' })}\n`,
    'seeds/d.csv': 'id,title,text\nd1,صف,نص الصف.\n',
    'seeds/e.txt': '---js\n{ title: require("fs").writeFileSync("/tmp/x", "") }\n---\nنص.\n',
  });
  expect((await run([])).code).toBe(0);
  plain = site.tree();
  expect(plain.size).toBeGreaterThan(20);
  for (const folder of ['dist', '.cache']) rmSync(site.at(folder), { recursive: true });
});

/** Builds the site in a separate process, with flags of Node. */
function run(flags: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const argv = [...flags, program, 'build', '--root', site.root, '--json', '--workers', '1'];
  return new Promise((done) => {
    execFile(process.execPath, argv, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code), said: out + err });
    });
  });
}

/** Permission for a folder that does not exist yet, and for its content. */
const writable = (name: string): readonly string[] =>
  ['', '/*'].map((end) => `--allow-fs-write=${site.at(name)}${end}`);

/** Flags that permit reading the program and the site, and writing the given folders. */
const confined = (...folders: readonly string[]): readonly string[] => [
  ...['--permission', '--allow-worker', '--disallow-code-generation-from-strings'],
  ...[`--allow-fs-read=${repository}`, `--allow-fs-read=${site.root}`],
  ...folders.flatMap(writable),
];

/** Folders that a first build writes: a new site is staged beside its output folder and renamed. */
const own = ['dist', '.cache', '.warraq-staging-dist'];

test('a build without code generation from strings gives the same archive', async () => {
  const { code, said } = await run(['--disallow-code-generation-from-strings']);
  expect(code, said).toBe(0);
  expect(site.tree()).toEqual(plain);
});

test('a build with access to its own folders only gives the same archive', async () => {
  const { code, said } = await run(confined(...own));
  expect(code, said).toBe(0);
  expect(site.tree()).toEqual(plain);
});

test.each(own)('without permission to write %s a build reports a system error', async (name) => {
  const { code, said } = await run(confined(...own.filter((other) => other !== name)));
  expect(code, said).toBe(3);
  expect(said).not.toContain('    at ');
});
