import { describe, expect, test } from 'vitest';
import type { Adaptation } from '../../../../src/model/learned-headings.ts';
import {
  adapt,
  adaptHeadings,
  boundedLogOdds,
  featureCount,
  learnedRows,
} from '../../../../src/structure/learn/adapt.ts';
import {
  fitAdaptation,
  identity,
  type LabelledArticle,
} from '../../../../src/structure/learn/fit.ts';

const zeros = new Float64Array(featureCount);

/** An article with one possible heading of these log-odds. */
const article = (logOdds: number, label: number): LabelledArticle => ({
  logOdds: Float64Array.of(logOdds),
  rows: zeros,
  labels: Uint8Array.of(label),
});

const at = (logOdds: number, adaptation: Adaptation): number =>
  adapt(logOdds, zeros, 0, adaptation);

describe('the features', () => {
  const text =
    'انتهى الاجتماع أمس. أسعار الغذاء وارتفعت أسعار الخبز. ماذا بعد؟ وقال الوزير إن ذلك يكفي.';
  const spanOf = (words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, confidence: 0.5 };
  };

  test('know the length, the question and the conjunction after a heading', () => {
    const rows = learnedRows(text, { start: 0, end: text.length }, [
      spanOf('أسعار الغذاء'),
      spanOf('ماذا بعد؟'),
      spanOf('الاجتماع'),
    ]);
    const row = (i: number) => [...rows.slice(i * featureCount, (i + 1) * featureCount)];
    expect(row(0).map((value) => value > 0)[9]).toBe(true);
    expect([row(0)[5], row(1)[5]]).toEqual([0, 1]);
    expect([row(1)[0], row(2)[0]]).toEqual([0, 1]);
    expect([row(1)[4], row(2)[4]]).toEqual([0, 1]);
  });

  test('the identity keeps every confidence within the bounds of log-odds', () => {
    const headings = [spanOf('أسعار الغذاء'), { ...spanOf('ماذا بعد؟'), confidence: 0.9 }];
    const adapted = adaptHeadings(text, { start: 0, end: text.length }, headings, identity);
    expect(adapted.map(({ confidence }) => confidence.toFixed(9))).toEqual([
      '0.500000000',
      '0.900000000',
    ]);
  });
});

describe('the fit', () => {
  test('without articles is the prior', () => {
    expect(fitAdaptation([])).toEqual(identity);
    const prior = { ...identity, offset: 0.7 };
    expect(fitAdaptation([], prior)).toEqual(prior);
  });

  test('a handful of decisions hardly moves it', () => {
    const few = Array.from({ length: 4 }, () => article(-1, 1));
    const moved = at(-1, fitAdaptation(few)) + 1;
    expect(moved).toBeGreaterThan(0.2);
    expect(moved).toBeLessThan(1);
  });

  test('many articles move it to what they show', () => {
    // Of headings with log-odds −1 three in four are headings: 0.75 has log-odds 1.1.
    const many = Array.from({ length: 400 }, (_, i) => article(-1, i % 4 === 0 ? 0 : 1));
    expect(at(-1, fitAdaptation(many))).toBeCloseTo(1.1, 0);
  });

  test.each([0, 1])('all of one label (%i) stay within bounds', (label) => {
    const all = Array.from({ length: 5000 }, (_, i) => article((i % 9) - 4, label));
    const { slope, offset, weights } = fitAdaptation(all);
    expect(slope).toBeGreaterThanOrEqual(0.4);
    expect(slope).toBeLessThanOrEqual(1.6);
    expect(Math.abs(offset)).toBeLessThanOrEqual(3);
    expect(Math.max(...weights.map(Math.abs))).toBeLessThanOrEqual(2);
  });

  test('log-odds are finite for every confidence', () => {
    expect([0, 1].map(boundedLogOdds).every(Number.isFinite)).toBe(true);
  });
});
