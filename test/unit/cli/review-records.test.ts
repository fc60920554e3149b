import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

/** Headings marked by the author, which recovery finds without the model. */
const marked =
  'مقدمة قصيرة عن الموضوع كله.\n\n# الخلفية: عام\n\nبدأت القصة قبل عام.\n\n# النتائج\n\nانتهت.';

const records = [
  { title: 'سد الوادي', text: marked },
  { id: 'dam-2016', title: 'السد القديم', text: marked },
]
  .map((record) => JSON.stringify(record))
  .join('\n');

let site: TemporarySite;
let cwd = '';

beforeEach(() => {
  site = temporarySite({ 'seeds/july.jsonl': records });
  cwd = process.cwd();
  process.chdir(site.root);
});

afterEach(() => {
  process.chdir(cwd);
});

const review = (...names: readonly string[]) =>
  site.run('structure', '--review', '--lang', 'en', '--out', site.at('page.html'), ...names);

/** Returns the headings of the sections on a page. */
const headings = (page: string): readonly string[] =>
  [...site.read(`dist/articles/${page}.html`).matchAll(/data-origin="(\w+)"><h2>(.*?)<a /g)].map(
    ([, origin, heading]) => `${origin} ${heading}`,
  );

test('the headings of records are reviewed, listed in the sidecar of their seed, and overruled there', async () => {
  for (const name of ['seeds/july.jsonl#1', 'dam-2016']) {
    const { code, out } = await review(name);
    expect(code).toBe(0);
    expect(out).toMatch(/july\.jsonl#[12]: 2 headings shown/);
  }
  expect((await review('seeds/july.jsonl#dam-2016')).out).toContain('already listed');
  const sidecar = site.read('seeds/july.yaml');
  expect(sidecar).toMatch(/^records:\n {2}"#1":\n {4}# Headings of seeds\/july.jsonl#1/);
  await site.build();
  expect(headings('july-1')).toEqual(['editor الخلفية: عام', 'editor النتائج']);
  const at = sidecar.lastIndexOf('      - النتائج\n');
  site.write({ 'seeds/july.yaml': sidecar.slice(0, at) });
  await site.build();
  expect(headings('dam-2016')).toEqual(['editor الخلفية: عام']);
  expect(headings('july-1')).toHaveLength(2);
  expect(site.tree()).toEqual(await site.coldTree());
});

test('a sidecar says other things of single records as well, and what it says of all holds for the others', async () => {
  site.write({
    'seeds/july.yaml': [
      'source: المرصد',
      'records:',
      '  dam-2016:',
      '    headings: []',
      '    draft: true',
      'section: محليات',
      '',
    ].join('\n'),
  });
  const result = await site.build();
  expect(result.held.draft).toBe(1);
  expect(result.diagnostics.map(({ rule, file, line }) => [rule, file, line])).toEqual([
    ['held-draft', 'seeds/july.yaml', 5],
  ]);
  expect(site.read('dist/articles/july-1.html')).toContain('محليات');
});

test('what is no map of records holds them back, with its line', async () => {
  site.write({ 'seeds/july.yaml': 'source: المرصد\nrecords: [dam-2016]\n' });
  const result = await site.build();
  expect(result.articles).toBe(0);
  expect(result.diagnostics[0]).toMatchObject({ rule: 'yaml-not-a-map', line: 2 });
});

test('a record that is not there is an error', async () => {
  for (const name of ['seeds/july.jsonl#7', 'seeds/july.jsonl#dam', 'dam-2017']) {
    const { code, out } = await review(name);
    expect([code, out.includes('no record of this name')]).toEqual([1, true]);
  }
});
