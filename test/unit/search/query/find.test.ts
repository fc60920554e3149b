import { describe, expect, test } from 'vitest';
import { termSlug } from '../../../../src/arabic/slug.ts';
import { facetName } from '../../../../src/search/codec/facet.ts';
import { type Answer, find, type Request } from '../../../../src/search/query/find.ts';
import { memoryIndex, type Story } from '../../../support/memory-index.ts';

const bayan = facetName('source', 'البيان');
const shuruq = facetName('source', 'الشروق');
const ports = facetName('subject', 'الموانئ');

/** An archive, oldest first; the first two are undated. */
const stories: readonly Story[] = [
  { title: 'ورقة بلا تاريخ', body: ['دفتر قديم عن الميناء والسفينة.'] },
  { title: 'ورقة أخرى', body: ['كتبها بحار.'], facets: [shuruq] },
  { title: 'سنة كاملة', body: ['في سنة واحدة بني المرفأ.'], day: 20140000, facets: [bayan] },
  {
    title: 'رسو السفينة',
    body: ['رست السفينة في الميناء القديم.'],
    day: 20140305,
    facets: [bayan, ports],
  },
  {
    title: 'خبر من البلدية',
    body: ['قالت البلدية إن الميناء مغلق. السفينة بعيدة.'],
    day: 20141231,
  },
  {
    title: 'شهر كامل',
    body: ['وصلت سفن كثيرة إلى الميناء القديم.'],
    day: 20150700,
    facets: [shuruq, ports],
  },
  {
    title: 'السوق',
    body: ['في السوق القديم سمك، وفي الميناء سفينة وبحارة.'],
    day: 20150721,
    facets: [shuruq],
  },
  {
    title: 'وزير ومسؤول',
    body: ['التقى الوزير مسئولا في الميناء.', 'قال وزير سابق.'],
    day: 20150722,
  },
  {
    title: 'وفد',
    body: ['وصل وفد من القاهرة، وقالت القاهرة إن الوفد عاد.'],
    day: 20160101,
    facets: [bayan],
  },
];

const { reader } = memoryIndex(stories);

const search = (
  query: string,
  { isIncomplete = false, ...changes }: Partial<Request> & { readonly isIncomplete?: boolean } = {},
): Promise<Answer> =>
  find(
    reader,
    { query, exact: false, facets: [], from: 0, to: 0, sort: 'best', ...changes },
    isIncomplete,
  );

const documentsFor = async (...given: Parameters<typeof search>): Promise<readonly number[]> =>
  (await search(...given)).documents;

const sortedDocumentsFor = async (
  ...given: Parameters<typeof search>
): Promise<readonly number[]> => [...(await documentsFor(...given))].sort((a, b) => a - b);

describe('words', () => {
  test('articles with all words are found', async () => {
    const { documents, complete, isPartial } = await search('السفينة القديم');
    expect([...documents].sort((a, b) => a - b)).toEqual([0, 3, 6]);
    expect(documents[0]).toBe(3);
    expect({ complete, isPartial }).toEqual({ complete: 3, isPartial: false });
  });

  test('where no article has all words, those with most of them are found, and the answer says so', async () => {
    const { documents, complete, isPartial } = await search('السفينة القديم البلدية مغلق');
    expect(documents).toEqual([4]);
    expect({ complete, isPartial }).toEqual({ complete: 0, isPartial: true });
    // Half of the words is the most that any article has.
    expect(await sortedDocumentsFor('السوق وفد')).toEqual([6, 8]);
    expect(await search('زرافة فيل')).toMatchObject({ documents: [], isPartial: false });
  });

  test('all forms of a word are found, the exact form first', async () => {
    const index = memoryIndex([
      { body: ['جلس الوزير هنا'] },
      { body: ['جلس وزير هنا'] },
      { body: ['جلس للوزير هنا'] },
    ]);
    const request: Request = {
      ...{ query: 'وزير', exact: false, facets: [], from: 0, to: 0, sort: 'best' },
    };
    const { documents, words } = await find(index.reader, request, false);
    expect(documents[0]).toBe(1);
    expect([...documents].sort()).toEqual([0, 1, 2]);
    expect(words.map(({ word, forms: { length } }) => [word, length])).toEqual([['وزير', 3]]);
    const exact = await find(index.reader, { ...request, exact: true }, false);
    expect(exact.documents).toEqual([1]);
    expect(exact.words[0]?.forms.map(({ form }) => form)).toEqual(['وزير']);
  });

  test('spelling variants are equal', async () => {
    expect(await documentsFor('مسؤول')).toEqual([7]);
    expect(await documentsFor('مسئولا', { exact: true })).toEqual([7]);
    expect(await documentsFor('القاهره')).toEqual([8]);
    expect(await documentsFor('القَاهِرَةُ', { exact: true })).toEqual([8]);
  });

  test('a word in the title counts more than one in the text', async () => {
    const index = memoryIndex([
      { title: 'رحلة', body: ['كلام عن البحر كلام عن البحر كلام'] },
      { title: 'البحر', body: ['كلام عن رحلة كلام عن سفر كلام'] },
      { title: 'سفر', headings: ['البحر'], body: ['كلام عن رحلة كلام عن كلام'] },
    ]);
    const request: Request = {
      ...{ query: 'البحر', exact: false, facets: [], from: 0, to: 0, sort: 'best' },
    };
    expect((await find(index.reader, request, false)).documents[0]).toBe(1);
  });

  test('of articles with equal scores the newest comes first', async () => {
    const index = memoryIndex(Array.from({ length: 5 }, () => ({ body: ['خبر واحد'] })));
    const request: Request = {
      ...{ query: 'خبر', exact: false, facets: [], from: 0, to: 0, sort: 'best' },
    };
    expect((await find(index.reader, request, false)).documents).toEqual([4, 3, 2, 1, 0]);
  });

  test('a missing word is reported and the index words are searched', async () => {
    const { documents, isPartial, words } = await search('السفينة زرافة');
    expect(documents.length).toBeGreaterThan(2);
    expect(isPartial).toBe(true);
    expect(words.map(({ word, forms }) => [word, forms.length > 0])).toEqual([
      ['السفينه', true],
      ['زرافه', false],
    ]);
  });

  test('a misspelt word gets a suggestion', async () => {
    const { documents, words } = await search('القاهزة');
    expect(documents).toEqual([]);
    expect(words[0]?.suggestions).toContain('القاهره');
  });

  test('the last word is completed while it is typed', async () => {
    expect(await documentsFor('القاه', { isIncomplete: true })).toEqual([8]);
    expect(await documentsFor('القاه ', { isIncomplete: true })).toEqual([]);
    expect(await documentsFor('القاه')).toEqual([]);
    expect(await documentsFor('القاه وفد', { isIncomplete: true })).toEqual([8]);
  });
});

describe('stop words', () => {
  test('are ignored beside index words, and reported', async () => {
    const { documents, ignoredWords } = await search('سمك في السوق');
    expect(documents).toEqual([6]);
    expect(ignoredWords).toEqual(['في']);
  });

  test('are searched when they are alone', async () => {
    const { documents, ignoredWords } = await search('في');
    expect([...documents].sort((a, b) => a - b)).toEqual([2, 3, 6, 7]);
    expect(ignoredWords).toEqual([]);
  });

  test('are searched in phrases and in exact searches', async () => {
    expect(await documentsFor('«في السوق»')).toEqual([6]);
    expect((await search('سمك في', { exact: true })).ignoredWords).toEqual([]);
  });
});

describe('phrases and exclusions', () => {
  test('a phrase matches its words in sequence', async () => {
    expect(await sortedDocumentsFor('«الميناء القديم»')).toEqual([3, 5]);
    expect(await sortedDocumentsFor('"الميناء القديم"')).toEqual([3, 5]);
    expect(await documentsFor('«القديم الميناء»')).toEqual([]);
    // A phrase may cross a full stop but not the end of a paragraph.
    expect(await documentsFor('«مغلق السفينة»')).toEqual([4]);
    expect(await documentsFor('«الميناء قال»')).toEqual([]);
    expect(await documentsFor('«رسو السفينة رست»')).toEqual([]);
  });

  test('words beside a phrase are required, and dropped before the phrase is', async () => {
    expect(await documentsFor('«الميناء القديم» كثيرة')).toEqual([5]);
    const { documents, isPartial } = await search('«الميناء القديم» وفد قالت');
    expect({ documents, isPartial }).toEqual({ documents: [], isPartial: false });
    expect(await search('«الميناء القديم» كثيرة وفد')).toMatchObject({
      ...{ documents: [5], isPartial: true },
    });
  });

  test('a word in quotation marks is found only in this form', async () => {
    expect(await sortedDocumentsFor('سفينة')).toEqual([0, 3, 4, 6]);
    expect(await documentsFor('«سفينة»')).toEqual([6]);
    expect(await documentsFor('«السفينه» الميناء -«سفينة»')).toEqual(
      await documentsFor('السفينة', { exact: true }),
    );
  });

  test('exclusions alone find everything else, the newest first', async () => {
    expect(await documentsFor('-الميناء')).toEqual([8, 2, 1]);
    expect(await documentsFor('-الميناء -وفد')).toEqual([2, 1]);
    expect(await documentsFor('-زرافة')).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0]);
  });

  test('an article must contain every phrase', async () => {
    expect(await documentsFor('«الميناء القديم» «رست السفينة»')).toEqual([3]);
    expect(await documentsFor('«الميناء القديم» «السوق القديم»')).toEqual([]);
  });

  test('an excluded word excludes all its forms, or only itself in an exact search', async () => {
    expect(await sortedDocumentsFor('الميناء -القديم')).toEqual([4, 7]);
    expect(await sortedDocumentsFor('الميناء -سفينة')).toEqual([5, 7]);
    expect(await sortedDocumentsFor('الميناء -سفينة', { exact: true })).toEqual([0, 3, 4, 5, 7]);
    expect(await sortedDocumentsFor('الميناء -زرافة')).toEqual(await sortedDocumentsFor('الميناء'));
  });

  test('an excluded phrase excludes only articles with the phrase', async () => {
    expect(await sortedDocumentsFor('الميناء -«الميناء القديم»')).toEqual([0, 4, 6, 7]);
  });
});

describe('one of several', () => {
  test('OR joins words, phrases and groups', async () => {
    expect(await sortedDocumentsFor('سمك OR وفد')).toEqual([6, 8]);
    expect(await sortedDocumentsFor('سمك أو وفد أو المرفأ')).toEqual([2, 6, 8]);
    expect(await sortedDocumentsFor('«الميناء القديم» OR المرفأ')).toEqual([2, 3, 5]);
    expect(await sortedDocumentsFor('(السفينة القديم) OR وفد')).toEqual([0, 3, 6, 8]);
    expect(await sortedDocumentsFor('السفينة (رست OR بحارة)')).toEqual([3, 6]);
    expect(await sortedDocumentsFor('وفد OR -الميناء')).toEqual([1, 2, 8]);
  });
});

describe('fields', () => {
  test('a word or a phrase in the title', async () => {
    expect(await sortedDocumentsFor('title:السفينة')).toEqual([3]);
    expect(await sortedDocumentsFor('العنوان:ورقة')).toEqual([0, 1]);
    expect(await sortedDocumentsFor('-title:ورقة -الميناء')).toEqual([2, 8]);
    expect(await documentsFor('title:«ورقة أخرى»')).toEqual([1]);
    expect(await documentsFor('title:«الميناء القديم»')).toEqual([]);
    expect(await sortedDocumentsFor('title:(السوق OR وفد)')).toEqual([6, 8]);
    expect(await documentsFor('title:القديم')).toEqual([]);
  });

  test('a phrase whose words occur in the title before it', async () => {
    const index = memoryIndex([
      { title: 'الأمن مجلس يعود إلى مجلس الأمن' },
      { title: 'الأمن مجلس يعود', body: ['مجلس الأمن'] },
      { title: 'من مجلس الأمن', body: ['الأمن'] },
    ]);
    const request: Request = {
      ...{ query: 'title:"مجلس الأمن"', exact: false, facets: [], from: 0, to: 0, sort: 'oldest' },
    };
    expect((await find(index.reader, request, false)).documents).toEqual([0, 2]);
  });

  test('a term, by its name or by a part of it', async () => {
    expect(await documentsFor('source:الشروق')).toEqual([6, 5, 1]);
    expect(await documentsFor('المصدر:"البيان" subject:الموانئ')).toEqual([3]);
    expect(await sortedDocumentsFor('الميناء -source:الشروق -المصدر:البيان')).toEqual([0, 4, 7]);
    expect(await documentsFor('author:الشروق')).toEqual([]);
    const index = memoryIndex(
      ['الشرق الأوسط', 'الشرق', 'بريد الشرق', 'الأهرام'].map((name) => ({
        facets: [facetName('source', termSlug(name))],
      })),
    );
    const withTerm = async (query: string): Promise<readonly number[]> => {
      const request: Request = {
        ...{ query, exact: false, facets: [], from: 0, to: 0, sort: 'oldest' },
      };
      return (await find(index.reader, request, false)).documents;
    };
    expect(await withTerm('source:الشرق')).toEqual([1]);
    expect(await withTerm('source:الاوسط')).toEqual([0]);
    expect(await withTerm('source:"الشرق الاوسط"')).toEqual([0]);
    expect(await withTerm('source:"الأوسط الشرق"')).toEqual([]);
    expect(await withTerm('-source:الاهرام')).toEqual([0, 1, 2]);
    expect(await withTerm('source:الأهرام OR source:بريد')).toEqual([2, 3]);
  });

  test('a term that the archive lacks is told with its field', async () => {
    const unknownIn = async (query: string): Promise<Answer['unknownTerms']> =>
      (await search(query)).unknownTerms;
    expect(await unknownIn('الميناء source:zzz')).toEqual([
      { kind: 'term', field: 'source', forms: ['zzz'] },
    ]);
    expect(await unknownIn('author:الشروق OR سمك')).toEqual([
      { kind: 'term', field: 'author', forms: ['الشروق'] },
    ]);
    expect(await unknownIn('source:الشروق -source:البيان')).toEqual([]);
  });

  test('dates', async () => {
    expect(await documentsFor('before:2015')).toEqual([4, 3, 2]);
    expect(await documentsFor('بعد:2014')).toEqual([8, 7, 6, 5]);
    expect(await documentsFor('after:2014 before:2015-07-22')).toEqual([6, 5]);
    expect(await documentsFor('date:٢٠١٥-٠٧')).toEqual([7, 6, 5]);
    expect(await documentsFor('-date:2015')).toEqual([8, 4, 3, 2, 1, 0]);
    expect(await sortedDocumentsFor('الميناء قبل:2015')).toEqual([3, 4]);
  });
});

describe('filters', () => {
  test('an article must have every facet', async () => {
    expect(await sortedDocumentsFor('الميناء', { facets: [shuruq] })).toEqual([5, 6]);
    expect(await sortedDocumentsFor('الميناء', { facets: [shuruq, ports] })).toEqual([5]);
    expect(await documentsFor('الميناء', { facets: [facetName('source', 'غير موجود')] })).toEqual(
      [],
    );
    expect(await documentsFor('الميناء', { facets: ['__proto__'] })).toEqual([]);
  });

  test('a facet without a query lists its articles, newest first', async () => {
    expect(await documentsFor('', { facets: [shuruq] })).toEqual([6, 5, 1]);
    expect(await documentsFor('', { facets: [bayan], sort: 'oldest' })).toEqual([2, 3, 8]);
  });

  test('date ranges include both ends', async () => {
    expect(await sortedDocumentsFor('الميناء', { from: 20150721 })).toEqual([6, 7]);
    expect(await sortedDocumentsFor('الميناء', { to: 20150721 })).toEqual([3, 4, 5, 6]);
    expect(await sortedDocumentsFor('الميناء', { from: 20140305, to: 20141231 })).toEqual([3, 4]);
    expect(await documentsFor('الميناء', { from: 20170101 })).toEqual([]);
    expect(await documentsFor('الميناء', { to: 20131231 })).toEqual([]);
    expect(await documentsFor('الميناء', { from: 20150101, to: 20140101 })).toEqual([]);
  });

  test('an article dated to a month or year is in the range of that month or year', async () => {
    // The range of 2015-07 in a URL.
    expect(await sortedDocumentsFor('الميناء', { from: 20150700, to: 20150799 })).toEqual([
      5, 6, 7,
    ]);
    expect(await documentsFor('المرفأ', { from: 20140000, to: 20149999 })).toEqual([2]);
    expect(await documentsFor('المرفأ', { from: 20140101, to: 20141231 })).toEqual([]);
  });

  test('undated articles are outside every date range', async () => {
    expect(await sortedDocumentsFor('ورقة')).toEqual([0, 1]);
    expect(await documentsFor('ورقة', { to: 20991231 })).toEqual([]);
    expect(await documentsFor('ورقة', { from: 1 })).toEqual([]);
  });

  test('date ranges do not depend on the size of the stored-fields files', async () => {
    for (const articlesPerFile of [1, 2, 3, 9, 50]) {
      const index = memoryIndex(stories, { articlesPerFile });
      for (const day of [20140101, 20140305, 20140306, 20150700, 20150722, 20160101, 20160102]) {
        for (const range of [{ from: day }, { to: day }]) {
          const request: Request = {
            ...{ query: 'الميناء', exact: false, facets: [], from: 0, to: 0, sort: 'oldest' },
            ...range,
          };
          const expected = stories.flatMap(({ body = [], day: date = 0 }, n) => {
            const isWithin = date > 0 && (range.to === undefined ? date >= day : date <= day);
            return isWithin && /ميناء/.test(body.join(' ')) ? [n] : [];
          });
          expect((await find(index.reader, request, false)).documents).toEqual(expected);
        }
      }
    }
  });
});

test('results are sorted by date in either direction', async () => {
  const all = await sortedDocumentsFor('الميناء');
  expect(await documentsFor('الميناء', { sort: 'oldest' })).toEqual(all);
  expect(await documentsFor('الميناء', { sort: 'newest' })).toEqual(all.toReversed());
});

test('results are counted by year', async () => {
  expect((await search('الميناء')).years).toEqual([
    { year: 2014, articles: 2 },
    { year: 2015, articles: 3 },
  ]);
  expect((await search('ورقة')).years).toEqual([]);
});

describe('unusual queries', () => {
  test.each([
    ['nothing', ''],
    ['punctuation', '؟!.,«»"" -- ()[]'],
    ['directional marks', '\u200f\u202b\u202c\u2066\u2069'],
  ])('%s: no results and no error', async (_, query) => {
    expect(await search(query)).toMatchObject({ documents: [], complete: 0, years: [] });
    expect(await search(query, { isIncomplete: true })).toMatchObject({ documents: [] });
  });

  test.each([
    ['ten thousand letters', 'م'.repeat(10_000)],
    ['ten thousand words', 'زرافة '.repeat(10_000)],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['names of object properties', '__proto__ constructor toString'],
    ['a facet', '#field-source:البيان'],
  ])('%s: searched as words', async (_, query) => {
    const { documents } = await search(query);
    expect(documents).toEqual([]);
  });

  test('words of several scripts can be combined', async () => {
    expect(await documentsFor('السوق market рынок 市场')).toEqual([6]);
  });
});

describe('loading', () => {
  test('words load postings files only; a phrase also loads positions', async () => {
    const { reader: ownReader, loaded } = memoryIndex(stories);
    const request: Request = {
      ...{ query: 'الميناء القديم', exact: false, facets: [], from: 0, to: 0, sort: 'best' },
    };
    await find(ownReader, request, false);
    expect(new Set(loaded.map((file) => file.split('/')[0]))).toEqual(new Set(['terms']));
    expect(loaded.length).toBe(1);
    await find(ownReader, { ...request, query: '«الميناء القديم»' }, false);
    await find(ownReader, { ...request, query: '«الميناء القديم»' }, false);
    expect(loaded.map((file) => file.split('/')[0])).toEqual(['terms', 'places']);
  });

  test('a missing or truncated file fails the search, and the next search loads it again', async () => {
    const { reader: ownReader, files } = memoryIndex(stories);
    const request: Request = {
      ...{ query: 'الميناء', exact: false, facets: [], from: 0, to: 0, sort: 'best' },
    };
    const [name = ''] = [...files.keys()].filter((file) => file.startsWith('terms/'));
    const bytes = files.get(name) ?? new Uint8Array();
    files.delete(name);
    await expect(find(ownReader, request, false)).rejects.toThrow('missing');
    files.set(name, bytes.subarray(0, bytes.length - 5));
    await expect(find(ownReader, request, false)).rejects.toThrow(RangeError);
    files.set(name, bytes);
    expect((await find(ownReader, request, false)).documents.length).toBe(6);
  });
});

test('an empty archive can be searched', async () => {
  const { reader: empty } = memoryIndex([]);
  const request: Request = {
    ...{ query: '«مجلس الأمن» خبر', exact: false, facets: [bayan], from: 20150101, to: 20160101 },
    sort: 'best',
  };
  expect(await find(empty, request, false)).toMatchObject({ documents: [], complete: 0 });
});
