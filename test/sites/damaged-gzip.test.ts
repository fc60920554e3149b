import { rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { exists } from '../../src/publish/exists.ts';
import { recordedRun } from '../support/recorded-run.ts';
import { temporarySite } from '../support/temporary-site.ts';

test('a damaged gzip seed keeps its own articles from removal, and no others', async () => {
  const site = temporarySite();
  const records = ['ا', 'ب', 'ج'].map(
    (title, i) => `{"id":"z${i}","title":"${title}","text":"نص"}\n`,
  );
  const build = () => recordedRun(['build', '--root', site.root, '--quiet']);
  for (const name of ['a', 'b', 'c']) {
    writeFileSync(site.at(`seeds/${name}.txt`), `عنوان ${name}\n\nنص عربي قصير.\n`);
  }
  const packed = records.map((record) => gzipSync(record));
  writeFileSync(site.at('seeds/z.jsonl.gz'), Buffer.concat(packed));
  await build();
  rmSync(site.at('seeds/a.txt'));
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = packed;
  writeFileSync(
    site.at('seeds/z.jsonl.gz'),
    Buffer.concat([first, second.subarray(0, second.length - 12)]),
  );
  await build();
  const shown = ['a', 'b', 'c', 'z0', 'z1', 'z2'].filter((id) =>
    exists(site.at(`dist/articles/${id}.html`)),
  );
  expect(shown).toEqual(['b', 'c', 'z0', 'z1', 'z2']);
});
