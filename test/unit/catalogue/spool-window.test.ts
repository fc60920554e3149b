import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { articleReader, articleWriter } from '../../../src/catalogue/article-store.ts';
import { openCatalogue } from '../../../src/catalogue/open.ts';
import { openSpool, spoolOf } from '../../../src/catalogue/spool.ts';
import { spoolWindow } from '../../../src/catalogue/spool-window.ts';
import { documentOf } from '../../support/archive-of.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const fileSize = 400_000;
const content = Buffer.from(Uint32Array.from({ length: fileSize / 4 }, (_, n) => n).buffer);

let path = '';
beforeEach(() => {
  path = join(temporaryFolder(), 'articles-1.spool');
  writeFileSync(path, content);
});

/** Returns a window that counts the readings of the file, of which it lists the sizes. */
function watched() {
  const spool = openSpool(path);
  const sizes: number[] = [];
  const window = spoolWindow({
    fill(into, size, at) {
      sizes.push(size);
      return spool.fill(into, size, at);
    },
  });
  return { window, sizes, close: () => spool.close() };
}

test.each([
  ['forwards', 4000],
  ['backwards', -4000],
])('articles that follow each other %s are read by few calls', (_, step) => {
  const { window, sizes, close } = watched();
  const alone: number[] = [];
  for (let n = 0; n < 60; n += 1) {
    const at = (step > 0 ? 0 : fileSize - 4000) + n * step;
    const bytes = window(3000, at);
    if (bytes === undefined) alone.push(n);
    else expect(bytes.equals(content.subarray(at, at + 3000))).toBe(true);
  }
  expect(alone).toEqual([0]);
  expect(sizes.length).toBeLessThan(6);
  close();
});

test('articles that lie far from each other, or are large, are read alone', () => {
  const { window, sizes, close } = watched();
  for (const at of [0, 200_000, 5000, 390_000]) expect(window(2000, at)).toBeUndefined();
  expect(window(100_000, 280_000)).toBeUndefined();
  expect(sizes).toEqual([]);
  close();
});

test('whatever is read in any order is what the file has there, or must be read alone', () => {
  const place = fc.record({ at: fc.nat(fileSize + 1000), size: fc.nat(70_000) });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 40 }), (places) => {
      const { window, close } = watched();
      for (const { at, size } of places) {
        const bytes = window(size, at);
        if (bytes === undefined) continue;
        expect(bytes.length).toBe(size);
        expect(bytes.equals(content.subarray(at, at + size))).toBe(true);
      }
      close();
    }),
  );
});

test('an article that another thread had not written yet when its neighbours were read is read alone', () => {
  const catalogue = openCatalogue(temporaryFolder());
  const { put } = articleWriter(catalogue);
  const sketch = { seed: 'a.txt', ordinal: 0, id: 'a', outputPath: 'a.html', sortKey: 0 };
  const titles = ['خبر أول', 'خبر ثان', 'خبر ثالث', 'خبر رابع'];
  titles.forEach((title, n) => {
    const { article } = documentOf({ ...sketch, terms: [], keywords: [], title }).article ?? {};
    if (!(article instanceof Uint8Array)) expect.unreachable();
    put(n + 1, article, Buffer.from(`أصل ${n + 1}`));
  });
  const spool = spoolOf(catalogue);
  const written = Buffer.alloc(spool.size());
  spool.fill(written, written.length, 0);
  const { path: file } = spool.shared;
  // Where a thread has taken its place and not written yet, the file has zeros.
  writeFileSync(file, Buffer.concat([written.subarray(0, -300), Buffer.alloc(300)]));
  const { article, original } = articleReader(catalogue);
  expect([1, 2].map((doc) => article(doc).title)).toEqual(titles.slice(0, 2));
  expect([1, 2].map((doc) => original(doc)?.bytes.toString())).toEqual(['أصل 1', 'أصل 2']);
  writeFileSync(file, written);
  expect([3, 4].map((doc) => article(doc).title)).toEqual(titles.slice(2));
  expect([3, 4].map((doc) => original(doc)?.bytes.toString())).toEqual(['أصل 3', 'أصل 4']);
  catalogue.close();
});
