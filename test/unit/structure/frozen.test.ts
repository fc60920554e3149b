import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Span, Structure } from '../../../src/model/structure.ts';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { fixture } from '../../support/paths.ts';

/**
 * Floors for a frozen set of texts, written for this test and never used for training. A change of the
 * model may change single headings, but not fall below these figures. Raise them when the model improves.
 */
const floors = {
  /** Share of the headings found at `cautious` that match exactly. */
  precision: 0.97,
  /** Share of the true headings that are found. */
  recall: 0.28,
  /** Number of texts without headings for which one is found. */
  falsePositives: 0,
} as const;

const folder = fixture('structure');
const read = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

/** Other tests check the texts of `flattened` exactly; here they count towards the figures. */
const flattened = ['flattened', 'frozen'].flatMap((kind) =>
  readdirSync(join(folder, kind))
    .filter((file) => file.endsWith('.headings.txt'))
    .map((file) => {
      const name = file.slice(0, -'.headings.txt'.length);
      const text = read(kind, `${name}.txt`);
      const gold = read(kind, file)
        .split('\n')
        .filter((heading) => heading !== '');
      return { name, text, gold };
    }),
);

/** Returns the spans of the headings, in order, each between spaces. */
function spansOf(text: string, headings: readonly string[]): readonly Span[] {
  let from = 0;
  return headings.map((heading) => {
    const start = text.indexOf(` ${heading} `, from) + 1;
    expect(start, heading).toBeGreaterThan(0);
    from = start + heading.length;
    return { start, end: from };
  });
}

const isSame = (one: Span, other: Span): boolean =>
  one.start === other.start && one.end === other.end;

function figures() {
  let correct = 0;
  let found = 0;
  let total = 0;
  const falsePositives: string[] = [];
  for (const { name, text, gold } of flattened) {
    const spans = spansOf(text, gold);
    const { headings } = recoverHeadings(text, { headings: 'cautious' });
    correct += headings.filter((heading) => spans.some((span) => isSame(span, heading))).length;
    found += headings.length;
    total += gold.length;
    if (gold.length === 0 && headings.length > 0) falsePositives.push(name);
  }
  return { precision: correct / Math.max(1, found), recall: correct / total, falsePositives };
}

describe('the frozen set of flattened texts', () => {
  test('is large, flattened, and has texts with and without headings', () => {
    expect(flattened.length).toBeGreaterThanOrEqual(30);
    const bare = flattened.filter(({ gold }) => gold.length === 0);
    expect(bare.length / flattened.length).toBeGreaterThan(0.4);
    for (const { name, text } of flattened) {
      expect(text, name).not.toContain('\n');
      expect(text.split(/\s+/).length, name).toBeGreaterThanOrEqual(140);
    }
  });

  test('keeps its precision and recall, and has no false heading in texts without headings', () => {
    const { precision, recall, falsePositives } = figures();
    expect(falsePositives).toHaveLength(floors.falsePositives);
    expect(precision).toBeGreaterThanOrEqual(floors.precision);
    expect(recall).toBeGreaterThanOrEqual(floors.recall);
  });
});

/** All characters within the spans of a structure, without white space. */
function covered(text: string, { headings, paragraphs }: Structure): string {
  return [...headings, ...paragraphs]
    .sort((one, other) => one.start - other.start)
    .map(({ start, end }) => text.slice(start, end))
    .join('')
    .replace(/\s/g, '');
}

const sentence = 'وقال المدير إن العمل في المشروع يسير وفق الخطة الموضوعة';

const hostile: readonly (readonly [name: string, text: string])[] = [
  ...readdirSync(join(folder, 'hostile')).map((file) => [file, read('hostile', file)] as const),
  ['nothing', ''],
  ['white space', ' \t\n\u00a0\u2028 '.repeat(50)],
  ['a megabyte without a full stop', `${sentence} `.repeat(10_500)],
  ['a megabyte without a space', 'كلمة'.repeat(131_072)],
  ['a megabyte of full stops', '.'.repeat(1_048_576)],
  ['ten thousand short sentences', 'أسعار القمح. '.repeat(10_000)],
  ['ten thousand short lines', 'أسعار القمح\n'.repeat(10_000)],
  ['open brackets', '(«"'.repeat(20_000)],
];

/** Texts that consist of headings only: any heading found there is correct. */
const excused = new Set(['only-headings.txt']);

describe('a bad input', () => {
  test.each(hostile)('%s: no false heading, no letter lost, in bounded time', (name, text) => {
    const started = performance.now();
    const structure = recoverHeadings(text);
    const seconds = (performance.now() - started) / 1000;
    if (!excused.has(name)) expect(structure.headings).toEqual([]);
    // These texts have no heading marks, so every character must be in a span.
    expect(covered(text, structure) === text.replace(/\s/g, '')).toBe(true);
    expect(seconds).toBeLessThan(5);
  });

  test('`eager` neither throws nor finds a flood of headings', () => {
    for (const [name, text] of hostile) {
      const { headings } = recoverHeadings(text, { headings: 'eager' });
      const words = text.split(/\s+/).length;
      expect(headings.length, name).toBeLessThanOrEqual(Math.max(5, words / 10));
    }
  });
});
