import { expect, test } from 'vitest';
import { createSlugger } from '../../../src/arabic/slug.ts';
import { joinedLines, manyLines } from '../../../src/article/joined-lines.ts';
import { limitHeadings } from '../../../src/article/limit-headings.ts';
import type { Block } from '../../../src/model/block.ts';
import { minHeadings } from '../../../src/model/limits.ts';
import { readYamlMap } from '../../../src/sources/yaml/read-yaml.ts';
import { seedYamlLimits } from '../../../src/sources/yaml/yaml-limits.ts';

test.each([
  ['prose', 'قال الوزير إن الخطة جاهزة.\n\n'.repeat(5000)],
  ['half lines of verse', 'قفا نبك من ذكرى حبيب ومنزل\n'.repeat(3000)],
  ['a short list of numbers', '12\n'.repeat(1500)],
  ['blank lines', `خبر${' \n'.repeat(20_000)}نص`],
])('the lines of a text stay paragraphs: %s', (_, text) => {
  expect(manyLines(text)).toBeUndefined();
});

test.each([
  ['numbers', '12\n'.repeat(10_000), 10_000],
  ['letters with carriage returns', 'ا\r'.repeat(5000), 5000],
  ['list items', '* ا\n\n'.repeat(4000), 4000],
])('lines that are too many are joined, none lost: %s', (_, text, lines) => {
  const many = manyLines(text);
  expect(many).toMatchObject({ lines });
  if (many === undefined) return;
  const blocks = joinedLines(text, many);
  expect(blocks.length).toBeLessThanOrEqual(many.limit);
  const printed = blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));
  expect(printed.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
});

test('headings over the limit become paragraphs, in place', () => {
  const blocks = Array.from(
    { length: minHeadings + 50 },
    (_, i): Block => ({ kind: 'heading', level: 2, text: `عنوان ${i}` }),
  );
  const rules: string[] = [];
  const limited = limitHeadings(blocks, 1000, 'a.md', ({ rule }) => void rules.push(rule));
  expect(rules).toEqual(['headings-too-many']);
  expect(limited.map((block) => ('text' in block ? block.text : ''))).toEqual(
    blocks.map((block) => ('text' in block ? block.text : '')),
  );
  expect(limited.filter(({ kind }) => kind === 'heading')).toHaveLength(minHeadings);
  expect(limitHeadings(blocks, 100_000, 'a.md', () => {})).toBe(blocks);
});

test.each([
  ['an entry with colons', 'k: قيمة: أخرى\n'],
  ['entries with a sign', Array.from({ length: 40 }, (_, i) => `k${i}: @قيمة\n`).join('')],
])('metadata with few faults are repaired: %s', (_, yaml) => {
  const { diagnostics } = readYamlMap(yaml, 'a.md', 1, seedYamlLimits);
  expect(diagnostics).toEqual([]);
});

test.each([
  ['entries with colons', (i: number) => `k${i}: a: b\n`],
  ['entries with a sign', (i: number) => `k${i}: @a\n`],
  ['tabs', (i: number) => `k${i}:\n\tb\n`],
])('of metadata with too many faults the rest is left, with its line: %s', (_, entry) => {
  const yaml = Array.from({ length: 1000 }, (_, i) => entry(i)).join('');
  const { map, diagnostics } = readYamlMap(yaml, 'a.md', 1, seedYamlLimits);
  const last = diagnostics.at(-1);
  expect(last?.rule).toBe('yaml-too-tangled');
  expect(last?.line).toBeGreaterThan(50);
  expect(map.size).toBeLessThan(400);
  // Settings are trusted.
  const rules = readYamlMap(yaml, 'warraq.yaml', 1).diagnostics.map(({ rule }) => rule);
  expect(rules).not.toContain('yaml-too-tangled');
});

test('fragments of headings that differ only in what is cut off stay distinct, as many as they are', () => {
  const slug = createSlugger(() => false, 'قسم');
  const long = 'عنوان طويل '.repeat(12);
  const ids = Array.from({ length: 3000 }, (_, i) => slug(`${long.slice(0, 58)}${i % 40}`));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(120);
});
