import { expect, test } from 'vitest';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

const day = '2015-07-21';

/** Records of one day and subject: two of three are of «البيدر», the others of «الميناء». */
const records = Array.from({ length: 148 }, (_, i) => ({
  ...{ id: `n${String(i).padStart(3, '0')}`, title: `خبر ${i}`, date: day, topics: ['السوق'] },
  ...{ source: i % 3 === 0 ? 'الميناء' : 'البيدر', text: `نص الخبر رقم ${i} من أخبار السوق.` },
}));

/** Adds the newest article, which comes before all others of its day by its id. */
const add = (site: TemporarySite, id: string): void =>
  site.write({
    [`seeds/${id}.txt`]: `---\ntitle: ${id}\ndate: ${day}\ntopics: [السوق]\nsource: البيدر\n---\nنص جديد.\n`,
  });

/** Lists of articles, whole or of one source: neither calendars nor indexes of terms. */
const isList = (path: string): boolean =>
  /^(?:all|dates\/2015\/07\/21|sources|subjects)[/.].*html$/.test(path) &&
  !/^(?:sources|subjects)\/index/.test(path);

/** Builds a site and returns its lists whose bytes have changed. */
async function changedLists(site: TemporarySite): Promise<readonly string[]> {
  const before = site.tree();
  await site.build();
  const after = site.tree();
  // No address of a list has gone.
  expect([...before.keys()].filter((path) => isList(path) && !after.has(path))).toEqual([]);
  return [...after.keys()].filter((path) => isList(path) && before.get(path) !== after.get(path));
}

test('a new article rewrites the newest pages of its lists only, and the fiftieth those that get a number', async () => {
  const site = temporarySite({
    'warraq.yaml': 'search: off\nexports: []\ndownloads: []\n',
    'seeds/market.jsonl': records.map((record) => `${JSON.stringify(record)}\n`).join(''),
  });
  await site.build();
  const list = 'subjects/السوق';
  expect(site.read(`dist/dates/2015/07/21.html`)).toContain('١٤٨ مقالًا');
  expect(site.read(`dist/${list}.html`)).toContain('<span>الصفحة ٢ من ٢</span>');

  add(site, 'a2');
  const newest = [
    'all/index.html',
    'dates/2015/07/21.html',
    'dates/2015/07/21/sources/البيدر.html',
    'sources/البيدر.html',
    'subjects/السوق.html',
    'subjects/السوق/sources/البيدر.html',
  ];
  expect(await changedLists(site)).toEqual(newest);

  // The newest page of 99 articles becomes a page of 50 with a number and another newest one.
  add(site, 'a1');
  const [day, all] = ['dates/2015/07/21', 'all/page-'];
  expect(new Set(await changedLists(site))).toEqual(
    new Set([
      ...newest,
      ...[`${all}1.html`, `${all}2.html`, `${all}3.html`],
      ...[1, 2, 3].flatMap((number) => [`${day}/${number}.html`, `${list}/${number}.html`]),
      // A hundred articles of the source: its page, too.
      ...['sources/البيدر', `${day}/sources/البيدر`, `${list}/sources/البيدر`].flatMap((path) =>
        [1, 2].map((number) => `${path}/${number}.html`),
      ),
    ]),
  );
  expect(site.read('dist/all/page-1.html')).toContain('rel="prev" href="page-2.html"');
  expect(site.read('dist/all/page-2.html')).toContain('data-entry="n048"');
  expect(site.read('dist/all/page-3.html')).toContain('content="0; url=index.html"');
  expect(site.tree()).toEqual(await site.coldTree());
});
