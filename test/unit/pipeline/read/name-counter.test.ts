import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleId } from '../../../../src/article/permalink.ts';
import { nameCounter } from '../../../../src/pipeline/read/name-counter.ts';

/** Returns the figures of files, as the ids that they get say. */
function expected(paths: readonly string[], ids: 'name' | 'path') {
  const found = paths.map((path) => articleId(undefined, { path }, ids));
  return found.length - new Set(found).size;
}

test('as many names are taken as articles would be left out', () => {
  const name = fc.constantFrom(
    ...['index', '_index', 'README', 'page-1', 'page.2', 'aux', 'con', 'com1', 'خبر', '.x', 'a'],
    ...['0000', 'Index', 'readme-first', 'indexes', 'x'.repeat(81), 'prn.b', '-x'],
  );
  const folder = fc.constantFrom('', 'a/', 'b/', 'a/b/', 'تموز/', 'v1.2/', 'index/');
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(folder, name, fc.constantFrom('.txt', '.md')).map((p) => p.join(''))),
      fc.constantFrom('name' as const, 'path' as const),
      (paths, ids) => {
        const counter = nameCounter(ids);
        for (const path of paths) counter.add({ path });
        expect(counter.collisions()?.taken ?? 0).toBe(expected(paths, ids));
      },
    ),
  );
});

test('the figures of a large corpus of classes are told, with an example', () => {
  const counter = nameCounter('name');
  for (let folder = 0; folder < 7; folder += 1) {
    for (let n = 0; n < 2000; n += 1)
      counter.add({ path: `class-${folder}/${String(n).padStart(4, '0')}.txt` });
  }
  expect(counter.collisions()).toMatchObject({ taken: 12_000, files: 14_000 });
  const records = nameCounter('name');
  for (const path of ['a/july.jsonl', 'b/july.jsonl.gz', 'c/july.txt'])
    records.add(path.endsWith('.txt') ? { path } : { path, records: { kind: 'lines' } as never });
  expect(records.collisions()).toEqual({ taken: 1, files: 3, example: 'july-1' });
});
