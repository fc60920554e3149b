import { describe, expect, test } from 'vitest';
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

const { library } = memoryIndex(stories);

const ask = (
  query: string,
  { begun = false, ...changes }: Partial<Request> & { readonly begun?: boolean } = {},
): Promise<Answer> =>
  find(
    library,
    { query, exact: false, facets: [], from: 0, to: 0, sort: 'best', ...changes },
    begun,
  );

const found = async (...given: Parameters<typeof ask>): Promise<readonly number[]> =>
  (await ask(...given)).documents;

const sorted = async (...given: Parameters<typeof ask>): Promise<readonly number[]> =>
  [...(await found(...given))].sort((a, b) => a - b);

describe('words', () => {
  test('any of them will do, those with all come first', async () => {
    const { documents, complete } = await ask('السفينة القديم');
    expect([...documents].sort((a, b) => a - b)).toEqual([0, 3, 4, 5, 6]);
    expect(complete).toBe(3);
    expect([...documents.slice(0, 3)].sort((a, b) => a - b)).toEqual([0, 3, 6]);
    expect(documents[0]).toBe(3);
  });

  test('all their forms are found, and those written as they were asked for come first', async () => {
    const forms = memoryIndex([
      { body: ['جلس الوزير هنا'] },
      { body: ['جلس وزير هنا'] },
      { body: ['جلس للوزير هنا'] },
    ]);
    const request: Request = {
      ...{ query: 'وزير', exact: false, facets: [], from: 0, to: 0, sort: 'best' },
    };
    const { documents, words } = await find(forms.library, request, false);
    expect(documents[0]).toBe(1);
    expect([...documents].sort()).toEqual([0, 1, 2]);
    expect(words.map(({ asked, forms: of }) => [asked, of.length])).toEqual([['وزير', 3]]);
    const exact = await find(forms.library, { ...request, exact: true }, false);
    expect(exact.documents).toEqual([1]);
    expect(exact.words[0]?.forms.map(({ form }) => form)).toEqual(['وزير']);
  });

  test('spelling does not part them', async () => {
    expect(await found('مسؤول')).toEqual([7]);
    expect(await found('مسئولا', { exact: true })).toEqual([7]);
    expect(await found('القاهره')).toEqual([8]);
    expect(await found('القَاهِرَةُ', { exact: true })).toEqual([8]);
  });

  test('a word of the title weighs more than one of the text', async () => {
    const weighed = memoryIndex([
      { title: 'رحلة', body: ['كلام عن البحر كلام عن البحر كلام'] },
      { title: 'البحر', body: ['كلام عن رحلة كلام عن سفر كلام'] },
      { title: 'سفر', headings: ['البحر'], body: ['كلام عن رحلة كلام عن كلام'] },
    ]);
    const request: Request = {
      ...{ query: 'البحر', exact: false, facets: [], from: 0, to: 0, sort: 'best' },
    };
    expect((await find(weighed.library, request, false)).documents[0]).toBe(1);
  });

  test('of what is worth the same the newer comes first', async () => {
    const alike = memoryIndex(Array.from({ length: 5 }, () => ({ body: ['خبر واحد'] })));
    const request: Request = {
      ...{ query: 'خبر', exact: false, facets: [], from: 0, to: 0, sort: 'best' },
    };
    expect((await find(alike.library, request, false)).documents).toEqual([4, 3, 2, 1, 0]);
  });

  test('a word that is nowhere is told, the others are found', async () => {
    const { documents, complete, words } = await ask('السفينة زرافة');
    expect(documents.length).toBeGreaterThan(2);
    expect(complete).toBe(documents.length);
    expect(words.map(({ asked, forms }) => [asked, forms.length > 0])).toEqual([
      ['السفينه', true],
      ['زرافه', false],
    ]);
  });

  test('a word with a slip is answered with one near it', async () => {
    const { documents, words } = await ask('القاهزة');
    expect(documents).toEqual([]);
    expect(words[0]?.near).toContain('القاهره');
  });

  test('the last word goes on while it is being typed', async () => {
    expect(await found('القاه', { begun: true })).toEqual([8]);
    expect(await found('القاه ', { begun: true })).toEqual([]);
    expect(await found('القاه')).toEqual([]);
    expect(await found('القاه وفد', { begun: true })).toEqual([8]);
  });
});

describe('common words', () => {
  test('beside others they are passed over, and told', async () => {
    const { documents, passedOver } = await ask('سمك في السوق');
    expect(documents).toEqual([6]);
    expect(passedOver).toEqual(['في']);
  });

  test('alone they are looked for', async () => {
    const { documents, passedOver } = await ask('في');
    expect([...documents].sort((a, b) => a - b)).toEqual([2, 3, 6, 7]);
    expect(passedOver).toEqual([]);
  });

  test('in a phrase, and where words are to be as written, as well', async () => {
    expect(await found('«في السوق»')).toEqual([6]);
    expect((await ask('سمك في', { exact: true })).passedOver).toEqual([]);
  });
});

describe('phrases and what is excluded', () => {
  test('a phrase is found where its words follow one another', async () => {
    expect(await sorted('«الميناء القديم»')).toEqual([3, 5]);
    expect(await sorted('"الميناء القديم"')).toEqual([3, 5]);
    expect(await found('«القديم الميناء»')).toEqual([]);
    // A full stop is no border, the end of a paragraph is one.
    expect(await found('«مغلق السفينة»')).toEqual([4]);
    expect(await found('«الميناء قال»')).toEqual([]);
    expect(await found('«رسو السفينة رست»')).toEqual([]);
  });

  test('beside a phrase other words only rank', async () => {
    const { documents } = await ask('«الميناء القديم» كثيرة');
    expect(documents).toEqual([5, 3]);
  });

  test('two phrases must both stand there', async () => {
    expect(await found('«الميناء القديم» «رست السفينة»')).toEqual([3]);
    expect(await found('«الميناء القديم» «السوق القديم»')).toEqual([]);
  });

  test('an excluded word goes with all its forms, or as written', async () => {
    expect(await sorted('الميناء -القديم')).toEqual([4, 7]);
    expect(await sorted('الميناء -سفينة')).toEqual([5, 7]);
    expect(await sorted('الميناء -سفينة', { exact: true })).toEqual([0, 3, 4, 5, 7]);
    expect(await sorted('الميناء -زرافة')).toEqual(await sorted('الميناء'));
  });

  test('an excluded phrase goes only as a phrase', async () => {
    expect(await sorted('الميناء -«الميناء القديم»')).toEqual([0, 4, 6, 7]);
  });
});

describe('filters', () => {
  test('a facet narrows, two do so both', async () => {
    expect(await sorted('الميناء', { facets: [shuruq] })).toEqual([5, 6]);
    expect(await sorted('الميناء', { facets: [shuruq, ports] })).toEqual([5]);
    expect(await found('الميناء', { facets: [facetName('source', 'غير موجود')] })).toEqual([]);
    expect(await found('الميناء', { facets: ['__proto__'] })).toEqual([]);
  });

  test('a facet alone shows all that it has, the newest first', async () => {
    expect(await found('', { facets: [shuruq] })).toEqual([6, 5, 1]);
    expect(await found('', { facets: [bayan], sort: 'oldest' })).toEqual([2, 3, 8]);
  });

  test('dates include their ends', async () => {
    expect(await sorted('الميناء', { from: 20150721 })).toEqual([6, 7]);
    expect(await sorted('الميناء', { to: 20150721 })).toEqual([3, 4, 5, 6]);
    expect(await sorted('الميناء', { from: 20140305, to: 20141231 })).toEqual([3, 4]);
    expect(await found('الميناء', { from: 20170101 })).toEqual([]);
    expect(await found('الميناء', { to: 20131231 })).toEqual([]);
    expect(await found('الميناء', { from: 20150101, to: 20140101 })).toEqual([]);
  });

  test('a month, or a year, of which no day is known lies in it', async () => {
    // 2015-07, as the address has it.
    expect(await sorted('الميناء', { from: 20150700, to: 20150799 })).toEqual([5, 6, 7]);
    expect(await found('المرفأ', { from: 20140000, to: 20149999 })).toEqual([2]);
    expect(await found('المرفأ', { from: 20140101, to: 20141231 })).toEqual([]);
  });

  test('undated articles lie between no days', async () => {
    expect(await sorted('ورقة')).toEqual([0, 1]);
    expect(await found('ورقة', { to: 20991231 })).toEqual([]);
    expect(await found('ورقة', { from: 1 })).toEqual([]);
  });

  test('the same holds however cards are put together', async () => {
    for (const cardsTogether of [1, 2, 3, 9, 50]) {
      const other = memoryIndex(stories, { cardsTogether });
      for (const day of [20140101, 20140305, 20140306, 20150700, 20150722, 20160101, 20160102]) {
        for (const range of [{ from: day }, { to: day }]) {
          const request: Request = {
            ...{ query: 'الميناء', exact: false, facets: [], from: 0, to: 0, sort: 'oldest' },
            ...range,
          };
          const expected = stories.flatMap(({ body = [], day: of = 0 }, n) => {
            const isWithin = of > 0 && (range.to === undefined ? of >= day : of <= day);
            return isWithin && /ميناء/.test(body.join(' ')) ? [n] : [];
          });
          expect((await find(other.library, request, false)).documents).toEqual(expected);
        }
      }
    }
  });
});

test('results are sorted by date in either direction', async () => {
  const all = await sorted('الميناء');
  expect(await found('الميناء', { sort: 'oldest' })).toEqual(all);
  expect(await found('الميناء', { sort: 'newest' })).toEqual(all.toReversed());
});

test('the years of all results are counted', async () => {
  expect((await ask('الميناء')).years).toEqual([
    { year: 2014, articles: 2 },
    { year: 2015, articles: 3 },
  ]);
  expect((await ask('ورقة')).years).toEqual([]);
});

describe('what a reader may type', () => {
  test.each([
    ['nothing', ''],
    ['punctuation', '؟!.,«»"" -- ()[]'],
    ['marks of direction', '\u200f\u202b\u202c\u2066\u2069'],
    ['what is excluded only', '-الميناء'],
  ])('%s finds nothing and fails at nothing', async (_, query) => {
    expect(await ask(query)).toMatchObject({ documents: [], complete: 0, years: [] });
    expect(await ask(query, { begun: true })).toMatchObject({ documents: [] });
  });

  test.each([
    ['ten thousand letters', 'م'.repeat(10_000)],
    ['ten thousand words', 'زرافة '.repeat(10_000)],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a name of every object', '__proto__ constructor toString'],
    ['a facet', '#source:البيان'],
  ])('%s is looked for as words', async (_, query) => {
    const { documents } = await ask(query);
    expect(documents).toEqual([]);
  });

  test('words of several scripts are looked for beside one another', async () => {
    expect(await found('السوق market рынок 市场')).toEqual([6]);
  });
});

describe('what is loaded', () => {
  test('for words their shards alone, for a phrase their places too', async () => {
    const { library: own, loaded } = memoryIndex(stories);
    const request: Request = {
      ...{ query: 'الميناء القديم', exact: false, facets: [], from: 0, to: 0, sort: 'best' },
    };
    await find(own, request, false);
    expect(new Set(loaded.map((file) => file.split('/')[0]))).toEqual(new Set(['terms']));
    expect(loaded.length).toBe(1);
    await find(own, { ...request, query: '«الميناء القديم»' }, false);
    await find(own, { ...request, query: '«الميناء القديم»' }, false);
    expect(loaded.map((file) => file.split('/')[0])).toEqual(['terms', 'places']);
  });

  test('a file that is missing or cut off fails the search, and is asked for again', async () => {
    const { library: own, files } = memoryIndex(stories);
    const request: Request = {
      ...{ query: 'الميناء', exact: false, facets: [], from: 0, to: 0, sort: 'best' },
    };
    const [name = ''] = [...files.keys()].filter((file) => file.startsWith('terms/'));
    const whole = files.get(name) ?? new Uint8Array();
    files.delete(name);
    await expect(find(own, request, false)).rejects.toThrow('missing');
    files.set(name, whole.subarray(0, whole.length - 5));
    await expect(find(own, request, false)).rejects.toThrow(RangeError);
    files.set(name, whole);
    expect((await find(own, request, false)).documents.length).toBe(6);
  });
});

test('an archive without articles is searched as any other', async () => {
  const { library: empty } = memoryIndex([]);
  const request: Request = {
    ...{ query: '«مجلس الأمن» خبر', exact: false, facets: [bayan], from: 20150101, to: 20160101 },
    sort: 'best',
  };
  expect(await find(empty, request, false)).toMatchObject({ documents: [], complete: 0 });
});
