import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { calibration, calibrationError } from '../../../bench/structure/calibration.ts';
import { findSet, type GoldArticle, readGold } from '../../../bench/structure/gold.ts';
import { measure, type Verdict } from '../../../bench/structure/measure.ts';
import { lengthTable } from '../../../bench/structure/tables.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const text = 'وصلت السفينة إلى الميناء فجر اليوم. شحنة القمح # وأفرغت حمولتها قبل الظهر كله.';
const start = text.indexOf('شحنة');
const article: GoldArticle = {
  ...{ id: 'a', source: 's', text, complete: true, paragraphs: null },
  headings: [{ start, end: start + 'شحنة القمح'.length, text: 'شحنة القمح' }],
};
const plain: GoldArticle = { ...article, id: 'b', headings: [], complete: false };

test('a set is found from the folder around the folders of sets, and from one of them', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'structure2/measure'), { recursive: true });
  const lines = [article, plain, article].map((one) => JSON.stringify(one)).join('\n');
  writeFileSync(join(folder, 'structure2/measure/a.jsonl.gz'), gzipSync(lines));
  expect(findSet(folder, 'measure/a')).toBe(findSet(join(folder, 'structure2'), 'measure/a'));
  expect(findSet(folder, 'a')).toBeUndefined();
  expect(readGold(folder, 'measure/a').map(({ id }) => id)).toEqual(['a', 'b', 'a']);
  expect(readGold(folder, 'measure/a', 2).map(({ id }) => id)).toEqual(['a', 'a']);
  expect(readGold(folder, 'measure/a:complete').map(({ id }) => id)).toEqual(['a', 'a']);
  expect(() => readGold(folder, 'measure/b')).toThrow('measure/b');
});

test('a heading counts by its exact span and its length, a doubtful one not at all', () => {
  const doubtful = {
    ...article,
    headings: article.headings.map((one) => ({ ...one, doubt: true })),
  };
  const { headings } = measure('x', [article, plain, doubtful], undefined);
  expect(headings.cautious).toMatchObject({ found: 2, gold: 1, right: 1, free: 1, spoilt: 1 });
  expect(headings.cautious.byLength[1]).toEqual({ gold: 1, right: 1 });
  expect(lengthTable([measure('x', [article], undefined)])).toContain('100.0 (1/1)');
});

test('the calibration error is the mean distance of confidence and correctness', () => {
  const verdict = (confidence: number, isRight: boolean, origin = 'recovered'): Verdict =>
    ({ article, isRight, heading: { start, end: start, text: '', origin, confidence } }) as Verdict;
  const tenths = calibration([
    ...[verdict(0.9, true), verdict(0.9, true), verdict(0.5, true), verdict(0.5, false)],
    verdict(1, false, 'marked'),
  ]);
  expect(tenths.map(({ count, correct }) => [count, correct])).toEqual([
    [2, 50],
    [2, 100],
  ]);
  expect(calibrationError(tenths)).toBeCloseTo(0.05);
});
