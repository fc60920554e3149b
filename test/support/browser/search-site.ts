import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generatedArticles } from '../../../bench/archive/sentences.ts';
import { areSameWord } from '../../../src/arabic/same-word.ts';
import { keyOf } from '../../../src/arabic/word-key.ts';
import { wordForms } from '../../../src/arabic/word-letters.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { buildSite, copyFixture, startHost, subfolder } from './site.ts';

/** Number of articles in the large archive. */
export const articles = 2000;

/** An article of the large archive. */
export interface Planted {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly source: string;
  readonly paragraphs: readonly string[];
}

/** Sentences that only a few articles contain. */
const sayings: ReadonlyMap<number, string> = new Map([
  [700, 'عبرت قافلة اللؤلؤ المضيق عند الفجر، وقال ربّانها إنها لن تعود.'],
  [701, 'عبر المضيق ربّان اللؤلؤ، ولم تعبر قافلة.'],
  [702, 'سأل المسئول عن قافلة اللؤلؤ والمضيق.'],
]);

const words = (text: string, from: number, to: number): string =>
  text.split(' ').slice(from, to).join(' ');

/** Returns an article: about a hundred words in three paragraphs, one day after the one before it. */
function planted(n: number): Planted {
  const { title, source, paragraphs } = generatedArticles.story(n);
  const text = paragraphs.join(' ');
  const saying = sayings.get(n);
  return {
    ...{ id: `n${String(n).padStart(4, '0')}`, title, source },
    date: new Date(Date.UTC(2001, 0, 1 + n)).toISOString().slice(0, 10),
    paragraphs: [
      words(text, 0, 40),
      ...(saying === undefined ? [] : [saying]),
      words(text, 40, 70),
      words(text, 70, 100),
    ].filter((paragraph) => paragraph !== ''),
  };
}

/** The articles of the large archive, oldest first. */
export const all: readonly Planted[] = Array.from({ length: articles }, (_, n) => planted(n));

/** The folded words of each article, block by block. */
const folded = all.map(({ id, title, paragraphs }) => ({
  id,
  blocks: [title, ...paragraphs].map(wordForms),
}));

/** Returns the articles with a word that matches, by a scan of all articles. */
const having = (isSought: (form: string) => boolean): readonly string[] =>
  folded.filter(({ blocks }) => blocks.some((forms) => forms.some(isSought))).map(({ id }) => id);

/** The forms of all articles, with the number of articles of each. */
function countedForms(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { blocks } of folded)
    for (const form of new Set(blocks.flat())) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}

/** Returns the articles that contain a word in any form, oldest first. */
export function withWord(word: string): readonly string[] {
  const [sought = ''] = wordForms(word);
  const forms = [...countedForms()]
    .filter(([form]) => keyOf(form) === keyOf(sought))
    .map(([form, count]) => ({ form, count }));
  const isSame = areSameWord(sought, forms);
  const same = new Set(forms.filter((_, n) => isSame[n]).map(({ form }) => form));
  return having((form) => same.has(form));
}

/** Returns the articles that contain a word as written. */
export function withForm(word: string): readonly string[] {
  const [sought] = wordForms(word);
  return having((form) => form === sought);
}

/** Returns the articles that contain a phrase. */
export function withPhrase(phrase: string): readonly string[] {
  const sought = ` ${wordForms(phrase).join(' ')} `;
  return folded
    .filter(({ blocks }) => blocks.some((forms) => ` ${forms.join(' ')} `.includes(sought)))
    .map(({ id }) => id);
}

const seed = ({ id, title, date, source, paragraphs }: Planted): string =>
  `---\nid: ${id}\ntitle: ${JSON.stringify(title)}\ndate: ${date}\nsource: ${source}\n---\n${paragraphs.join('\n\n')}\n`;

/** A built archive, on a disk and on a host. */
export interface SearchedArchive {
  readonly dist: string;
  file(page: string): string;
  hosted(page: string): string;
}

/** The archives of the search tests. */
export interface SearchedArchives {
  /** The fixture site. */
  readonly small: SearchedArchive;
  readonly large: SearchedArchive;
  close(): Promise<void>;
}

async function served(root: string): Promise<SearchedArchive & { close(): Promise<void> }> {
  const dist = join(root, 'dist');
  const { code, said } = await buildSite(root, dist);
  if (code !== 0) throw new Error(said);
  const host = await startHost(dist);
  return {
    dist,
    file: (page) => pathToFileURL(join(dist, '')).href.replace(/\/?$/, `/${page}`),
    hosted: (page) => `${host.origin}${subfolder}${page}`,
    close: host.close,
  };
}

/** Builds both archives in a temporary folder and serves them. */
export async function openSearchedArchives(): Promise<SearchedArchives> {
  const folder = temporaryFolder();
  const root = join(folder, 'large');
  mkdirSync(join(root, 'seeds'), { recursive: true });
  // Turns off outputs that the search does not need, to save time.
  const settings = 'downloads: []\nexports: []\nrecovery: {headings: off, paragraphs: off}\n';
  writeFileSync(join(root, 'warraq.yaml'), settings);
  for (const one of all) writeFileSync(join(root, `seeds/${one.id}.txt`), seed(one));
  copyFixture(join(folder, 'small'));
  const [small, large] = [await served(join(folder, 'small')), await served(root)];
  return {
    ...{ small, large },
    async close() {
      await small.close();
      await large.close();
    },
  };
}
