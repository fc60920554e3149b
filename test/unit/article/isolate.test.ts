import fc from 'fast-check';
import type { Element, Root, RootContent } from 'hast';
import { expect, test } from 'vitest';
import { isolateRuns } from '../../../src/article/isolate.ts';

const text = (value: string): RootContent => ({ type: 'text', value });

const element = (tagName: string, ...children: readonly RootContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: children as Element['children'],
});

const show = (node: Root | RootContent): string => {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inner = node.children.map(show).join('');
  return node.type === 'element' && node.tagName === 'bdi' ? `⟨${inner}⟩` : inner;
};

function isolate(value: string): string {
  const tree: Root = { type: 'root', children: [element('p', text(value))] };
  isolateRuns(tree);
  return show(tree);
}

test('Latin words and Western numbers are isolated with their joining punctuation', () => {
  expect(isolate('قالت BBC. إن F-16 سقطت')).toBe('قالت ⟨BBC⟩. إن ⟨F-16⟩ سقطت');
  expect(isolate('يوم 12/12/2017 بنسبة 50% تقريبا')).toBe('يوم ⟨12/12/2017⟩ بنسبة ⟨50%⟩ تقريبا');
  expect(isolate('هاتف iPhone 15 Pro جديد')).toBe('هاتف ⟨iPhone 15 Pro⟩ جديد');
  expect(isolate('بلغة C++ و(UNESCO)')).toBe('بلغة ⟨C++⟩ و(⟨UNESCO⟩)');
});

test('neighbouring numbers keep the Arabic order', () => {
  expect(isolate('في عام 2015 12 شخصا')).toBe('في عام ⟨2015⟩ ⟨12⟩ شخصا');
});

test('Arabic letters and Arabic-Indic digits are not isolated', () => {
  expect(isolate('عام ٢٠١٧ في القاهرة')).toBe('عام ٢٠١٧ في القاهرة');
});

test('code and `bdi` elements are not changed', () => {
  const tree: Root = {
    type: 'root',
    children: [element('p', element('code', text('x = 1')), element('bdi', text('y 2')))],
  };
  isolateRuns(tree);
  expect(show(tree)).toBe('x = 1⟨y 2⟩');
});

test('runs inside emphasis and links are isolated too', () => {
  const tree: Root = { type: 'root', children: [element('p', element('em', text('في BBC')))] };
  isolateRuns(tree);
  expect(show(tree)).toBe('في ⟨BBC⟩');
});

test.each([
  [
    'one isolate spans emphasis',
    ['في ', element('em', text('London')), text(', '), element('b', text('UK')), ' ثم'],
    'في ⟨London, UK⟩ ثم',
  ],
  [
    'a part of emphasis stays there',
    [element('em', text('قالت BBC')), ', CNN'],
    'قالت ⟨BBC⟩, ⟨CNN⟩',
  ],
  ['a line break ends a run', ['London', element('br'), 'UK و'], '⟨London⟩⟨UK⟩ و'],
  [
    'code within a run',
    ['شغّل go ', element('code', text('x')), ', then run كذا'],
    'شغّل ⟨go x, then run⟩ كذا',
  ],
  [
    'a text from left to right',
    ['The ', element('em', text('book')), ' of the year'],
    'The book of the year',
  ],
] as const)('%s', (_, children, expected) => {
  const nodes = children.map((child) => (typeof child === 'string' ? text(child) : child));
  const tree: Root = { type: 'root', children: nodes as RootContent[] };
  isolateRuns(tree);
  expect(show(tree)).toBe(expected);
});

const leaf = fc.constantFrom('قال ', 'BBC', ', ', 'UK ', '(', ') ', '12', '').map(text);
const node = fc.letrec<{ any: RootContent; branch: RootContent }>((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, leaf, tie('branch')),
  branch: fc
    .tuple(fc.constantFrom('em', 'a', 'br', 'code'), fc.array(tie('any'), { maxLength: 4 }))
    .map(([name, children]) => element(name, ...(name === 'br' ? [] : children))),
})).any;

/** Counts the elements of each name that a tree has, but for `bdi`. */
function elementsOf(parent: Root | RootContent): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  function count(one: Root | RootContent): void {
    if (one.type === 'element' && one.tagName !== 'bdi')
      counts[one.tagName] = (counts[one.tagName] ?? 0) + 1;
    if ('children' in one) one.children.forEach(count);
  }
  count(parent);
  return counts;
}

test('isolation loses no element and no text of a tree', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), (children) => {
      const tree: Root = { type: 'root', children };
      const [before, elements] = [show(tree), elementsOf(tree)];
      isolateRuns(tree);
      expect(show(tree).replace(/[⟨⟩]/g, '')).toBe(before);
      expect(elementsOf(tree)).toEqual(elements);
    }),
  );
});

test('isolation does not change the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      expect(isolate(value).replace(/[⟨⟩]/g, '')).toBe(value.replace(/[⟨⟩]/g, ''));
    }),
  );
});

test('isolation takes linear time', () => {
  const value = `${'a.'.repeat(20_000)}! ${'1 '.repeat(20_000)}`;
  expect(isolate(value).replace(/[⟨⟩]/g, '')).toBe(value);
});

test('a paragraph with a very large number of runs is isolated', () => {
  const value = '1 ، '.repeat(300_000);
  expect(isolate(value).length).toBe(value.length + 600_000);
});
