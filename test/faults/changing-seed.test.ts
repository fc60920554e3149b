import {
  appendFileSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { numberedDraft, plantDrafts, seedText } from '../support/edits.ts';
import { watchCalls } from '../support/faults.ts';
import { copyFolder, deadLinks } from '../support/file-tree.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

let site: TemporarySite;
beforeEach(() => {
  site = temporarySite();
  plantDrafts(site.root, 1, 4);
  site.write({ 'seeds/n2.yaml': 'title: عنوان من الملف المرافق\n' });
});

const seed = (): string => site.at('seeds/n2.txt');
const dist = (): string => site.at('dist');

/** Another text, longer than the first. */
const after = seedText({
  ...numberedDraft(2),
  body: `${'كتب مراسلنا من الميناء أن الصيادين عادوا مع الفجر. '.repeat(40)}\n`,
});

/** Changes of a seed. */
const changes: Readonly<Record<string, () => void>> = {
  'is rewritten': () => writeFileSync(seed(), after),
  'is replaced': () => {
    writeFileSync(site.at('other'), after);
    renameSync(site.at('other'), seed());
  },
  grows: () => appendFileSync(seed(), 'وسطر آخر أضيف بعد حين.\n'),
  'is truncated': () => truncateSync(seed(), readFileSync(seed()).length - 30),
  'is emptied': () => truncateSync(seed(), 0),
  vanishes: () => rmSync(seed()),
  'loses its sidecar': () => rmSync(site.at('seeds/n2.yaml')),
};

/** When a seed changes: before which call on it. */
const times = {
  'before it is opened': ['openSync', 1],
  'before its status is read': ['fstatSync', 1],
  'before it is read': ['readSync', 1],
  'after it was read': ['closeSync', 1],
} as const;

const cases = Object.entries(changes).flatMap(([what, change]) =>
  Object.entries(times).map(([when, [call, nth]]) => [what, when, change, call, nth] as const),
);

test.each(cases)(
  'a seed that %s %s is published in its old or new state, and the next build is correct',
  async (what, _, change, call, nth) => {
    const texts = new Set<string | undefined>();
    const page = 'articles/n2.html';
    // The page of the old seed and of the new one.
    await site.build();
    texts.add(site.tree().get(page));
    const backup = join(temporaryFolder(), 'backup');
    copyFolder(site.at('seeds'), backup);
    change();
    const expected = await site.coldTree();
    texts.add(expected.get(page));
    for (const folder of ['seeds', 'dist', '.cache']) {
      rmSync(site.at(folder), { recursive: true, force: true });
    }
    renameSync(backup, site.at('seeds'));

    let seen = 0;
    let changed = false;
    const watch = watchCalls(
      (path) => path === seed(),
      ({ name }) => {
        if (name === call) seen += 1;
        if (seen === nth && !changed) {
          changed = true;
          change();
        }
        return undefined;
      },
    );
    const result = await site.build().finally(watch.restore);
    expect(changed).toBe(true);
    const tree = site.tree();
    if (result.errors === 0) expect(texts.has(tree.get(page)), what).toBe(true);
    else expect(result.diagnostics[0]?.file).toMatch(/^seeds\/n2\.(?:txt|yaml)$/);
    expect(deadLinks(dist())).toEqual([]);
    await site.build();
    expect(site.tree()).toEqual(expected);
  },
);
