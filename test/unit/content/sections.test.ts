import type { Element, Root } from 'hast';
import { expect, test } from 'vitest';
import { splitSections, textOf } from '../../../src/content/sections.ts';
import type { HeadingSpan } from '../../../src/model/structure.ts';

const element = (tagName: string, value: string): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: [{ type: 'text', value }],
});

const tree = (...elements: readonly (readonly [tag: string, text: string])[]): Root => ({
  type: 'root',
  children: elements.map(([tag, text]) => element(tag, text)),
});

const show = (split: ReturnType<typeof splitSections>) => ({
  lead: split.lead.map(textOf),
  sections: split.sections.map(
    (section) => `${section.id}: ${section.body.map(textOf).join(' | ')}`,
  ),
});

test('what stands before the first heading is the lead', () => {
  expect(show(splitSections(tree(['p', 'مقدمة'], ['h2', 'باب'], ['p', 'متن']), undefined))).toEqual(
    {
      lead: ['مقدمة'],
      sections: ['باب: متن'],
    },
  );
});

test('a text without headings is all lead', () => {
  expect(show(splitSections(tree(['p', 'أ'], ['p', 'ب']), undefined))).toEqual({
    lead: ['أ', 'ب'],
    sections: [],
  });
});

test('sections open at the shallowest headings; deeper ones stay inside, one level under', () => {
  const split = splitSections(
    tree(['h3', 'باب'], ['h5', 'فرع'], ['p', 'متن'], ['h3', 'باب']),
    undefined,
  );
  expect(show(split).sections).toEqual(['باب: فرع | متن', 'باب-2: ']);
  const inner = split.sections[0]?.body[0];
  expect(inner?.type === 'element' && [inner.tagName, inner.properties]).toEqual([
    'h4',
    { id: 'فرع' },
  ]);
});

test('no heading goes deeper than HTML has headings', () => {
  const split = splitSections(tree(['h1', 'أ'], ['h6', 'ب']), undefined);
  const inner = split.sections[0]?.body[0];
  expect(inner?.type === 'element' && inner.tagName).toBe('h6');
});

test('headings take origin and confidence from the recovered structure, in order', () => {
  const span = (text: string, origin: HeadingSpan['origin'], confidence: number): HeadingSpan => ({
    start: 0,
    end: 1,
    text,
    origin,
    confidence,
  });
  const { sections } = splitSections(tree(['h2', 'أ'], ['p', 'x'], ['h2', 'ب']), [
    span('أ', 'recovered', 0.7),
    span('ب', 'editor', 1),
  ]);
  expect(sections.map(({ origin, confidence }) => [origin, confidence])).toEqual([
    ['recovered', 0.7],
    ['editor', 1],
  ]);
});

test('without a recovered structure every heading is the author’s', () => {
  const { sections } = splitSections(tree(['h2', 'أ']), undefined);
  expect(sections.map(({ origin, confidence }) => [origin, confidence])).toEqual([['marked', 1]]);
});

test.each(['content', 'contents', 'citation', 'provenance', 'search'])(
  'a heading «%s» does not take the id of the page’s own part',
  (name) => {
    expect(splitSections(tree(['h2', name]), undefined).sections[0]?.id).toBe(`${name}-2`);
  },
);

test('a text of very many short lines, as a list of names is, exhausts nothing', () => {
  const lines = Array.from({ length: 300_000 }, () => element('p', 'اسم'));
  expect(splitSections({ type: 'root', children: lines }, undefined).lead).toHaveLength(300_000);
});
