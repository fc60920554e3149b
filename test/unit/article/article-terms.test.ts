import { expect, test } from 'vitest';
import { authorityOf } from '../../../src/arabic/authority.ts';
import { articleTerms } from '../../../src/article/article-terms.ts';
import type { ArticleTerm } from '../../../src/model/article.ts';
import type { Authority } from '../../../src/model/authority.ts';
import type { BuiltInTermKind } from '../../../src/model/term-kind.ts';

const entry = (
  name: string,
  kind: BuiltInTermKind = 'place',
  variants: readonly string[] = [],
): Authority => ({ name, kind, variants });

const found = (text: string, authority: readonly Authority[]): readonly ArticleTerm[] =>
  articleTerms({}, () => text, authority);

const forms = (text: string, name: string): readonly string[] =>
  found(text, [entry(name)])[0]?.found?.forms ?? [];

test.each([
  ['سافر إلى القاهرة', 'القاهرة', ['القاهرة']],
  ['والقاهرة، بالقاهرة كالقاهرة', 'القاهرة', ['والقاهرة', 'بالقاهرة', 'كالقاهرة']],
  ['للقاهرة وللقاهرة', 'القاهرة', ['للقاهرة', 'وللقاهرة']],
  ['بدمشق، ودِمَشق ولدمشق', 'دمشق', ['بدمشق', 'ودِمَشق', 'ولدمشق']],
  ['في الإسكندريه وأسكندرية', 'الاسكندرية', ['الإسكندريه']],
  ['سد مأرب والسد', 'السد العالي', []],
  ['السدّ العالى، والسد  العالي', 'السد العالي', ['السدّ العالى', 'والسد  العالي']],
  ['القاهري والقاهر', 'القاهرة', []],
  ['في بر مصر وببر الشام', 'بر', ['بر']],
  ['قال عبدالناصر ولعبد الناصر', 'عبد الناصر', ['عبدالناصر', 'ولعبد الناصر']],
  ['أبوظبي وأبو ظبي', 'أبو ظبي', ['أبوظبي', 'وأبو ظبي']],
  ['قناة BBC الثانية، وbbc', 'BBC', ['BBC']],
])('in «%s» the mentions of «%s» are %j', (text, name, expected) => {
  expect(forms(text, name)).toEqual(expected);
});

test('of overlapping names the longest is taken', () => {
  const authority = [entry('الناصر'), entry('عبد الناصر'), entry('جمال عبد الناصر', 'person')];
  expect(found('قال جمال عبد الناصر', authority).map(({ name }) => name)).toEqual([
    'جمال عبد الناصر',
  ]);
});

test('mentions are counted, with a few spellings as evidence', () => {
  const text = `${'القاهرة و'.repeat(9)}القاهره بالقاهرة للقاهرة كالقاهرة والقاهرة فالقاهرة وبالقاهرة`;
  const [term] = found(text, [entry('القاهرة')]);
  expect(term?.found?.times).toBeGreaterThan(10);
  expect(term?.found?.forms).toHaveLength(5);
});

test('sources are not searched for in texts, but their variants are one term', () => {
  const authority = [entry('الأهرام', 'source', ['جريدة الأهرام'])];
  expect(found('قالت الأهرام', authority)).toEqual([]);
  expect(articleTerms({ source: 'جريدة الاهرام' }, () => '', authority)).toEqual([
    { kind: 'source', slug: 'الأهرام', name: 'الأهرام', printed: 'جريدة الاهرام' },
  ]);
});

test('equal names of different kinds are different terms', () => {
  const authority = [entry('الأهرام', 'source', ['الصحيفة'])];
  expect(articleTerms({ topics: ['الصحيفة'] }, () => '', authority)[0]?.name).toBe('الصحيفة');
  expect(authorityOf(authority, 'subject', 'الصحيفة')).toBeUndefined();
  expect(authorityOf(authority, 'source', 'الصحيفه')?.name).toBe('الأهرام');
});

test('without an authority file the text is not read', () => {
  const text = (): string => {
    throw new Error('read');
  };
  expect(articleTerms({ topics: ['النيل', 'النِّيل'] }, text, [])).toEqual([
    { kind: 'subject', slug: 'النيل', name: 'النيل' },
  ]);
});
