import { expect, test } from 'vitest';
import { headline } from '../../../src/article/headline.ts';
import { isLegible, withCarriedMarks } from '../../../src/article/legible-title.ts';
import type { Block } from '../../../src/model/block.ts';

test.each([
  ['blank Braille', '\u2800\u2800'],
  ['Hangul fillers', '\u3164\uffa0\u115f'],
  ['invisible characters', '\u200b\u200d\u2060\ufeff\u00ad\u034f'],
  ['spaces of every kind', ' \u00a0\u2003\u3000\u2028'],
  ['tags and selectors', '\u{e0041}\ufe0f\u{e0100}'],
  ['nothing', ''],
  ['lost letters', '???? ?? ???????'],
])('a title that shows nothing is told apart: %s', (_, title) => {
  expect(isLegible(title)).toBe(false);
});

test.each(['خبر', '؟', '???', 'لماذا ????', '١', '©', 'ـ', '\u2800خ\u2800', 'a\u0301', '😀'])(
  'a title that shows something stays: %s',
  (title) => {
    expect(isLegible(title)).toBe(true);
    expect(withCarriedMarks(title)).toBe(title);
  },
);

test('dotted circles carry the marks beyond eight on a letter, and those without a letter', () => {
  const pile = '\u0651\u064e'.repeat(10);
  const eight = '\u0651\u064e'.repeat(4);
  const carried = `${eight}◌${eight}◌${'\u0651\u064e'.repeat(2)}`;
  expect(withCarriedMarks(`خ${pile}بر ع${pile}اجل`)).toBe(`خ${carried}بر ع${carried}اجل`);
  expect(withCarriedMarks(`خ${'\u0651\u200d'.repeat(9)}`)).toBe(
    `خ${'\u0651\u200d'.repeat(8)}◌\u0651\u200d`,
  );
  expect(withCarriedMarks('\u064e\u0651')).toBe('◌\u064e\u0651');
  expect(withCarriedMarks(' \u0651 خبر')).toBe(' ◌\u0651 خبر');
  const vocalised = 'وَٱلْكِتَٰبِ ٱلْمُبِينِ';
  expect(withCarriedMarks(vocalised)).toBe(vocalised);
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
  const lost = { ...source, blocks: [paragraph('???? ?????'), ...source.blocks] };
  expect(headline({ ...lost, metadata: {} }).title).toBe('هطل المطر');
});

test('a line that is the title stays hidden in the text, whatever marks it carries', () => {
  const title = `خ${'\u0651'.repeat(10)}بر`;
  const blocks = [paragraph(title), paragraph('نص.')];
  const head = headline({ ...source, blocks, ownTitle: title, metadata: {} });
  expect(head).toMatchObject({
    title: `خ${'\u0651'.repeat(8)}◌${'\u0651'.repeat(2)}بر`,
    titleFault: 'title-marks',
  });
  expect(head.blocks[0]).toMatchObject({ hidden: true });
});
