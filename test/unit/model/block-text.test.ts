import { expect, test } from 'vitest';
import type { Block } from '../../../src/model/block.ts';
import { blockText, mapText, passages } from '../../../src/model/block-text.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A block, its text, and its passages. */
const cases: readonly (readonly [Block, string, readonly string[]])[] = [
  [paragraph('نص'), 'نص', ['نص']],
  [{ kind: 'heading', level: 3, text: 'باب' }, 'باب', ['باب']],
  [{ kind: 'code', text: 'a\n' }, 'a\n', ['a\n']],
  [{ kind: 'separator' }, '', []],
  [{ kind: 'page-break', page: '٢' }, '', []],
  [
    { kind: 'list', ordered: false, items: [[paragraph('أ'), paragraph('ب')], [paragraph('ت')]] },
    'أ\nب\nت',
    ['أ', 'ب', 'ت'],
  ],
  [
    { kind: 'quotation', blocks: [paragraph('أ'), { kind: 'note', blocks: [paragraph('ب')] }] },
    'أ\nب',
    ['أ', 'ب'],
  ],
  [
    { kind: 'verse', lines: [[{ text: 'أ' }, { text: 'ب' }], [{ text: 'ت' }]] },
    'أ\nب\nت',
    ['أ ب\nت'],
  ],
  [
    {
      kind: 'table',
      headRows: 0,
      caption: { text: 'جدول' },
      rows: [[{ text: 'أ' }, { text: 'ب' }]],
    },
    'جدول\nأ\nب',
    ['جدول', 'أ ب'],
  ],
  [
    {
      kind: 'figure',
      asset: { sha256: '00', outputPath: 'a.png', description: 'وصف' },
      caption: { text: 'تعليق' },
    },
    'تعليق',
    ['تعليق'],
  ],
];

test.each(cases)('text and passages of %j', (block, text, expected) => {
  expect(blockText(block)).toBe(text);
  expect([...passages(block)].map((passage) => passage.text)).toEqual(expected);
});

test('a passage has the id of its paragraph; a hidden paragraph has text and no passage', () => {
  expect([...passages({ kind: 'paragraph', id: 'p3', text: 'نص' })]).toEqual([
    { text: 'نص', paragraph: 'p3' },
  ]);
  const hidden: Block = { kind: 'paragraph', hidden: true, text: 'عنوان' };
  expect(blockText(hidden)).toBe('عنوان');
  expect([...passages(hidden)]).toEqual([]);
});

test('every text of a block can be replaced', () => {
  for (const [block, text] of cases) {
    const changed = mapText(block, (words) => words.toUpperCase().replaceAll('أ', 'إ'));
    expect(blockText(changed)).toBe(text.toUpperCase().replaceAll('أ', 'إ'));
  }
});
