import { expect, test } from 'vitest';
import {
  memberName,
  packKey,
  packPath,
  packPeriod,
  packStem,
} from '../../../src/outputs/original-pack.ts';

const place = { source: 'ahram', year: 2017, month: 5, id: 'a' };

test('a pack is of a year, else of a month, else of ever smaller shares of the ids', () => {
  const stems: string[] = [];
  const divided = new Set<string>();
  for (let depth = 0; depth < 12; depth += 1) {
    const stem = packStem(place, divided);
    if (stems.at(-1) !== stem) stems.push(stem);
    divided.add(packKey('ahram', stem));
  }
  expect(stems.slice(0, 4)).toEqual(['2017', '2017-05', '2017-05-c', '2017-05-c2']);
  expect(stems.at(-1)).toBe('2017-05-c292c04e');
  expect(packStem({ ...place, source: 'x' }, divided)).toBe('2017');
  expect(stems.slice(0, 3).map(packPeriod)).toEqual([
    ...[{ year: 2017 }, { year: 2017, month: 5 }],
    { year: 2017, month: 5 },
  ]);
  const undated = { ...place, year: 0, month: 0 };
  expect(packStem(undated, new Set(['ahram/undated']))).toBe('undated-c');
  expect(packPeriod('undated-c')).toEqual({ year: 0 });
});

test('a pack is in the folder of its source', () => {
  expect(packPath('ahram', '2017')).toBe('originals/ahram/2017.zip');
  expect(packPath('', 'undated')).toBe('originals/_/undated.zip');
});

test('names in a pack are unique on every disk: id and extension, with a hash where letter case alone may differ', () => {
  const byId = 'articles/{id}.html';
  expect(memberName('AHR-7', 'x/y.TXT', byId)).toBe('AHR-7.txt');
  expect(memberName('r-1', 'r.jsonl.gz', byId)).toBe('r-1.json');
  expect(memberName('Index', 'a.csv', byId)).toMatch(/^Index-[0-9a-f]{8}\.csv$/);
  const bySlug = '{year}/{slug}.html';
  expect(memberName('ahr', 'a.md', bySlug)).toBe('ahr.md');
  expect(memberName('AHR', 'a.md', bySlug)).toMatch(/^AHR-[0-9a-f]{8}\.md$/);
});

test('no id has the name that another has with its hash', () => {
  const nameOf = (id: string, permalink: string): string =>
    memberName(id, 'a.md', permalink).replace(/\.md$/, '').toLowerCase();
  for (const [id, permalink] of [
    ['index', 'articles/{id}.html'],
    ['Ahr', '{year}/{slug}.html'],
  ] as const) {
    const made = nameOf(id, permalink);
    expect(nameOf(made, permalink)).not.toBe(made);
  }
  expect(nameOf('ahr-1a2b3c4d', 'articles/{id}.html')).toBe('ahr-1a2b3c4d');
});
