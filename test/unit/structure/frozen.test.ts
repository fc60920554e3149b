import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Span, Structure } from '../../../src/model/structure.ts';
import { recoverHeadings } from '../../../src/structure/recover.ts';
import { fixture } from '../../support/paths.ts';

/**
 * A frozen set of texts of our own: written for this test, never trained on. A change of the model may
 * move single headings; it may not fall below these figures. Raise them when the model gets better.
 */
const floors = {
  /** Of the headings shown at `cautious`, the share that is right to the letter. */
  precision: 0.97,
  /** Of the headings that the texts have, the share that is shown. */
  recall: 0.19,
  /** Texts without a heading that are given one. */
  spoilt: 0,
} as const;

const folder = fixture('structure');
const read = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

/** `flattened` are those that are held to the letter elsewhere; here only the sum counts. */
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

/** Where the headings stand, each after the one before and apart from the words around it. */
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
  let right = 0;
  let shown = 0;
  let there = 0;
  const spoilt: string[] = [];
  for (const { name, text, gold } of flattened) {
    const spans = spansOf(text, gold);
    const { headings } = recoverHeadings(text, { headings: 'cautious' });
    right += headings.filter((heading) => spans.some((span) => isSame(span, heading))).length;
    shown += headings.length;
    there += gold.length;
    if (gold.length === 0 && headings.length > 0) spoilt.push(name);
  }
  return { precision: right / Math.max(1, shown), recall: right / there, spoilt };
}

describe('the frozen set of flattened texts', () => {
  test('is large, varied in having headings, and flattened', () => {
    expect(flattened.length).toBeGreaterThanOrEqual(30);
    const bare = flattened.filter(({ gold }) => gold.length === 0);
    expect(bare.length / flattened.length).toBeGreaterThan(0.4);
    for (const { name, text } of flattened) {
      expect(text, name).not.toContain('\n');
      expect(text.split(/\s+/).length, name).toBeGreaterThanOrEqual(140);
    }
  });

  test('its headings are found as well as they ever were, and none is made up', () => {
    const { precision, recall, spoilt } = figures();
    expect(spoilt).toHaveLength(floors.spoilt);
    expect(precision).toBeGreaterThanOrEqual(floors.precision);
    expect(recall).toBeGreaterThanOrEqual(floors.recall);
  });
});

/** All characters of a text but white space, as often as the spans of its structure have them. */
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

/** Texts that are nothing but headings: whatever is taken for one is no falsehood. */
const excused = new Set(['only-headings.txt']);

describe('a bad input', () => {
  test.each(hostile)(
    '%s: no heading is made up, no letter lost, and it ends soon',
    (name, text) => {
      const started = performance.now();
      const structure = recoverHeadings(text);
      const seconds = (performance.now() - started) / 1000;
      if (!excused.has(name)) expect(structure.headings).toEqual([]);
      // Nothing marks a heading in these texts, so nothing may be left out.
      expect(covered(text, structure) === text.replace(/\s/g, '')).toBe(true);
      expect(seconds).toBeLessThan(5);
    },
  );

  test('even an eager recovery neither fails nor floods', () => {
    for (const [name, text] of hostile) {
      const { headings } = recoverHeadings(text, { headings: 'eager' });
      const words = text.split(/\s+/).length;
      expect(headings.length, name).toBeLessThanOrEqual(Math.max(5, words / 10));
    }
  });
});
