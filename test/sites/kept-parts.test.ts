import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

const program = import.meta.resolve('../../src/index.ts');

/** A template of articles that shows a mark. */
const template = (mark: string): string =>
  `import { articleTemplate, html } from '${program}';
export const article = (data, site) => html\`\${articleTemplate(data, site)}<p>${mark}</p>\`;
`;

const seed = (title: string, text: string): string =>
  `---\ntitle: ${title}\nsource: ahram\ndate: 2017-05-01\n---\n${text}\n`;

const seeds = {
  'seeds/a.md': seed('أول', 'نص عن الميناء.'),
  'seeds/b.md': seed('ثان', 'نص عن القطار.'),
};

/** Builds a site and returns the kinds of the tasks that rendered it, with their numbers. */
async function tasksOf(site: TemporarySite): Promise<string> {
  const { code, err } = await site.run('build', '--debug', 'render', '--workers', '0');
  expect(code).toBe(0);
  return /tasks: ([^;]*);/.exec(err)?.[1] ?? '';
}

/** Returns hashes of the files of the exports, the packs and the search index. */
const partsOf = (site: TemporarySite): ReadonlyMap<string, string> =>
  new Map([...site.tree()].filter(([path]) => /^(?:exports|originals|search)\//.test(path)));

test('a changed template makes no pack, export or file of the search index again', async () => {
  const site = temporarySite(seeds);
  // Seeds that changed later than two seconds before a build are read again.
  await setTimeout(2100);
  expect(await tasksOf(site)).toContain('1 packs');
  const parts = partsOf(site);
  expect(parts.size).toBeGreaterThan(4);
  site.write({ 'templates/article.ts': template('أ') });
  expect(await tasksOf(site)).not.toMatch(/packs|chunk|export/);
  expect(site.read('dist/articles/a.html')).toContain('<p>أ</p>');
  expect(partsOf(site)).toEqual(parts);
  expect(site.tree()).toEqual(await site.coldTree());
});

test('where an article and the template change, its pack, the exports and the index change too', async () => {
  const site = temporarySite(seeds);
  await tasksOf(site);
  const parts = partsOf(site);
  site.write({
    'templates/article.ts': template('ب'),
    'seeds/a.md': seed('أول', 'نص آخر عن المطار.'),
  });
  expect(await tasksOf(site)).toContain('1 packs');
  const tree = await site.coldTree();
  expect(site.tree()).toEqual(tree);
  for (const path of ['originals/ahram/2017.zip', 'exports/archive.jsonl.gz']) {
    expect(tree.get(path), path).not.toBe(parts.get(path));
  }
});

test('parts that are missing or damaged in the site are made again with a changed template', async () => {
  for (const path of ['originals/ahram/2017.zip', 'exports/archive.csv.gz']) {
    const site = temporarySite(seeds);
    await setTimeout(2100);
    await tasksOf(site);
    const parts = partsOf(site);
    const bytes = 'تالف';
    site.write({ [`dist/${path}`]: bytes, 'templates/article.ts': template('ج') });
    await tasksOf(site);
    expect(partsOf(site), path).toEqual(parts);
    site.remove(`dist/${path}`);
    site.write({ 'templates/article.ts': template('د') });
    await tasksOf(site);
    expect(partsOf(site), path).toEqual(parts);
  }
});
