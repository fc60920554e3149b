import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyEdit, makeEdit, numberedDraft, seedText, spoiled } from './edits.ts';
import { buildHere, coldTree, hashOf, makeRoot, treeOf, writeFiles } from './site.ts';

/** Articles to begin with: listings of fifty have two or three pages, some of them just full. */
const beginnings = [99, 100, 101, 104];

function plant(root: string, articles: number): void {
  for (let n = 1; n <= articles; n += 1) {
    const name = `n${String(n).padStart(3, '0')}`;
    writeFiles(root, { [`seeds/${name}.txt`]: seedText(numberedDraft(n)) });
  }
}

const theirs = hashOf(spoiled);

test('whatever changes, a build that knows the last one makes what one that knows nothing makes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      async (articles, rounds) => {
        const root = makeRoot('warm');
        try {
          plant(root, articles);
          await buildHere(root);
          for (const edits of rounds) {
            for (const edit of edits) makeEdit(root, edit);
            await buildHere(root);
            const warm = [...treeOf(join(root, 'dist'))].filter(([, hash]) => hash !== theirs);
            expect(new Map(warm), JSON.stringify(edits)).toEqual(await coldTree(root));
            const again = await buildHere(root);
            expect({ written: again.written, removed: again.removed }).toEqual({
              written: 0,
              removed: 0,
            });
          }
        } finally {
          rmSync(root, { recursive: true, force: true });
        }
      },
    ),
    { numRuns: 40 },
  );
}, 240_000);

test('a site whose catalogue is lost keeps its sitemaps', async () => {
  const root = makeRoot('sitemaps');
  try {
    plant(root, 3);
    writeFiles(root, { 'warraq.yaml': 'baseUrl: https://example.org/a/\n' });
    await buildHere(root);
    const before = treeOf(join(root, 'dist'));
    makeEdit(root, { do: 'lose-catalogue' });
    expect(await buildHere(root)).toMatchObject({ written: 0, removed: 0 });
    expect(treeOf(join(root, 'dist'))).toEqual(before);
    // Also where they change, or are to be there no more.
    for (const edit of [
      { do: 'add', at: 9, name: 'more' },
      { do: 'config', text: '' },
    ] as const) {
      makeEdit(root, edit);
      makeEdit(root, { do: 'lose-catalogue' });
      await buildHere(root);
      expect(treeOf(join(root, 'dist'))).toEqual(await coldTree(root));
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
