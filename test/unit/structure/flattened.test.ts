import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { fixture, repository } from '../../support/paths.ts';

const folder = fixture('structure/flattened');

/** Headings that are not found: questions are often part of the running text. */
const knownMisses: Readonly<Record<string, readonly string[]>> = {
  science: ['هل توجد حياة؟'],
};

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt') && !name.endsWith('.headings.txt'))
  .map((name) => name.slice(0, -'.txt'.length));

describe('flattened articles written before the model', () => {
  test.each(names)('%s: finds its headings and no others', (name) => {
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
    const gold = readFileSync(join(folder, `${name}.headings.txt`), 'utf8').split('\n');
    const misses = knownMisses[name] ?? [];
    const wanted = gold.filter((heading) => heading !== '' && !misses.includes(heading));
    expect(recoverHeadings(text).headings.map((heading) => heading.text)).toEqual(wanted);
  });

  test('each has several paragraphs of reasonable length', () => {
    for (const name of names) {
      const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
      const { paragraphs } = recoverHeadings(text);
      expect(paragraphs.length, name).toBeGreaterThan(2);
      expect(paragraphs.length, name).toBeLessThan(text.split(/\s+/).length / 10);
    }
  });
});

const seed = join(repository, 'seeds/000_8c196781ef486721.txt');

test('the seed has two recovered headings and a marked one', () => {
  const { headings } = recoverHeadings(readFileSync(seed, 'utf8'));
  expect(headings.map(({ text, origin }) => [text, origin])).toEqual([
    ['قواعد بسوريا', 'recovered'],
    ['اجتماع بالقاهرة', 'recovered'],
    ['محادثات جنيف', 'marked'],
  ]);
});

test('headings of one article raise each other’s confidence', () => {
  const text = readFileSync(join(folder, 'economy.txt'), 'utf8');
  const alone = text.slice(0, text.indexOf('قروض أرخص')).trim();
  const confidence = (source: string): number => {
    const { headings, suggestions } = recoverHeadings(source);
    const found = [...headings, ...suggestions].find(({ text: words }) => words === 'أسعار الغذاء');
    return found?.confidence ?? 0;
  };
  expect(confidence(text)).toBeGreaterThan(confidence(alone));
});

test('`eager` finds every heading that `cautious` finds', () => {
  const text = readFileSync(join(folder, 'science.txt'), 'utf8');
  const eager = recoverHeadings(text, { headings: 'eager' }).headings.map(({ start }) => start);
  const cautious = recoverHeadings(text, { headings: 'cautious' }).headings.map(
    ({ start }) => start,
  );
  expect(eager).toEqual(expect.arrayContaining(cautious));
  expect(eager.length).toBeGreaterThanOrEqual(cautious.length);
});

test('a heading under the threshold becomes a suggestion', () => {
  const text = readFileSync(join(folder, 'science.txt'), 'utf8');
  const { suggestions } = recoverHeadings(text);
  expect(suggestions.map((each) => each.text)).toContain('هل توجد حياة؟');
});

test('«off» recovers no heading and suggests none', () => {
  const text = readFileSync(join(folder, 'economy.txt'), 'utf8');
  const { headings, suggestions } = recoverHeadings(text, { headings: 'off' });
  expect(headings).toEqual([]);
  expect(suggestions).toEqual([]);
});
