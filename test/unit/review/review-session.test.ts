import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDecisionFile } from '../../../src/review/decision-file.ts';
import { openReviewSession, type ReviewSession } from '../../../src/review/review-session.ts';
import { fixture } from '../../support/paths.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

const text = (name: string): string =>
  readFileSync(fixture(`structure/flattened/${name}.txt`), 'utf8');

let site: TemporarySite;
let session: ReviewSession;

beforeAll(async () => {
  const record = { id: 'dam', title: 'خبر', source: 'الشروق', text: text('city') };
  site = temporarySite({
    'warraq.yaml': 'search: off\nexports: []\ndownloads: []\n',
    'seeds/science.txt': `---\nsource: الأيام\n---\n${text('science')}`,
    'seeds/culture.txt': `---\nsource: الأيام\n---\n${text('culture')}`,
    'seeds/july.jsonl': `${JSON.stringify(record)}\n`,
  });
  await site.build();
  session = openReviewSession(site.at('.cache'), openDecisionFile(site.at('headings.jsonl')));
});

afterAll(() => session.close());

const lines = (): readonly unknown[] =>
  site
    .read('headings.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('the queue is ordered by source and confidence, suggestions first, with the words around each', () => {
  const { counts, progress } = session.begin();
  expect(new Set(counts.map(({ source }) => source))).toEqual(new Set(['الأيام', 'الشروق']));
  const { items, next } = session.page(0, {});
  expect(progress).toEqual({ settled: 0, total: items.length });
  expect(next).toBeUndefined();
  expect(items.map(({ source }) => source)).toEqual(items.map(({ source }) => source).toSorted());
  const own = items.filter(({ source }) => source === 'الأيام');
  const shown = own.map((item) => item.shown);
  expect(shown).toEqual(shown.toSorted());
  expect(new Set(shown)).toEqual(new Set([false, true]));
  expect(own[1]?.confidence).toBeLessThan(own[2]?.confidence ?? 0);
  for (const { words, start, end, name } of items) {
    const whole = text(name.endsWith('.txt') ? name.slice(0, -4) : 'city').replace(/\s+/g, '');
    expect(whole).toContain(words.join(''));
    expect(end - start).toBeGreaterThan(1);
    expect(start).toBeGreaterThan(10);
  }
  expect(session.page(0, { source: 'الشروق', group: 'shown-low' }).items.length).toBeLessThan(
    items.length,
  );
});

test('decisions are written by the words of the item, and taken back one by one', () => {
  const [first, second] = session.page(0, { source: 'الشروق' }).items;
  if (first === undefined || second === undefined) throw new Error('no items');
  const { item, start, end, words } = first;
  const longer = session.decide({ item, isHeading: true, start, end: end + 1 });
  expect(longer).toMatchObject({
    state: 'saved',
    item: { verdict: 'accept' },
    progress: { settled: 1 },
  });
  expect(lines()).toEqual([
    {
      article: 'july.jsonl#dam',
      heading: words.slice(start, end + 1).join(' '),
      decision: 'accept',
      before: words.slice(start - 6, start).join(' '),
      after: words.slice(end + 1, end + 7).join(' '),
      proposed: words.slice(start, end).join(' '),
    },
  ]);
  // It is decided now, and no other is; a decision on what the editor did not see is refused.
  const open = session.page(0, { source: 'الشروق' }).items;
  expect(open[0]?.words.slice(open[0].start, open[0].end)).toEqual(
    second.words.slice(second.start, second.end),
  );
  expect(session.decide({ item, isHeading: false, start, end }).state).toBe('conflict');
  const changed = session.decide({ item, isHeading: false, start, end, seen: 'accept' });
  expect(changed).toMatchObject({ state: 'saved', progress: { settled: 1 } });
  expect(session.undo()).toMatchObject({ item: { item, verdict: 'accept' } });
  const undone = session.undo();
  expect(undone.state === 'saved' && undone.item.verdict).toBe(undefined);
  expect(session.undo().state).toBe('nothing');
});

test('items that do not exist, and places outside of the words, change nothing', () => {
  const [first] = session.page(0, {}).items;
  const { item = 0, words = [] } = first ?? {};
  for (const wrong of [
    { item: item + 1000, start: 0, end: 1 },
    { item, start: 1, end: 1 },
    { item, start: -1, end: 1 },
    { item, start: 0, end: words.length + 1 },
  ]) {
    expect(session.decide({ ...wrong, isHeading: true }).state).toBe('nothing');
  }
  expect(session.begin().progress.settled).toBe(0);
});

test('a file of decisions that another program writes meanwhile is seen', () => {
  const [first] = session.page(0, {}).items;
  if (first === undefined) throw new Error('no item');
  const heading = first.words.slice(first.start, first.end).join(' ');
  writeFileSync(
    site.at('headings.jsonl'),
    `${JSON.stringify({ article: first.name, heading, decision: 'reject' })}\n`,
  );
  const { item, start, end } = first;
  expect(session.decide({ item, isHeading: true, start, end })).toMatchObject({
    state: 'conflict',
    item: { verdict: 'reject' },
  });
});
