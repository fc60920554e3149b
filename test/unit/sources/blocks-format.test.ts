import { expect, test } from 'vitest';
import { toArticle } from '../../../src/article/to-article.ts';
import { defineConfig } from '../../../src/config/define.ts';
import type { Article } from '../../../src/model/article.ts';
import type { Block } from '../../../src/model/block.ts';
import { blockText } from '../../../src/model/block-text.ts';
import { articleText } from '../../../src/outputs/article-text.ts';
import type { Format } from '../../../src/sources/format.ts';
import { readDocument, readDocuments } from '../../../src/sources/read-document.ts';
import { printBlocks } from '../../support/samples.ts';

/** A line of the file as a block: a heading, a line of verse in two halves, or a paragraph. */
function blockOf(line: string): Block {
  const [first = '', second] = line.split(' / ');
  if (second !== undefined) return { kind: 'verse', lines: [[{ text: first }, { text: second }]] };
  const heading = /^(=+) (.*)$/.exec(line);
  if (heading === null) return { kind: 'paragraph', text: line };
  return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' };
}

/** A test format: one block per line, a new article after each line of asterisks. */
const lines: Format = {
  name: 'lines',
  extensions: ['.lines'],
  parse(text) {
    const [first = '', ...others] = text.split('***\n');
    const documentOf = (part: string) => ({
      ...{ format: 'blocks' as const, metadata: undefined, assets: [] },
      blocks: part.trim().split('\n').map(blockOf),
    });
    return { documents: [documentOf(first), ...others.map(documentOf)], diagnostics: [] };
  },
};

const hash = (): string => '00';
const seed = (text: string) => ({ path: 'poem.lines', bytes: Buffer.from(text) });

function articleOf(text: string): Article {
  const { value } = readDocument(seed(text), hash, [lines]);
  if (value === undefined) return expect.unreachable('no document');
  return toArticle(value, defineConfig({})).value.article;
}

test('blocks returned by a format are those of the article', () => {
  const article = articleOf('= معلقة\nقال الشاعر في BBC:\nقفا نبك / بسقط اللوى\n== شرح\nوقف وبكى.');
  expect(article).toMatchObject({ title: 'معلقة', titleDerived: false, words: 12 });
  expect(article.lead).toEqual([
    { kind: 'paragraph', text: 'معلقة', hidden: true },
    { kind: 'paragraph', id: 'p1', text: 'قال الشاعر في BBC:' },
    { kind: 'verse', lines: [[{ text: 'قفا نبك' }, { text: 'بسقط اللوى' }]] },
  ]);
  expect(article.sections).toMatchObject([
    { id: 'شرح', heading: 'شرح', origin: 'marked', blocks: [{ id: 'p2', text: 'وقف وبكى.' }] },
  ]);
  expect(printBlocks(article.lead)).toContain('<span>قفا نبك</span> <span>بسقط اللوى</span>');
  expect(articleText(article, undefined)).toContain(
    'قال الشاعر في BBC:\n\nقفا نبك    بسقط اللوى\n\nشرح',
  );
});

test('a format may return several articles, which are numbered', () => {
  const documents = readDocuments(seed('أولى\n***\nثانية'), hash, [lines]);
  expect(documents.map(({ value }) => value?.provenance.record)).toEqual([
    { ordinal: 1 },
    { ordinal: 2 },
  ]);
  expect(documents.map(({ value }) => value?.blocks)).toEqual([
    [{ kind: 'paragraph', text: 'أولى' }],
    [{ kind: 'paragraph', text: 'ثانية' }],
  ]);
});

test('an article of blocks without a word gets the warning of an empty text', () => {
  const documents = readDocuments(seed('***\n'), hash, [lines]);
  const rules = documents.map(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
  expect(rules).toEqual([['seed-empty'], ['seed-empty']]);
});

test('control characters in the blocks of a format are replaced by spaces', () => {
  const { lead } = articleOf('سد\u0001كبير\nصدر \u0007/ عجز\u0002\n');
  expect(lead.map(blockText)).toEqual(['سد كبير', 'صدر  / عجز ']);
});
