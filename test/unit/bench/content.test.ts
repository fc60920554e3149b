import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Article } from '../../../bench/archive/article.ts';
import { contentOf, pathOf } from '../../../bench/archive/content.ts';

const article: Article = {
  id: 'a0000007',
  date: new Date('1985-01-01T01:10:00Z'),
  title: 'قال: «نعم»',
  author: 'سلمى النجار',
  source: 'الميناء',
  paragraphs: ['# أولا', '12. ثانيا', 'أ < ب & ج'],
};

const matterOf = (text: string): unknown => parse(/^---\n(.*?)---\n/s.exec(text)?.[1] ?? '');

const bodyOf = (text: string): string => text.replace(/^---\n.*?---\n/s, '');

test('all Markdown forms have the same body without active markup', () => {
  const bodies = (['hugo', 'markdown', 'seeds'] as const).map((form) =>
    bodyOf(contentOf(article, form)),
  );
  expect(new Set(bodies)).toEqual(new Set(['\\# أولا\n\n12\\. ثانيا\n\nأ &lt; ب &amp; ج\n']));
});

test('each form has the front matter of its generator', () => {
  const { title, author, source } = article;
  const date = '1985-01-01T01:10:00Z';
  expect(matterOf(contentOf(article, 'markdown'))).toEqual({ title, author, source, date });
  expect(matterOf(contentOf(article, 'hugo'))).toEqual({
    ...{ title, author, source, date },
    ...{ day: '1985-01-01', month: '1985-01', year: '1985' },
  });
  expect(matterOf(contentOf(article, 'seeds'))).toEqual({
    ...{ title, author, source },
    date: '1985-01-01',
  });
});

test('front matter has no author where the story has none', () => {
  expect(matterOf(contentOf({ ...article, author: '' }, 'seeds'))).not.toHaveProperty('author');
});

test('a flattened text is one line', () => {
  expect(bodyOf(contentOf(article, 'flattened'))).toBe('# أولا 12. ثانيا أ < ب & ج\n');
});

test('a file has the name of the article, in the folder of its day', () => {
  expect(pathOf(article, 'hugo')).toBe('1985/01/01/a0000007.md');
  expect(pathOf(article, 'flattened')).toBe('1985/01/01/a0000007.txt');
});
