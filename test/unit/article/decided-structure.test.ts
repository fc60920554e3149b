import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decidedStructure } from '../../../src/article/decided-structure.ts';
import { findDecision } from '../../../src/article/find-decision.ts';
import type { HeadingDecision } from '../../../src/model/heading-decision.ts';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { fixture } from '../../support/paths.ts';

const city = readFileSync(fixture('structure/flattened/city.txt'), 'utf8');

/** A decision about words of a text, with the words around them. */
function about(text: string, heading: string, isHeading: boolean, from = 0): HeadingDecision {
  const start = text.indexOf(heading, from);
  const end = start + heading.length;
  return {
    ...{ article: 'city.txt', heading, isHeading },
    ...{ before: text.slice(start - 40, start), after: text.slice(end, end + 40) },
  };
}

const shown = (text: string, decisions: readonly HeadingDecision[]): readonly string[] =>
  decidedStructure(text, decisions, {}).structure.headings.map(
    ({ origin, text: heading }) => `${origin} ${heading}`,
  );

test('accepted headings are the editor’s, rejected ones are text, the others stay recovered', () => {
  const found = recoverHeadings(city).headings.map(({ text }) => text);
  expect(found.length).toBeGreaterThan(2);
  const [first = '', second = '', ...others] = found;
  const decisions = [about(city, first, true), about(city, second, false)];
  expect(shown(city, decisions)).toEqual([
    `editor ${first}`,
    ...others.map((heading) => `recovered ${heading}`),
  ]);
});

test('every word of a text is in one heading or paragraph, whatever is decided', () => {
  const [first = '', second = ''] = recoverHeadings(city).headings.map(({ text }) => text);
  const longer = `${first} ${city.slice(city.indexOf(first) + first.length).split(' ')[1]}`;
  const decisions = [about(city, longer, true), about(city, second, false)];
  const { structure, missing } = decidedStructure(city, decisions, {});
  expect(missing).toEqual([]);
  expect(structure.headings[0]).toMatchObject({ text: longer, origin: 'editor', confidence: 1 });
  const spans = [...structure.headings, ...structure.paragraphs].sort((a, b) => a.start - b.start);
  const bare = (text: string): string => text.replace(/\s+/g, '');
  expect(bare(spans.map(({ start, end }) => city.slice(start, end)).join(''))).toBe(bare(city));
});

test('a decision accepts words that recovery did not find, with the marks of their line', () => {
  const text =
    'جملة أولى طويلة في أول النص تمامًا.\n\n* أخبار الميناء *\nوصلت السفينة مساء أمس إلى الرصيف.';
  expect(shown(text, [about(text, 'أخبار الميناء', true)])).toEqual(['editor أخبار الميناء']);
  const { structure } = decidedStructure(text, [about(text, 'أخبار الميناء', true)], {});
  expect(structure.paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([
    'جملة أولى طويلة في أول النص تمامًا.',
    'وصلت السفينة مساء أمس إلى الرصيف.',
  ]);
});

test('of two decisions about the same words the later holds; a rejected proposal leaves others of its words', () => {
  const [first = ''] = recoverHeadings(city).headings.map(({ text }) => text);
  const decisions = [about(city, first, true), about(city, first, false)];
  expect(shown(city, decisions).join()).not.toContain(first);
  expect(shown(city, [...decisions].reverse())[0]).toBe(`editor ${first}`);
  const longer = `${first} ${city.slice(city.indexOf(first) + first.length).split(' ')[1]}`;
  expect(shown(city, [about(city, longer, false)])[0]).toBe(`recovered ${first}`);
  expect(shown(city, [about(city, first, true), about(city, longer, false)])[0]).toBe(
    `editor ${first}`,
  );
  expect(shown(city, [about(city, first, true), about(city, longer, true)])[0]).toBe(
    `editor ${longer}`,
  );
});

test('a place is found by its words and the letters around it, whatever else has changed', () => {
  const text = 'ذكر المدير أن العمل مستمر. قال الوزير، إن العمل. العمل\nمستمر «اليوم» كما كان.';
  const second = text.lastIndexOf('العمل');
  const decision = { heading: 'العمل مستمر', before: 'الوزير إن العملُ', after: ' اليوم كما' };
  expect(findDecision(text, decision)?.start).toBe(second);
  // One side that still matches is enough; words alone are not.
  expect(findDecision(text, { ...decision, before: 'كلام آخر' })?.start).toBe(second);
  expect(findDecision(text, { ...decision, before: 'كلام', after: 'آخر' })).toBeUndefined();
  expect(findDecision(text, { heading: 'العمل مستمر', before: '', after: '' })?.start).toBe(14);
  expect(findDecision(text, { heading: 'لعمل', before: '', after: '' })).toBeUndefined();
  expect(findDecision('a+b (c)', { heading: 'a+b (c)', before: '', after: '' })?.end).toBe(7);
});

test('a text of one word without end is searched in linear time', () => {
  const text = 'كلمة '.repeat(200_000);
  const started = performance.now();
  findDecision(text, { heading: 'كلمة', before: 'قبل', after: 'بعد' });
  expect(performance.now() - started).toBeLessThan(1000);
});
