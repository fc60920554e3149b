import { expect, test } from 'vitest';
import { withSeparators } from '../../../src/article/ornaments.ts';
import type { Block, InlineHtml, Paragraph } from '../../../src/model/block.ts';
import { plainForm } from '../../../src/outputs/plain-text.ts';
import { compile } from '../../support/samples.ts';

const paragraph = (text: string, given: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  text,
  ...given,
});

const only = (block: Block): Block | undefined => withSeparators([block])[0];

test.each(['*', '* * *', '***', '---', '—', '• • •', '•••', '=====', '٭ ٭ ٭', '◆', '_'])(
  '«%s» alone is a separator',
  (signs) => {
    expect(only(paragraph(signs))).toEqual({ kind: 'separator', signs });
  },
);

test.each(['ooo', 'o o o', 'OOO'])('the circles «%s» of a typewriter are a separator', (signs) => {
  expect(only(paragraph(signs))).toEqual({ kind: 'separator', signs });
});

test.each(['...', 'ـــ', '…', '(...)', '؟!', '!!!', '«»', '😀', '$'])(
  'the signs «%s» are kept in the separator and in the plain text',
  (signs) => {
    const block = only(paragraph(signs));
    expect(block).toEqual({ kind: 'separator', signs });
    expect(block && plainForm.block(block)).toBe(signs);
  },
);

test.each(['و', '*نص*', '* 1 *', '٣', 'oo', 'Oh', '���', '', ' ', '\ue000', '*'.repeat(300)])(
  '«%s» stays a paragraph',
  (text) => {
    expect(only(paragraph(text))).toEqual(paragraph(text));
  },
);

test('hidden lines, items of lists and links stay; quotations are looked into', () => {
  const link = paragraph('*', { markup: '<a href="x">*</a>' as InlineHtml });
  for (const block of [paragraph('*', { hidden: true }), paragraph('*', { bare: true }), link]) {
    expect(only(block)).toBe(block);
  }
  expect(only({ kind: 'quotation', blocks: [paragraph('*'), paragraph('نص')] })).toEqual({
    kind: 'quotation',
    blocks: [{ kind: 'separator', signs: '*' }, paragraph('نص')],
  });
});

test.each(['khabar.txt', 'khabar.md'])('separators have no number in %s', (path) => {
  const text = 'خرجت المراكب قبل الفجر.\n\n•\n\nوعادت عند الظهر محملة.\n\n...\n\nوانتظر التجار.';
  const { lead } = compile(text, { title: 'المراكب' }, path).value;
  expect(lead.map((block) => ('id' in block ? block.id : block.kind))).toEqual([
    ...['p1', 'separator', 'p2', 'separator', 'p3'],
  ]);
});

test.each(['*', '-', '+', '*\n\n*'])(
  '«%s» alone in Markdown is a separator, no empty list',
  (signs) => {
    const text = `خرجت المراكب قبل الفجر.\n\n${signs}\n\nوعادت عند الظهر محملة.`;
    const { lead } = compile(text, { title: 'المراكب' }, 'khabar.md').value;
    expect(lead.map(({ kind }) => kind)).toEqual(['paragraph', 'separator', 'paragraph']);
  },
);

test('a star alone in a quotation is a separator', () => {
  const { lead } = compile('> قمح\n>\n> *\n>\n> سكر', { title: 'المخزن' }, 'khabar.md').value;
  const [quotation] = lead;
  const blocks = quotation?.kind === 'quotation' ? quotation.blocks : [];
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'separator', 'paragraph']);
});

test('a list with an empty item stays a list', () => {
  const { lead } = compile('* قمح\n*\n* سكر', { title: 'المخزن' }, 'khabar.md').value;
  expect(lead.map(({ kind }) => kind)).toEqual(['list']);
});
