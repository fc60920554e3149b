import { expect, test } from 'vitest';
import { headline } from '../../../src/article/headline.ts';
import { isLegible, withoutSurplusMarks } from '../../../src/article/legible-title.ts';
import type { Block } from '../../../src/model/block.ts';

test.each([
  ['blank Braille', '\u2800\u2800'],
  ['marks alone', '\u064e\u0651\u0670'],
  ['Hangul fillers', '\u3164\uffa0\u115f'],
  ['invisible characters', '\u200b\u200d\u2060\ufeff\u00ad\u034f'],
  ['spaces of every kind', ' \u00a0\u2003\u3000\u2028'],
  ['tags and selectors', '\u{e0041}\ufe0f\u{e0100}'],
  ['nothing', ''],
])('a title that shows nothing is told apart: %s', (_, title) => {
  expect(isLegible(title)).toBe(false);
});

test.each(['خبر', '؟', '١', '©', 'ـ', '\u2800خ\u2800', 'a\u0301', '😀'])(
  'a title that shows something stays: %s',
  (title) => {
    expect(isLegible(title)).toBe(true);
    expect(withoutSurplusMarks(title)).toBe(title);
  },
);

test('more than eight marks on a letter are not shown, and words stay', () => {
  const pile = '\u0651\u064e'.repeat(40);
  expect(withoutSurplusMarks(`خ${pile}بر ع${pile}اجل`)).toBe(
    `خ${'\u0651\u064e'.repeat(4)}بر ع${'\u0651\u064e'.repeat(4)}اجل`,
  );
  expect(withoutSurplusMarks(`خ${'\u0651\u200d'.repeat(30)}`)).toBe(`خ${'\u0651\u200d'.repeat(8)}`);
  const vocalised = 'وَٱلْكِتَٰبِ ٱلْمُبِينِ';
  expect(withoutSurplusMarks(vocalised)).toBe(vocalised);
});

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const source = {
  ...{ headerLines: [], isBelowHeader: false, id: 'a1', ownTitle: undefined },
  ...{ text: 'هطل المطر. ثم توقف.', blocks: [paragraph('هطل المطر. ثم توقف.')] },
};

test('the page takes a title from the text, or the id, in place of one that shows nothing', () => {
  expect(headline({ ...source, metadata: { title: '\u2800' } })).toMatchObject({
    ...{ title: 'هطل المطر', titleDerived: true, titleFault: 'title-invisible' },
  });
  const blank = { ...source, text: '\u2800', blocks: [paragraph('\u2800')] };
  expect(headline({ ...blank, metadata: { title: '\u3164' } }).title).toBe('a1');
  expect(headline({ ...source, metadata: { title: 'عنوان' } }).titleFault).toBeUndefined();
  expect(headline({ ...source, metadata: {} }).titleFault).toBeUndefined();
});

test('a line that is the title stays hidden in the text, whatever marks it carries', () => {
  const title = `خ${'\u0651'.repeat(20)}بر`;
  const blocks = [paragraph(title), paragraph('نص.')];
  const head = headline({ ...source, blocks, ownTitle: title, metadata: {} });
  expect(head).toMatchObject({ title: `خ${'\u0651'.repeat(8)}بر`, titleFault: 'title-marks' });
  expect(head.blocks[0]).toMatchObject({ hidden: true });
});
