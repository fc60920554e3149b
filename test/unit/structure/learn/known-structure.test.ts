import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../src/model/block.ts';
import { applyHeadings } from '../../../../src/structure/editor.ts';
import { identity } from '../../../../src/structure/learn/fit.ts';
import {
  decidedText,
  knownBlocks,
  knownText,
} from '../../../../src/structure/learn/known-structure.ts';
import { labelArticle } from '../../../../src/structure/learn/label-article.ts';
import { loadWeights } from '../../../../src/structure/learned/load-weights.ts';
import { recoverHeadings } from '../../../../src/structure/recover-headings.ts';
import { fixture } from '../../../support/paths.ts';

const flat = readFileSync(fixture('structure/flattened/economy.txt'), 'utf8').trim();
const gold = readFileSync(fixture('structure/flattened/economy.headings.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '');

/** The same article with its lines: the headings and paragraphs of an editor's list. */
const { structure: edited } = applyHeadings(flat, gold, loadWeights());
const lines = [...edited.headings, ...edited.paragraphs]
  .sort((a, b) => a.start - b.start)
  .map(({ start, end }) => flat.slice(start, end))
  .join('\n');

/** The article with its blocks on one line; it lacks a space after a stop where it lost a break. */
const onOneLine = lines.replaceAll('\n', ' ');

const known = (text: string, title?: string) =>
  knownText(text, recoverHeadings(text), title, false);

describe('the known structure', () => {
  test('of a text that kept its lines is that of its lines, flattened', () => {
    const result = known(lines);
    expect(result?.text).toBe(onOneLine);
    const headings = result?.blocks.filter(({ kind }) => kind === 'heading') ?? [];
    expect(headings.map(({ start, end }) => result?.text.slice(start, end))).toEqual(gold);
  });

  test('has no title', () => {
    expect(known(`أسعار بلا سقف\n\n${lines}`, 'أسعار بلا سقف')?.text).toBe(known(lines)?.text);
  });

  test('of a flattened text, verse or an interview is none', () => {
    expect(known(flat)).toBeUndefined();
    const verse = 'قفا نبك من ذكرى حبيب ومنزل\nبسقط اللوى بين الدخول فحومل\n'.repeat(4);
    expect(known(verse)).toBeUndefined();
    const turns = Array.from(
      { length: 6 },
      (_, i) =>
        `س: كيف بدأت الحكاية في العام ${i}؟\nج: بدأت بفكرة صغيرة عند صديق قديم في المدينة، ثم كبرت مع الأيام.`,
    );
    expect(known(turns.join('\n'))).toBeUndefined();
  });

  test('of an editor’s list is that list, also where it is empty', () => {
    const listed = knownText(flat, edited, undefined, true);
    expect(listed?.isListed).toBe(true);
    expect(listed?.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(gold.length);
    const none = knownText(flat, applyHeadings(flat, [], loadWeights()).structure, undefined, true);
    expect(none?.blocks.some(({ kind }) => kind === 'heading')).toBe(false);
  });

  test('of blocks is theirs', () => {
    const blocks: Block[] = [
      { kind: 'heading', level: 1, text: 'عنوان الصفحة' },
      ...[...edited.headings, ...edited.paragraphs]
        .sort((a, b) => a.start - b.start)
        .map(({ start, end }): Block => {
          const text = flat.slice(start, end);
          return gold.includes(text)
            ? { kind: 'heading', level: 2, text }
            : { kind: 'paragraph', text };
        }),
    ];
    expect(knownBlocks(blocks, undefined)?.text).toBe(onOneLine);
    expect(knownBlocks(blocks.slice(0, 3), undefined)).toBeUndefined();
  });
});

describe('the labels', () => {
  test('of what recovery proposes are those of the lines', () => {
    const text = known(lines);
    const labelled = text && labelArticle(text, loadWeights());
    expect(labelled?.labels.filter((label) => label === 1).length).toBeGreaterThan(1);
  });

  test('of single decisions are about their words only', () => {
    const spanOf = (words: string) => {
      const start = flat.indexOf(` ${words} `) + 1;
      return { start, end: start + words.length };
    };
    const [first = '', second = ''] = gold;
    const text = decidedText(flat, [spanOf(first)], [spanOf(second)]);
    expect([...((text && labelArticle(text, loadWeights())?.labels) ?? [])]).toEqual([1, 0]);
    expect(decidedText(flat, [], [])).toBeUndefined();
    const { start, end } = spanOf(first);
    const shortened = decidedText(flat, [{ start, end }], [{ start: start - 5, end }]);
    expect(shortened?.blocks.map(({ kind }) => kind)).toEqual(['unsure', 'heading', 'unsure']);
  });

  test('an empty list makes every proposal a negative example', () => {
    const text = knownText(flat, applyHeadings(flat, [], loadWeights()).structure, undefined, true);
    const labels = [...((text && labelArticle(text, loadWeights())?.labels) ?? [])];
    expect(labels.length).toBeGreaterThan(1);
    expect(labels.every((label) => label === 0)).toBe(true);
  });
});

test('recovery follows what was learned', () => {
  const count = (offset: number): number =>
    recoverHeadings(flat, { learned: { ...identity, offset } }).headings.length;
  expect(count(-6)).toBe(0);
  expect(count(2)).toBeGreaterThanOrEqual(count(0));
});
