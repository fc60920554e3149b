import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { ImportSource } from '../../../src/import/import-source.ts';
import type { ImportResult } from '../../../src/import/imported-article.ts';
import { readJson } from '../../../src/import/read-json.ts';
import { seedText } from '../../../src/import/seed-text.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

let site: TemporarySite;

beforeEach(() => {
  site = temporarySite();
});

async function read(json: unknown) {
  const absolute = join(site.root, 'a.json');
  writeFileSync(absolute, typeof json === 'string' ? json : JSON.stringify(json, undefined, 1));
  const source: ImportSource = {
    path: 'a.json',
    absolute,
    name: 'a.json',
    kind: 'json',
    gzipped: false,
    isZip: false,
  };
  const results: ImportResult[] = [];
  for await (const result of readJson(source)) results.push(result);
  return {
    seeds: results.flatMap(({ article }) =>
      article === undefined ? [] : [seedText(article, '').value],
    ),
    excluded: results.flatMap(({ excluded }) => excluded ?? []),
    rules: results.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule)),
  };
}

const text = 'جف النهر هذا الصيف، ونقل الناس الماء على الدواب.';
const html = `<p>${text}</p>\n`;

test('WordPress REST: terms and authors that are embedded; drafts keep their status', async () => {
  const post = {
    type: 'post',
    status: 'publish',
    date: '2013-08-01T09:00:00',
    content: { rendered: html, protected: false },
    title: { rendered: 'النهر &#8211; خبر' },
  };
  const { seeds, excluded, rules } = await read([
    {
      ...{
        ...post,
        id: 4,
        slug: 'nahr',
        modified: '2013-08-03T09:00:00',
        link: 'https://w.example/2013/08/nahr/',
      },
      excerpt: { rendered: '<p>ما بقي من الماء.</p>' },
      _embedded: {
        author: [{ name: 'سامي الزين' }],
        'wp:term': [
          [{ taxonomy: 'category', name: 'البيئة' }],
          [{ taxonomy: 'post_tag', name: 'ماء' }],
        ],
      },
      _links: {},
    },
    { ...post, id: 5, slug: 'later', status: 'future' },
    { ...post, id: 6, type: 'page' },
    { ...post, id: 7, content: { rendered: '', protected: true } },
    { ...post, id: 8, content: { rendered: '' } },
  ]);
  expect(seeds).toEqual([
    `---\ntitle: النهر – خبر\nstandfirst: ما بقي من الماء.\nauthors: [سامي الزين]\ndate: 2013-08-01\nsection: البيئة\ntopics: [ماء]\nurl: https://w.example/2013/08/nahr/\nupdated: 2013-08-03\naliases: ['/2013/08/nahr/', '/?p=4']\n---\n\n${text}\n`,
    `---\ntitle: النهر – خبر\ndate: 2013-08-01\nstatus: future\n---\n\n${text}\n`,
  ]);
  expect(excluded).toEqual(['page', 'protected', 'empty']);
  expect(rules).toEqual(['import-json-part']);
});

test('Ghost, Drupal and Strapi: what other tables say of an article', async () => {
  const ghost = await read({
    db: [
      {
        data: {
          posts: [
            {
              id: 'p',
              title: 'النهر',
              slug: 'nahr',
              html,
              status: 'published',
              published_at: '2020-05-01T00:00:00.000Z',
            },
            { id: 'q', title: 'قادم', html, status: 'draft', published_at: null },
          ],
          ...{
            users: [{ id: 'u', name: 'سامي' }],
            posts_authors: [{ post_id: 'p', author_id: 'u' }],
          },
          ...{ tags: [{ id: 't', name: 'ماء' }], posts_tags: [{ post_id: 'p', tag_id: 't' }] },
        },
      },
    ],
  });
  expect(ghost.seeds).toEqual([
    `---\ntitle: النهر\nauthors: [سامي]\ndate: 2020-05-01\ntopics: [ماء]\n---\n\n${text}\n`,
    `---\ntitle: قادم\nstatus: draft\n---\n\n${text}\n`,
  ]);
  const drupal = await read({
    data: [
      {
        ...{
          type: 'node--article',
          id: '9d0f0f3e-1',
          attributes: {
            title: 'النهر',
            status: true,
            created: 1375350000,
            body: { value: html, processed: html },
            path: { alias: '/news/nahr' },
          },
        },
        relationships: {
          uid: { data: { type: 'user--user', id: 'u' } },
          field_tags: { data: [{ type: 'taxonomy_term--tags', id: 't' }] },
        },
      },
      {
        type: 'node--article',
        id: '2',
        attributes: { title: 'ب', status: false, body: { value: html } },
      },
    ],
    included: [
      { type: 'user--user', id: 'u', attributes: { display_name: 'سامي' } },
      { type: 'taxonomy_term--tags', id: 't', attributes: { name: 'ماء' } },
    ],
  });
  expect(drupal.seeds).toEqual([
    `---\ntitle: النهر\nauthors: [سامي]\ndate: 2013-08-01\ntopics: [ماء]\naliases: ['/news/nahr/']\n---\n\n${text}\n`,
    `---\ntitle: ب\nstatus: unpublished\n---\n\n${text}\n`,
  ]);
  const strapi = await read({
    data: [
      {
        id: 1,
        attributes: {
          title: 'النهر',
          content: `${text}\n\n**آخر** الخبر.`,
          publishedAt: '2022-01-05T00:00:00Z',
          author: { data: { attributes: { name: 'سامي' } } },
        },
      },
      { id: 2, attributes: { title: 'ب', content: text, publishedAt: null } },
    ],
  });
  expect(strapi.seeds[0]).toBe(
    `---\ntitle: النهر\nauthors: [سامي]\ndate: 2022-01-05\n---\n\n${text}\n\n**آخر** الخبر.\n`,
  );
  expect(strapi.seeds[1]).toContain('status: draft');
});

test('other systems: structured texts, tables of databases, lists within objects', async () => {
  const editor = {
    blocks: [
      { type: 'header', data: { text: 'باب', level: 2 } },
      { type: 'paragraph', data: { text: 'نص <b>مهم</b>' } },
      { type: 'list', data: { style: 'unordered', items: ['أ', 'ب'] } },
    ],
  };
  const prose = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'نص ' },
          { type: 'text', text: 'مهم', marks: [{ type: 'bold' }] },
        ],
      },
    ],
  };
  const portable = [
    { _type: 'block', style: 'h2', children: [{ _type: 'span', text: 'باب' }] },
    {
      _type: 'block',
      style: 'normal',
      children: [{ _type: 'span', text: 'نص', marks: ['strong'] }],
    },
  ];
  const bodies = await read({
    export: {
      articles: [editor, prose, portable].map((content, i) => ({
        headline: `ع${i}`,
        body: content,
      })),
    },
  });
  expect(bodies.seeds.map((seed) => seed.split('---\n\n')[1])).toEqual([
    '## باب\n\nنص **مهم**\n\n- أ\n- ب\n',
    'نص **مهم**\n',
    '## باب\n\n**نص**\n',
  ]);
  const table = await read([
    { type: 'header', version: '5' },
    {
      type: 'table',
      name: 'wp_posts',
      data: [
        {
          ID: '7',
          post_title: 'النهر',
          post_content: `${text}\n\nآخره.[gallery ids="1"]`,
          post_status: 'publish',
          post_type: 'post',
          post_date: '2009-09-09 10:00:00',
        },
        {
          ID: '8',
          post_title: 'قديم',
          post_content: 'نسخة',
          post_status: 'inherit',
          post_type: 'revision',
        },
      ],
    },
  ]);
  expect([table.seeds, table.excluded]).toEqual([
    [`---\ntitle: النهر\ndate: 2009-09-09\naliases: ['/?p=7']\n---\n\n${text}\n\nآخره.\n`],
    ['other'],
  ]);
  const keyed = await read({
    articles: {
      '-a': { title: 'النهر', text, author: 'سامي، هند', keywords: 'ماء، صيف' },
      '-b': { title: 'ب', text },
    },
  });
  expect(keyed.seeds[0]).toBe(
    `---\ntitle: النهر\nauthors: [سامي, هند]\ntopics: [ماء, صيف]\n---\n\n${text}\n`,
  );
});

test('JSON without articles, broken or deep, is named', async () => {
  expect((await read({ name: 'x', version: '1' })).rules).toEqual(['import-passed-over']);
  expect((await read([{ a: 1 }, { b: 2 }])).rules).toEqual(['import-passed-over']);
  expect((await read('{"posts": [')).rules).toEqual(['record-syntax']);
  expect((await read(`{"a":${'['.repeat(200_000)}`)).rules).toEqual(['record-too-deep']);
  expect((await read(`[{"title":"أ","text":"${text}"},{"title":"ب`)).seeds).toHaveLength(1);
});
