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
