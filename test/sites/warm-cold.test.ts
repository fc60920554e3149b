import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyEdit, makeEdit, numberedDraft, seedText, spoiled } from '../support/edits.ts';
import { hashOf } from '../support/file-tree.ts';
import { removeFolder } from '../support/temporary-folder.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

/** Initial number of articles: listings have one page or two, and from 101 on one of each source. */
const beginnings = [99, 100, 101, 104];

/** Writes the seeds of a site; `date` is that of all articles, where they have one date. */
function plant(site: TemporarySite, articles: number, date?: string): void {
  for (let n = 1; n <= articles; n += 1) {
    const name = `n${String(n).padStart(3, '0')}`;
    const draft = numberedDraft(n);
    site.write({ [`seeds/${name}.txt`]: seedText({ ...draft, date: date ?? draft.date }) });
  }
}

const theirs = hashOf(spoiled);

test('after any change a warm build gives the same files as a cold build', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.constantFrom(undefined, '2015-07-21'),
      fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      async (articles, date, rounds) => {
        const site = temporarySite();
        try {
          plant(site, articles, date);
          await site.build();
          for (const edits of rounds) {
            for (const edit of edits) makeEdit(site.root, edit);
            await site.build();
            const warm = [...site.tree()].filter(([, hash]) => hash !== theirs);
            expect(new Map(warm), JSON.stringify(edits)).toEqual(await site.coldTree());
            const again = await site.build();
            expect({ written: again.written, removed: again.removed }).toEqual({
              written: 0,
              removed: 0,
            });
          }
        } finally {
          removeFolder(site.root);
        }
      },
    ),
    { numRuns: 16 },
  );
}, 240_000);

test('a site whose catalogue is lost keeps its sitemaps', async () => {
  const site = temporarySite();
  plant(site, 3);
  site.write({ 'warraq.yaml': 'baseUrl: https://example.org/a/\n' });
  await site.build();
  const before = site.tree();
  makeEdit(site.root, { do: 'lose-catalogue' });
  expect(await site.build()).toMatchObject({ written: 0, removed: 0 });
  expect(site.tree()).toEqual(before);
  // Also where they change or are turned off.
  for (const edit of [
    { do: 'add', at: 9, name: 'more' },
    { do: 'config', text: '' },
  ] as const) {
    makeEdit(site.root, edit);
    makeEdit(site.root, { do: 'lose-catalogue' });
    await site.build();
    expect(site.tree()).toEqual(await site.coldTree());
  }
});
