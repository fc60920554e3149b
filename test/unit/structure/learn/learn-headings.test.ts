import { describe, expect, test } from 'vitest';
import { adapt, featureCount } from '../../../../src/structure/learn/adapt.ts';
import { adaptationFor, learnHeadings } from '../../../../src/structure/learn/learn-headings.ts';
import {
  articleSample,
  type KnownArticle,
} from '../../../../src/structure/learn/sample-articles.ts';
import { sigmoid } from '../../../../src/structure/odds.ts';
import { thresholds } from '../../../../src/structure/recover.ts';

const model = 'a'.repeat(64);

/** Numbers from 0 to 1 that look random and are the same everywhere. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Articles of two possible headings each, of which `isHeading` decides the label. */
function articles(
  count: number,
  seed: number,
  isHeading: (logOdds: number, next: () => number) => boolean,
): KnownArticle[] {
  const next = numbers(seed);
  return Array.from({ length: count }, () => {
    const logOdds = Float64Array.from([0, 0], () => next() * 8 - 4);
    const labels = Uint8Array.from(logOdds, (value) => (isHeading(value, next) ? 1 : 0));
    const rows = new Float64Array(2 * featureCount);
    return { hash: Math.floor(next() * 2 ** 32), labelled: { logOdds, rows, labels } };
  });
}

/** An archive that the model underrates by two in log-odds. */
const underrated = (count: number, seed = 1): KnownArticle[] =>
  articles(count, seed, (value, next) => next() < sigmoid((value + 2) * 2));

/** Log-odds of a possible heading without any feature, adapted. */
const adapted = (
  value: number,
  learned: ReturnType<typeof learnHeadings>,
  source?: string,
): number => {
  const adaptation = adaptationFor(learned, source);
  return adaptation === undefined
    ? value
    : adapt(value, new Float64Array(featureCount), 0, adaptation);
};

describe('learning', () => {
  test('raises what an archive shows to be underrated, and says from how much', () => {
    const learned = learnHeadings(new Map([['الديار', underrated(300)]]), model);
    expect(adapted(-1, learned)).toBeGreaterThan(0.5);
    expect(learned.archive?.articles).toBe(300);
    expect(learned.archive?.lossAfter).toBeLessThan(learned.archive?.lossBefore ?? 0);
    expect((learned.archive?.headings ?? 0) + (learned.archive?.others ?? 0)).toBe(600);
  });

  test('a source with habits of its own has its own adaptation, others that of the archive', () => {
    const silent = articles(300, 3, () => false);
    const learned = learnHeadings(
      new Map([
        ['الديار', underrated(300)],
        ['الأفق', silent],
        ['النهضة', underrated(4, 9)],
      ]),
      model,
    );
    expect(Object.keys(learned.sources)).toContain('الأفق');
    expect(learned.sources.النهضة).toBeUndefined();
    expect(adapted(1, learned, 'الأفق')).toBeLessThan(0);
    expect(adapted(0, learned, ' الديار ')).toBeGreaterThan(adapted(0, learned, 'الأفق'));
    expect(adaptationFor(learned, 'النهضة')).toBe(learned.archive);
  });

  test('a few articles teach nothing', () => {
    const learned = learnHeadings(new Map([['', underrated(7)]]), model);
    expect(learned).toEqual({ model, archive: undefined, sources: {} });
  });

  test('decisions that contradict each other show no heading more', () => {
    for (const seed of [1, 2, 3]) {
      const contradicting = articles(150, seed, (_, next) => next() < 0.5);
      const learned = learnHeadings(new Map([['', contradicting]]), model);
      const values = contradicting.flatMap(({ labelled }) => [...(labelled?.logOdds ?? [])]);
      for (const threshold of Object.values(thresholds)) {
        const shown = (value: number): boolean => sigmoid(value) >= threshold;
        const more = values.filter((value) => shown(adapted(value, learned))).length;
        expect(more, `${seed} ${threshold}`).toBeLessThanOrEqual(
          values.filter(shown).length * 1.05,
        );
      }
    }
  });

  test('decisions of one kind only stay modest', () => {
    const accepted = learnHeadings(new Map([['', articles(30, 5, () => true)]]), model);
    expect(adapted(-3, accepted)).toBeLessThan(0);
    const refused = learnHeadings(new Map([['', articles(30, 5, () => false)]]), model);
    expect(adapted(1, refused)).toBeLessThan(1);
  });

  test('an archive in which recovery finds nothing teaches nothing', () => {
    const empty = Array.from({ length: 500 }, (_, hash) => ({ hash, labelled: undefined }));
    expect(learnHeadings(new Map([['', empty]]), model).archive).toBeUndefined();
  });
});

describe('the sample', () => {
  const article = (hash: number): KnownArticle => ({ hash, labelled: undefined });

  test('keeps the articles of least hash, in whatever order they come, and copies once', () => {
    const hashes = Array.from({ length: 3000 }, (_, i) => Math.imul(i, 2_654_435_761) >>> 0);
    const [forth, back] = [articleSample(), articleSample()];
    for (const hash of hashes) forth.add('أ', article(hash));
    for (const hash of hashes.toReversed()) if (back.wants('أ', hash)) back.add('أ', article(hash));
    back.add('أ', article(hashes[0] ?? 0));
    expect(forth.articles().get('أ')).toHaveLength(1500);
    expect(back.articles()).toEqual(forth.articles());
  });

  test('is bounded for any number of sources', () => {
    const sample = articleSample();
    for (let i = 0; i < 60_000; i += 1) sample.add(`مصدر ${i % 3000}`, article(i));
    const lists = [...sample.articles().values()];
    expect(lists.length).toBeLessThanOrEqual(2001);
    expect(lists.reduce((sum, list) => sum + list.length, 0)).toBeLessThanOrEqual(42_000);
  });
});
