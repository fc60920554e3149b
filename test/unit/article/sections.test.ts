import { expect, test } from 'vitest';
import { splitSections } from '../../../src/article/sections.ts';
import type { Block } from '../../../src/model/block.ts';
import { blockText } from '../../../src/model/block-text.ts';
import type { HeadingSpan } from '../../../src/model/structure.ts';

const block = (tag: string, text: string): Block =>
  tag === 'p'
    ? { kind: 'paragraph', text }
    : { kind: 'heading', level: Number(tag.slice(1)), text };

const list = (...blocks: readonly (readonly [tag: string, text: string])[]): readonly Block[] =>
  blocks.map(([tag, text]) => block(tag, text));

const show = (split: ReturnType<typeof splitSections>) => ({
  lead: split.lead.map(blockText),
  sections: split.sections.map(
    (section) => `${section.id}: ${section.blocks.map(blockText).join(' | ')}`,
  ),
});

test('the lead is what precedes the first heading', () => {
  expect(show(splitSections(list(['p', 'مقدمة'], ['h2', 'باب'], ['p', 'متن']), undefined))).toEqual(
    {
      lead: ['مقدمة'],
      sections: ['باب: متن'],
    },
  );
});

test('a text without headings is all lead', () => {
  expect(show(splitSections(list(['p', 'أ'], ['p', 'ب']), undefined))).toEqual({
    lead: ['أ', 'ب'],
    sections: [],
  });
});

test('sections start at the shallowest headings; deeper headings stay within them, at lower levels', () => {
  const split = splitSections(
    list(['h3', 'باب'], ['h5', 'فرع'], ['p', 'متن'], ['h3', 'باب']),
    undefined,
  );
  expect(show(split).sections).toEqual(['باب: فرع | متن', 'باب-2: ']);
  expect(split.sections[0]?.blocks[0]).toMatchObject({ kind: 'heading', level: 4, id: 'فرع' });
});

test('no heading is deeper than level 6', () => {
  const split = splitSections(list(['h1', 'أ'], ['h6', 'ب']), undefined);
  expect(split.sections[0]?.blocks[0]).toMatchObject({ kind: 'heading', level: 6 });
});

test('headings have the origin and confidence of the recovered structure, in order', () => {
  const span = (text: string, origin: HeadingSpan['origin'], confidence: number): HeadingSpan => ({
    start: 0,
    end: 1,
    text,
    origin,
    confidence,
  });
  const { sections } = splitSections(list(['h2', 'أ'], ['p', 'x'], ['h2', 'ب']), [
    span('أ', 'recovered', 0.7),
    span('ب', 'editor', 1),
  ]);
  expect(sections.map(({ origin, confidence }) => [origin, confidence])).toEqual([
    ['recovered', 0.7],
    ['editor', 1],
  ]);
});

test('without a recovered structure every heading is marked', () => {
  const { sections } = splitSections(list(['h2', 'أ']), undefined);
  expect(sections.map(({ origin, confidence }) => [origin, confidence])).toEqual([['marked', 1]]);
});

test.each(['content', 'contents', 'citation', 'provenance', 'search'])(
  'a heading «%s» does not take the id of the page’s own part',
  (name) => {
    expect(splitSections(list(['h2', name]), undefined).sections[0]?.id).toBe(`${name}-2`);
  },
);

test('a text with a very large number of short lines is split', () => {
  const lines = Array.from({ length: 300_000 }, () => block('p', 'اسم'));
  expect(splitSections(lines, undefined).lead).toHaveLength(300_000);
});
