import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCorpus, sharedArticles } from '../../../../bench/search/corpus.ts';
import { wordForms } from '../../../../src/arabic/word-letters.ts';
import type { IndexReader } from '../../../../src/search/query/index-reader.ts';
import { articlesWithPhrase } from '../../../../src/search/query/phrase.ts';
import { memoryIndex, type Story } from '../../../support/memory-index.ts';
import { missingFolder } from '../../../support/paths.ts';
import { skipIf } from '../../../support/skip.ts';

/** A text by the forms of its blocks, each between spaces, so that a phrase is a piece of it. */
type Scanned = readonly string[];

const scanned = ({ title, headings = [], body = [] }: Story): Scanned =>
  [...(title === undefined ? [] : [title]), ...headings, ...body].map(
    (text) => ` ${wordForms(text).join(' ')} `,
  );

/** The articles in which a phrase stands, found by looking through all of them. */
const scan = (texts: readonly Scanned[], phrase: readonly string[]): readonly number[] =>
  texts.flatMap((blocks, n) =>
    blocks.some((block) => block.includes(` ${phrase.join(' ')} `)) ? [n] : [],
  );

const found = async (library: IndexReader, phrase: readonly string[]): Promise<readonly number[]> =>
  [...(await articlesWithPhrase(library, phrase))].sort((a, b) => a - b);

/** Few words, so that they come again; some are spellings, some forms of one another. */
const word = fc.constantFrom(
  ...['مجلس', 'المجلس', 'الأمن', 'الامن', 'الدولي', 'في', 'قال', 'وقال', 'مسؤول', 'مسئول'],
  ...['السعودية', 'السعوديه', '2015', '٢٠١٥', 'UN'],
);
const gap = fc.constantFrom(' ', ' ', ' ', '، ', '. ', ' «', '-', '\n', ' … ');
const block = fc
  .array(fc.tuple(word, gap), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));
const story = fc.record({
  title: block,
  headings: fc.array(block, { maxLength: 1 }),
  body: fc.array(block, { maxLength: 3 }),
});
const phrase = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words) => words.flatMap((one) => wordForms(one)));

test('a phrase is found just where a scan of the texts finds it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(story, { minLength: 1, maxLength: 8 }),
      fc.array(phrase, { minLength: 1, maxLength: 10 }),
      fc.integer({ min: 1, max: 4 }),
      async (stories, phrases, together) => {
        const { library } = memoryIndex(stories, { together });
        const texts = stories.map(scanned);
        for (const one of phrases) {
          expect(await found(library, one), one.join(' ')).toEqual(scan(texts, one));
        }
      },
    ),
    { numRuns: 150 },
  );
});

/** Articles of the shared ones that are looked at: every so manieth, as many as that. */
const taken = { every: 40, most: 200 };

/** Returns some of the shared articles. */
function someArticles(): readonly Story[] {
  const stories: Story[] = [];
  let n = 0;
  for (const { title, content } of readCorpus()) {
    n += 1;
    if (n % taken.every !== 0) continue;
    stories.push({ title, body: content.split('\n') });
    if (stories.length === taken.most) break;
  }
  return stories;
}

test(
  'the same holds for phrases of real articles',
  skipIf(missingFolder(sharedArticles)),
  async () => {
    const stories = someArticles();
    const { library } = memoryIndex(stories, { together: 64 });
    const texts = stories.map(scanned);
    const forms = texts.map((blocks) => blocks.map((one) => one.trim().split(' ')));
    let several = 0;
    // Two to five words from one place of each article, and the same in an order that is seldom there.
    for (const [n, blocks] of forms.entries()) {
      const longest = [...blocks].sort((a, b) => b.length - a.length)[0] ?? [];
      const at = (n * 7) % Math.max(1, longest.length - 5);
      const taken = longest.slice(at, at + 2 + (n % 4));
      for (const one of [taken, taken.toReversed(), taken.slice(0, 2)]) {
        const expected = scan(texts, one);
        expect(await found(library, one), one.join(' ')).toEqual(expected);
        if (expected.length > 1) several += 1;
      }
      expect(scan(texts, taken)).toContain(n);
    }
    expect(several).toBeGreaterThan(20);
  },
);
