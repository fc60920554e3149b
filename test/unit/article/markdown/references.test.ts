import type { Root } from 'hast';
import { expect, test } from 'vitest';
import { markdownBlocks } from '../../../../src/article/markdown/markdown-blocks.ts';
import { referenceCollector } from '../../../../src/article/markdown/references.ts';
import type { SourceDocument } from '../../../../src/model/article.ts';
import { blockText } from '../../../../src/model/block-text.ts';
import { maxReferences } from '../../../../src/model/limits.ts';

const document = (text: string, textLine = 1): SourceDocument => ({
  provenance: { path: 'a.md', encoding: 'utf-8', sha256: '0', bytes: Buffer.byteLength(text) },
  ...{ format: 'markdown', text, textLine, metadata: {} },
});

/** Returns the markup of blocks, without their texts. */
function markupsOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  return Object.entries(data)
    .map(([key, value]) => (key === 'markup' ? String(value) : markupsOf(value)))
    .join('\n');
}

const read = (text: string, textLine?: number) => {
  const rules: string[] = [];
  const found = markdownBlocks(document(text, textLine), ({ rule }) => void rules.push(rule));
  const { references = [], spans = [] } = found?.links ?? {};
  return {
    references: references.map(({ kind, href, line }) => `${kind} ${href} ${line}`),
    spans: spans.map(({ start, end, label }) => [text.slice(start, end), label]),
    words: found?.blocks.map(blockText).join('\n'),
    markup: markupsOf(found?.blocks),
    rules,
  };
};

test('each address of a text is one reference, with the line of its first place', () => {
  const { references, spans } = read(
    'سطر أول\n[أ](a.md) و[ب](b.md#x)\n\n> [[ج]]\n> [أ](a.md) و<https://x.example/>\n',
    5,
  );
  expect(references).toEqual([
    'path a.md 6',
    'path b.md#x 6',
    'name ج 8',
    'url https://x.example/ 9',
  ]);
  expect(spans.map(([source]) => source)).toEqual([
    ...['[أ](a.md)', '[ب](b.md#x)', '[[ج]]', '[أ](a.md)', '<https://x.example/>'],
  ]);
});

test('lines and places are the same in a text of paragraphs and in one with lists', () => {
  const paragraphs = 'سطر\n\n[أ](a.md) و*ب* [[ج|د]]\nو[[هـ]]\n';
  const listed = `${paragraphs}\n- بند\n`;
  expect(read(listed).references).toEqual(read(paragraphs).references);
  expect(read(listed).spans).toEqual(read(paragraphs).spans);
});

test('escaped names, code, pictures and numbers of notes are no links', () => {
  for (const text of ['\\[[أ]]', '[\\[أ]]', '`[[أ]]`', '![[أ.png]]', '[[1]]', '[[]]', '[[ | ]]']) {
    expect(read(text).references, text).toEqual([]);
  }
  const { references, words } = read('\\[[أ]] و[[أ]] و`[[أ]]` و&amp; [[ب]]');
  expect(references).toEqual(['name أ 1', 'name ب 1']);
  expect(words).toBe('[[أ]] وأ و[[أ]] و& ب');
});

test('a name shows its text, its heading or itself', () => {
  expect(read('[[أ]] [[م/ب.md]] [[ج#د]] [[ج#د|هـ]] [[#و]] [[ز|]] [[ح\\|ط]]').words).toBe(
    'أ م/ب ج > د هـ و ز ط',
  );
});

test('no text can write the address of a reference itself', () => {
  for (const text of [
    '[x](ref:0)',
    '[x](&#114;ef:0)',
    '<ref:0>',
    '[x][y]\n\n[y]: ref:0',
    '<a href="ref:0">x</a>',
    '[x](<ref:0>)',
    '[x](https://h.example "<a href=\\"ref:0\\">")',
    '`<a href="ref:0">`',
    '[[ref:0|<a href="ref:0">]]',
  ]) {
    const { markup = '', references } = read(text);
    expect((markup.match(/<a href="ref:\d/g) ?? []).length, text).toBe(references.length);
  }
});

/** Collects the links of one text node, without the parser. */
function collect(source: string, value = source) {
  const collector = referenceCollector();
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  const position = { start: point(0), end: point(source.length) };
  const tree: Root = { type: 'root', children: [{ type: 'text', value, position }] };
  collector.collect(tree, source, { line: 1, offset: 0 });
  return collector;
}

test('a text has a bounded number of links; the others are text', () => {
  const names = Array.from({ length: maxReferences + 10 }, (_, i) => `[[أ${i}]]`).join(' ');
  const collector = collect(names);
  expect(collector.found().references).toHaveLength(maxReferences);
  expect(collector.isFull()).toBe(true);
});

test('the work for hostile names is linear', () => {
  const time = (unit: string, n: number): number => {
    const source = `${unit.repeat(n)}]]`;
    const value = source.replaceAll('&amp;', '&').replaceAll('\\', '');
    const before = performance.now();
    collect(source, value);
    return performance.now() - before;
  };
  for (const unit of ['[[', '[[a', '[[a|', '\\[[a]] ', '[[a]] ', '[[a#', '[[&amp;]] ', '![[a]]']) {
    const [small, large] = [time(unit, 5000), time(unit, 40_000)];
    // Eight times the text: quadratic work would take sixty-four times as long.
    expect(large / Math.max(small, 5), unit).toBeLessThan(40);
  }
});
