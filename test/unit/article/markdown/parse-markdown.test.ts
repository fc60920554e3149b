import { expect, test } from 'vitest';
import { openParser, parseMarkdown } from '../../../../src/article/markdown/parse-markdown.ts';
import { maxTreeDepth } from '../../../../src/model/limits.ts';

type Tree = { readonly type: string; readonly value?: string; readonly children?: readonly Tree[] };

function parsed(text: string): Tree {
  const result = parseMarkdown(text);
  if (result.root === undefined) throw new Error('the parser gave up');
  return result.root as Tree;
}

const kinds = (text: string): readonly string[] => (parsed(text).children ?? []).map((c) => c.type);

/** All words of a tree, found without recursion. */
function words(tree: Tree): string {
  const found: string[] = [];
  const stack = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.value !== undefined) found.unshift(node.value);
    stack.push(...(node.children ?? []));
  }
  return found.join(' ');
}

test('headings, lists, quotations and paragraphs are parsed', () => {
  expect(kinds('# عنوان\n\nنص\n\n- بند\n\n> قول\n\n---\n')).toEqual([
    'heading',
    'paragraph',
    'list',
    'blockquote',
    'thematicBreak',
  ]);
});

test('what is no tag of HTML is text', () => {
  for (const text of ['3 < 5 و5 > 3', 'قال <نعم> ثم سكت', '<3 مع التحية']) {
    expect(kinds(text)).toEqual(['paragraph']);
    expect(words(parsed(text))).toBe(text);
  }
});

test('an indented paragraph is a paragraph, not code', () => {
  expect(kinds('نص\n\n    فقرة مزاحة\n')).toEqual(['paragraph', 'paragraph']);
});

test('fenced code is parsed as code', () => {
  expect(kinds('```\nx\n```')).toEqual(['code']);
});

test('nesting deeper than the limit is replaced by its text, without losing a word', () => {
  const deep = `${'> '.repeat(maxTreeDepth + 40)}كلام عميق **جدًا**`;
  const result = parseMarkdown(deep);
  expect(result).toMatchObject({ flattened: true });
  expect(words(result.root as Tree).replace(/\s+/g, ' ')).toContain('كلام عميق جدًا');
});

test('nesting within the limit is not changed', () => {
  expect(parseMarkdown(`${'> '.repeat(20)}كلام`)).toMatchObject({ flattened: false });
});

test('nesting too deep for the parser is returned as refused, not thrown', () => {
  expect(() => parseMarkdown('> '.repeat(3000))).not.toThrow();
  expect(() => parseMarkdown(`${'['.repeat(3000)}x${']'.repeat(3000)}`)).not.toThrow();
});

test.each([
  ['emphasis that never closes', '*a_ '.repeat(16_000)],
  ['8 KB of emphasis', '*a_ '.repeat(2048)],
  ['emphasis in many paragraphs', `${'*a_ '.repeat(400)}\n\n`.repeat(300)],
  ['brackets', '[a]('.repeat(20_000)],
  ['links to what is not defined', `[ا]: /u\n\n${'[ب]'.repeat(20_000)}`],
  ['underlined headings', 'ا\n=\n'.repeat(20_000)],
  ['lists in quotations in lists', '- > - > ا\n'.repeat(20_000)],
  [
    'a staircase of lists',
    Array.from({ length: 600 }, (_, i) => `${'  '.repeat(i)}- ا\n`).join(''),
  ],
])('the parser stops at the work limit, independent of time: %s', (_, text) => {
  expect(parseMarkdown(text)).toEqual({ root: undefined, refused: 'work' });
});

test('parts of a text share one work limit', () => {
  const part = `${'*a_ '.repeat(50)}\n`;
  const parse = openParser(part.repeat(3));
  const parts = Array.from({ length: 100 }, () => parse(part));
  expect(parts[0]?.root).toBeDefined();
  expect(parts.at(-1)).toEqual({ root: undefined, refused: 'work' });
  expect(parseMarkdown(part).root).toBeDefined();
});

test('too many consecutive markers are refused before parsing', () => {
  expect(parseMarkdown(`${'- '.repeat(20_000)}x`)).toEqual({ root: undefined, refused: 'depth' });
});

test('a long article with ordinary emphasis stays within the work limit', () => {
  expect(parseMarkdown('قال **الوزير** إن _الخطة_ جاهزة.\n\n'.repeat(800)).root).toBeDefined();
});
