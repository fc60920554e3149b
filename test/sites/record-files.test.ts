import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodeLegacy } from '../support/encode.ts';
import { treeOf } from '../support/file-tree.ts';
import { temporarySite } from '../support/temporary-site.ts';

/** Lines of a record file: one in twenty is damaged. */
const linesOf = (file: number, count: number): string =>
  Array.from({ length: count }, (_, n) =>
    (file + n) % 20 === 7
      ? `{"title": "سطر مقطوع ${n}`
      : JSON.stringify({
          ...{ id: `f${file}-${n}`, title: `خبر ${n} من الملف ${file}` },
          ...{ date: `${(n % 28) + 1}/${(file % 12) + 1}/2011`, text: 'وصلت السفينة إلى المرفأ.' },
        }),
  ).join('\n');

test('record files give the same archive and the same diagnostics, whether threads read whole files or parts of them', async () => {
  const site = temporarySite({ 'warraq.yaml': 'search: off\ndownloads: []\nexports: []\n' });
  for (let file = 0; file < 40; file += 1) {
    const lines = linesOf(file, 3 + (file % 4));
    const name = `seeds/${String(file).padStart(2, '0')}.jsonl`;
    if (file % 3 === 0) site.write({ [`${name}.gz`]: gzipSync(lines) });
    else if (file % 3 === 1) site.write({ [name]: encodeLegacy(lines, 'windows-1256') });
    else site.write({ [name]: lines });
  }
  // Cut in its middle.
  site.write({
    'seeds/50.jsonl.gz': gzipSync(linesOf(50, 300)).subarray(0, 900),
    'seeds/11.yaml': 'source: الميناء\nunknown: 1\n',
  });
  const parts = await site.build({ workers: 0, cache: site.at('cache-0'), out: site.at('dist-0') });
  const whole = await site.build({ workers: 1 });
  const { articles, errors, diagnostics } = whole;
  expect(parts).toMatchObject({ articles, errors, diagnostics });
  expect(whole.articles).toBeGreaterThan(150);
  expect(whole.errors).toBeGreaterThan(5);
  expect(site.tree()).toEqual(treeOf(site.at('dist-0')));
  // Read again, nothing has changed.
  expect(await site.build({ workers: 0 })).toMatchObject({ read: 0, written: 0 });
});
