import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { generatedArticles } from '../../bench/archive/sentences.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

const articles = 600;
let site: TemporarySite;

/** Consecutive days from 2001-01-01. */
const dayAt = (n: number): string => new Date(Date.UTC(2001, 0, 1 + n)).toISOString().slice(0, 10);

/** A short article of rare words. */
function seed(n: number): string {
  const { title, paragraphs } = generatedArticles.story(n);
  const words = paragraphs.join(' ').split(' ').slice(0, 60).join(' ');
  return `---\nid: n${n}\ntitle: ${JSON.stringify(title)}\ndate: ${dayAt(n)}\n---\n${words}\n`;
}

const seedFile = (n: number): string => site.at(`seeds/n${n}.txt`);

/** The search files of the site, with their content hashes. */
const searchFiles = (): ReadonlyMap<string, string> =>
  new Map([...site.tree()].filter(([file]) => file.startsWith('search/')));

/** New files of a folder, and the number of all. */
function rewritten(before: ReadonlyMap<string, string>, folder: string): readonly [number, number] {
  const now = [...searchFiles().keys()].filter((file) => file.startsWith(`search/${folder}/`));
  return [now.filter((file) => !before.has(file)).length, now.length];
}

beforeAll(async () => {
  site = temporarySite();
  for (let n = 0; n < articles; n += 1) writeFileSync(seedFile(n), seed(n));
  await site.build();
});

test('an index has few files, each named by its content hash', () => {
  const files = [...searchFiles().keys()];
  expect(files.length).toBeGreaterThan(10);
  expect(files.length).toBeLessThan(articles / 8);
  for (const file of files) {
    expect(file).toMatch(/^search\/(?:terms|places|cards|texts)\/[0-9a-z]{7}\.js$/);
    const script = readFileSync(site.at('dist', file), 'latin1');
    expect(script.startsWith(`warraq("${file.slice(-10, -3)}","`), file).toBe(true);
    expect(script.endsWith('")\n'), file).toBe(true);
  }
});

test('an edited article changes the postings files of its words and its own text chunk, no others', async () => {
  const before = searchFiles();
  writeFileSync(seedFile(300), seed(300).replace(/ \S+\n$/, ' زنجبيل\n'));
  await site.build();
  for (const [folder, most] of [
    ['terms', 3],
    ['places', 3],
    ['cards', 1],
    ['texts', 1],
  ] as const) {
    const [changed, all] = rewritten(before, folder);
    expect(changed, folder).toBeLessThanOrEqual(most);
    expect(all, folder).toBeGreaterThan(0);
  }
  expect(rewritten(before, 'terms')[0]).toBeGreaterThan(0);
  expect(rewritten(before, 'terms')[1]).toBeGreaterThan(5);
  // The title is unchanged, and so are the stored fields.
  expect(rewritten(before, 'cards')[0]).toBe(0);
  expect(await site.coldTree()).toEqual(site.tree());
});

test('a new newest article does not change the stored fields of the others', async () => {
  const before = searchFiles();
  writeFileSync(seedFile(articles), seed(articles));
  await site.build();
  const [changed, all] = rewritten(before, 'cards');
  expect(changed).toBeLessThanOrEqual(1);
  expect(all).toBeGreaterThan(4);
  const kept = [...searchFiles().keys()].filter((file) => before.has(file));
  expect(kept.filter((file) => file.startsWith('search/cards/')).length).toBe(all - changed);
  rmSync(seedFile(articles));
  await site.build();
  expect(searchFiles()).toEqual(before);
});

test('a second build without changes writes nothing', async () => {
  expect(await site.build()).toMatchObject({ written: 0, removed: 0 });
});

test('turning search off removes the index', async () => {
  const before = searchFiles();
  const caches = site.at('.cache/search');
  expect(existsSync(caches)).toBe(true);
  site.write({ 'warraq.yaml': 'search: off\n' });
  await site.build();
  expect(searchFiles().size).toBe(0);
  expect(existsSync(site.at('dist/search.html'))).toBe(false);
  expect(existsSync(site.at('dist/search'))).toBe(false);
  expect(existsSync(caches)).toBe(false);
  const home = readFileSync(site.at('dist/index.html'), 'utf8');
  expect(home).not.toContain('search.html');
  expect(home).not.toMatch(/<script src="assets\/search\./);
  rmSync(site.at('warraq.yaml'));
  await site.build();
  expect(searchFiles()).toEqual(before);
});
