import { expect, test } from 'vitest';
import { jsonArticle } from '../../../src/import/json-article.ts';
import { jsonState } from '../../../src/import/json-state.ts';
import { readPublicationEntry } from '../../../src/sources/publication.ts';

test('an article that a database holds back by a flag is held back', () => {
  for (const flag of [
    { published: '0' },
    { published: 0 },
    { is_active: 'false' },
    { visible: 'n' },
    { state: '-2' },
    { status: '0' },
    { hidden: '1' },
    { is_deleted: 1 },
    { deleted_at: '2015-03-04 10:00:00' },
    { visibility: 'paid' },
    { visibility: 'members' },
  ])
    expect(jsonState(flag), JSON.stringify(flag)).toHaveProperty('status');
});

test('flags that say nothing of the kind leave an article public', () => {
  for (const flag of [
    { published: '1' },
    { published: '2014-03-09' },
    { hidden: '0' },
    { deleted_at: null },
    { deleted_at: '0000-00-00 00:00:00' },
    { status: '1' },
    { visibility: 'public' },
  ])
    expect(jsonState(flag), JSON.stringify(flag)).toBe('public');
});

test('a flag is no date, and the picture above an article may lie below the site', () => {
  const row = { title: 'أ', body: 'نص من القاعدة.', published: '1', created: '2010-05-06' };
  const at = { file: 'x.json', lookup: () => undefined };
  expect(jsonArticle(row, at).article?.metadata.date).toBe('2010-05-06');
  for (const picture of [
    { feature_image: '__GHOST_URL__/content/images/a.jpg' },
    { cover: { data: { attributes: { url: '/content/images/a.jpg' } } } },
  ])
    expect(jsonArticle({ ...row, ...picture }, at).article?.metadata.images).toEqual([
      '/content/images/a.jpg',
    ]);
});

test('columns of databases hold texts and records back, too', () => {
  const verdicts = (entries: readonly (readonly [string, string])[]) =>
    entries.map(([key, value]) => readPublicationEntry(key, value, 1)?.verdict);
  expect(
    verdicts([
      ['is_deleted', '1'],
      ['deleted_at', '2015-01-01'],
      ['visible', '0'],
    ]),
  ).toEqual(['held', 'unknown', 'held']);
  expect(
    verdicts([
      ['is_deleted', '0'],
      ['visible', '1'],
    ]),
  ).toEqual(['shown', 'shown']);
});
