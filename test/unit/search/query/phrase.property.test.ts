import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCorpus, sharedArticlesFolder } from '../../../../bench/search/corpus.ts';
import { wordForms } from '../../../../src/arabic/word-letters.ts';
import type { IndexReader } from '../../../../src/search/query/index-reader.ts';
import { articlesWithPhrase } from '../../../../src/search/query/phrase.ts';
import { memoryIndex, type Story } from '../../../support/memory-index.ts';
import { missingFolder } from '../../../support/paths.ts';
import { skipIf } from '../../../support/skip.ts';

/** The folded words of each block, between spaces, so that a phrase is a substring. */
type FoldedBlocks = readonly string[];

const foldedBlocks = ({ title, headings = [], body = [] }: Story): FoldedBlocks =>
  [...(title === undefined ? [] : [title]), ...headings, ...body].map(
    (text) => ` ${wordForms(text).join(' ')} `,
  );

/** Returns the articles that contain a phrase, by a scan of all articles. */
const scan = (texts: readonly FoldedBlocks[], phrase: readonly string[]): readonly number[] =>
  texts.flatMap((blocks, n) =>
    blocks.some((block) => block.includes(` ${phrase.join(' ')} `)) ? [n] : [],
  );

const documentsWith = async (
  reader: IndexReader,
  phrase: readonly string[],
): Promise<readonly number[]> =>
  [...(await articlesWithPhrase(reader, phrase))].sort((a, b) => a - b);

/** Few words, so that they repeat; some are spellings or forms of others. */
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
  .map((words) => words.flatMap((word) => wordForms(word)));

test('a phrase is found in exactly the articles that contain it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(story, { minLength: 1, maxLength: 8 }),
      fc.array(phrase, { minLength: 1, maxLength: 10 }),
      fc.integer({ min: 1, max: 4 }),
      async (stories, phrases, segmentSize) => {
        const { reader } = memoryIndex(stories, { segmentSize });
        const texts = stories.map(foldedBlocks);
        for (const words of phrases) {
          expect(await documentsWith(reader, words), words.join(' ')).toEqual(scan(texts, words));
        }
      },
    ),
    { numRuns: 150 },
  );
});

/** Sample of the shared articles: every 40th, at most 200. */
const sample = { every: 40, most: 200 };

/** Returns the sample of the shared articles. */
function someArticles(): readonly Story[] {
  const stories: Story[] = [];
  let n = 0;
  for (const { title, content } of readCorpus()) {
    n += 1;
    if (n % sample.every !== 0) continue;
    stories.push({ title, body: content.split('\n') });
    if (stories.length === sample.most) break;
  }
  return stories;
}

test(
  'a phrase of real articles is found in exactly the articles that contain it',
  skipIf(missingFolder(sharedArticlesFolder)),
  async () => {
    const stories = someArticles();
    const { reader } = memoryIndex(stories, { segmentSize: 64 });
    const texts = stories.map(foldedBlocks);
    const forms = texts.map((blocks) => blocks.map((block) => block.trim().split(' ')));
    let several = 0;
    // Two to five successive words of each article, and the same words in reverse order.
    for (const [n, blocks] of forms.entries()) {
      const longest = [...blocks].sort((a, b) => b.length - a.length)[0] ?? [];
      const at = (n * 7) % Math.max(1, longest.length - 5);
      const words = longest.slice(at, at + 2 + (n % 4));
      for (const sequence of [words, words.toReversed(), words.slice(0, 2)]) {
        const expected = scan(texts, sequence);
        expect(await documentsWith(reader, sequence), sequence.join(' ')).toEqual(expected);
        if (expected.length > 1) several += 1;
      }
      expect(scan(texts, words)).toContain(n);
    }
    expect(several).toBeGreaterThan(20);
  },
);
