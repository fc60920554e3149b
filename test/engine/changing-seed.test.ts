import {
  appendFileSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { numberedDraft, plantDrafts, seedText } from './edits.ts';
import { watchCalls } from './faults.ts';
import {
  buildHere,
  coldTree,
  copyFolder,
  deadLinks,
  makeRoot,
  treeOf,
  writeFiles,
} from './site.ts';

let root = '';
beforeEach(() => {
  root = makeRoot('changing');
  plantDrafts(root, 1, 4);
  writeFiles(root, { 'seeds/n2.yaml': 'title: عنوان من الملف المرافق\n' });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const seed = (): string => join(root, 'seeds/n2.txt');
const dist = (): string => join(root, 'dist');

/** Another text, longer than the first and of other words. */
const after = seedText({
  ...numberedDraft(2),
  body: `${'كتب مراسلنا من الميناء أن الصيادين عادوا مع الفجر. '.repeat(40)}\n`,
});

/** What may become of a seed. */
const changes: Readonly<Record<string, () => void>> = {
  'is written anew': () => writeFileSync(seed(), after),
  'is replaced by another': () => {
    writeFileSync(join(root, 'other'), after);
    renameSync(join(root, 'other'), seed());
  },
  grows: () => appendFileSync(seed(), 'وسطر آخر أضيف بعد حين.\n'),
  'is cut short': () => truncateSync(seed(), readFileSync(seed()).length - 30),
  'is emptied': () => truncateSync(seed(), 0),
  vanishes: () => rmSync(seed()),
  'loses its sidecar': () => rmSync(join(root, 'seeds/n2.yaml')),
};

/** When: before which call about the seed. */
const moments = {
  'before it is opened': ['openSync', 1],
  'before it is looked at': ['fstatSync', 1],
  'before it is read': ['readSync', 1],
  'after it was read': ['closeSync', 1],
} as const;

const cases = Object.entries(changes).flatMap(([what, change]) =>
  Object.entries(moments).map(([when, [call, nth]]) => [what, when, change, call, nth] as const),
);

test.each(cases)(
  'a seed that %s %s is published as it was or as it is, and the next build is right',
  async (what, _, change, call, nth) => {
    const texts = new Set<string | undefined>();
    const page = 'articles/n2.html';
    // What the page is with the seed as it was, and as it will be.
    await buildHere(root);
    texts.add(treeOf(dist()).get(page));
    const aside = `${root}-aside`;
    copyFolder(join(root, 'seeds'), aside);
    change();
    const right = await coldTree(root);
    texts.add(right.get(page));
    for (const folder of ['seeds', 'dist', '.cache']) {
      rmSync(join(root, folder), { recursive: true, force: true });
    }
    renameSync(aside, join(root, 'seeds'));

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
    const result = await buildHere(root).finally(watch.mend);
    expect(changed).toBe(true);
    const tree = treeOf(dist());
    if (result.errors === 0) expect(texts.has(tree.get(page)), what).toBe(true);
    else expect(result.diagnostics[0]?.file).toMatch(/^seeds\/n2\.(?:txt|yaml)$/);
    expect(deadLinks(dist())).toEqual([]);
    await buildHere(root);
    expect(treeOf(dist())).toEqual(right);
  },
);
