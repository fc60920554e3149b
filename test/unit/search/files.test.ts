import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOf } from '../../../src/arabic/word-key.ts';
import { wordForms } from '../../../src/arabic/word-letters.ts';
import { byteReader } from '../../../src/search/codec/byte-reader.ts';
import { facetName, isFacet } from '../../../src/search/codec/facet.ts';
import { lastNotAfter, readIndexManifest } from '../../../src/search/codec/index-manifest.ts';
import { docCapacityFor } from '../../../src/search/codec/postings.ts';
import { openPostingsFile } from '../../../src/search/codec/postings-file.ts';
import { readStoredFields, type StoredFields } from '../../../src/search/codec/stored-fields.ts';
import { writeIndexManifest } from '../../../src/search/codec/write-index-manifest.ts';
import { writeStoredFields } from '../../../src/search/codec/write-stored-fields.ts';
import type { SearchDocument } from '../../../src/search/index/occurrences.ts';
import { positionsWriter } from '../../../src/search/index/postings-files.ts';
import { type IndexParameters, postingsFilesFor } from '../../support/memory-index.ts';

const words = [
  ...['وزير', 'الوزير', 'للوزير', 'وفد', 'قال', 'وقالت', 'مدينة', 'المدينة', 'في', 'نفي', 'NATO'],
  ...['2015', '٢٠١٥', 'مسؤول', 'المسئولين', 'م', 'ن'.repeat(60), '。', 'Москва', '北京'],
];
const block = fc.record({
  field: fc.constantFrom('title', 'heading', 'body'),
  text: fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((list) => list.join(' ')),
});
const documents: fc.Arbitrary<readonly SearchDocument[]> = fc.array(
  fc.record({
    blocks: fc.array(block, { maxLength: 4 }),
    facets: fc.array(
      fc.constantFrom(facetName('source', 'البيان'), facetName('subject', 'شؤون-عربية')),
      { maxLength: 3 },
    ),
  }) as fc.Arbitrary<SearchDocument>,
  { minLength: 1, maxLength: 14 },
);

/** Returns the positions of each form in each article; the end of a block also takes a position. */
function expectedPositions(given: readonly SearchDocument[]): Map<string, Map<number, number[]>> {
  const forms = new Map<string, Map<number, number[]>>();
  given.forEach(({ blocks, facets }, document) => {
    let position = 0;
    const put = (form: string, at?: number): void => {
      const articles = forms.get(form) ?? new Map<number, number[]>();
      forms.set(form, articles);
      const positions = articles.get(document) ?? [];
      articles.set(document, at === undefined ? positions : [...positions, at]);
    };
    for (const { text } of blocks) {
      for (const form of wordForms(text)) {
        put(form, position);
        position += 1;
      }
      position += 1;
    }
    for (const name of facets) put(name);
  });
  return forms;
}

/** Reads the positions of each form in each article from postings files. */
function indexedPositions(
  given: readonly SearchDocument[],
  parameters: IndexParameters,
): Map<string, Map<number, number[]>> {
  const positionsByFormAndArticle = new Map<string, Map<number, number[]>>();
  const docCapacity = docCapacityFor(given.length);
  let last = '';
  for (const { first, terms, positions } of postingsFilesFor(given, parameters)) {
    const file = openPostingsFile(terms, docCapacity);
    const [{ stem: firstStem } = { stem: '' }] = file.stems;
    expect(isFacet(firstStem) ? firstStem.startsWith(first) : first === firstStem).toBe(true);
    file.stems.forEach(({ stem, forms }, at) => {
      expect(stem > last || last === '').toBe(true);
      last = stem;
      const postings = file.postings(at);
      const positionsByForm = isFacet(stem) ? [] : file.positions(at, positions);
      forms.forEach(({ form, count }, formIndex) => {
        expect(isFacet(form) ? form : keyOf(form)).toBe(stem);
        const { documents } = postings[formIndex] ?? { documents: [] };
        expect(documents.length).toBe(count);
        const articles = Array.from(documents, (document, i): [number, number[]] => [
          document,
          [...(positionsByForm[formIndex]?.[i] ?? [])],
        ]);
        expect(positionsByFormAndArticle.has(form)).toBe(false);
        positionsByFormAndArticle.set(form, new Map(articles));
      });
    });
  }
  return positionsByFormAndArticle;
}

test('an index holds the articles and positions of every form', () => {
  const parameters = fc.record({
    segmentSize: fc.integer({ min: 1, max: 6 }),
    prefixLength: fc.constantFrom(0, 1, 2),
  });
  fc.assert(
    fc.property(documents, parameters, (given, options) => {
      expect(indexedPositions(given, options)).toEqual(expectedPositions(given));
    }),
    { numRuns: 200 },
  );
});

test('a word may be in an article hundreds of times, and in the articles of all segments', () => {
  const given = [300, 1, 40, 0, 700].map((times) => ({
    blocks: [{ field: 'body' as const, text: `وفد ${'وزير المدينة '.repeat(times)}` }],
    facets: [facetName('source', 'البيان')],
  }));
  for (const segmentSize of [1, 2, 5]) {
    expect(indexedPositions(given, { segmentSize, prefixLength: 2 })).toEqual(
      expectedPositions(given),
    );
  }
});

test('an index does not depend on the size of its segments and partitions', () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: 1, max: 6 }), (given, segmentSize) => {
      expect(postingsFilesFor(given, { segmentSize, prefixLength: 2 })).toEqual(
        postingsFilesFor(given, { segmentSize: 100, prefixLength: 0 }),
      );
    }),
    { numRuns: 50 },
  );
});

/** Returns articles with many rare words: enough for several postings files and positions files. */
const articlesWithManyWords = (count: number): SearchDocument[] =>
  Array.from({ length: count }, (_, n) => ({
    blocks: [
      {
        field: 'body' as const,
        text: Array.from(
          { length: 150 },
          (_, i) => `${'بتثجحخدذرزسشصضطظعغفق'[(n * 7 + i) % 20]}${(n * 131 + i * 17) % 9973}`,
        ).join(' '),
      },
    ],
    facets: [],
  }));

test('a large index has several postings files and positions files', () => {
  const given = articlesWithManyWords(400);
  const docCapacity = docCapacityFor(given.length);
  const postingsFiles = postingsFilesFor(given, { segmentSize: 64, prefixLength: 1 });
  expect(postingsFiles.length).toBeGreaterThan(5);
  for (const { terms } of postingsFiles) expect(terms.length).toBeLessThan(25_000);
  const stems = postingsFiles.flatMap(({ terms }) => openPostingsFile(terms, docCapacity).stems);
  const forms = stems.flatMap((stem) => stem.forms);
  const expected = expectedPositions(given);
  expect(new Map(forms.map(({ form, count }) => [form, count]))).toEqual(
    new Map([...expected].map(([form, articles]) => [form, articles.size])),
  );
  for (const { terms, positions } of postingsFiles) {
    const file = openPostingsFile(terms, docCapacity);
    const at = file.stems.length - 1;
    const form = file.stems[at]?.forms.at(-1)?.form ?? '';
    expect([...(file.postings(at).at(-1)?.documents ?? [])].sort((a, b) => a - b)).toEqual([
      ...(expected.get(form)?.keys() ?? []),
    ]);
    const positionsByForm = file.positions(at, positions).at(-1) ?? [];
    expect(positionsByForm.map((list) => list.length).sort()).toEqual(
      [...(expected.get(form)?.values() ?? [])].map((list) => list.length).sort(),
    );
  }
  const writer = positionsWriter(docCapacity);
  const files = [...postingsFiles.flatMap((file) => writer.put(file)), ...writer.end()];
  expect(files.length).toBeGreaterThan(1);
  expect(writer.end()).toEqual([]);
  const written = files.flatMap(({ bytes, postingsFiles: count }) => {
    const reader = byteReader(bytes);
    const parts = Array.from({ length: count }, () => {
      const length = reader.number();
      reader.offset += length;
      return bytes.subarray(reader.offset - length, reader.offset);
    });
    expect(reader.offset).toBe(reader.end);
    return parts;
  });
  expect(written).toEqual(postingsFiles.map(({ positions }) => positions));
});

test('a changed article changes only the postings files of its words', () => {
  const before = articlesWithManyWords(400);
  const changed = before.map((document, n) =>
    n === 200
      ? { ...document, blocks: [...document.blocks, { field: 'body' as const, text: 'جديد' }] }
      : document,
  );
  const known = new Set(
    postingsFilesFor(before, { segmentSize: 100 }).map(({ terms }) =>
      Buffer.from(terms).toString('hex'),
    ),
  );
  const changedFiles = postingsFilesFor(changed, { segmentSize: 100 }).map(({ terms }) =>
    Buffer.from(terms).toString('hex'),
  );
  const rewritten = changedFiles.filter((terms) => !known.has(terms));
  expect(rewritten.length).toBeGreaterThan(0);
  expect(rewritten.length).toBeLessThanOrEqual(2);
});

test('a truncated or damaged postings file is read or raises a RangeError', () => {
  const given = articlesWithManyWords(20);
  const [file] = postingsFilesFor(given);
  const terms = file?.terms ?? new Uint8Array();
  const docCapacity = docCapacityFor(given.length);
  expect(() => openPostingsFile(new Uint8Array(), docCapacity)).toThrow(RangeError);
  const readAll = (bytes: Uint8Array): void => {
    const open = openPostingsFile(bytes, docCapacity);
    open.postings(open.stems.length - 1);
  };
  const damage = fc.tuple(fc.nat({ max: terms.length - 1 }), fc.nat({ max: 255 }));
  fc.assert(
    fc.property(damage, ([at, byte]) => {
      expect(() => readAll(terms.subarray(0, at))).toThrow(RangeError);
      const other = terms.slice();
      other[at] = byte;
      try {
        readAll(other);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
    { numRuns: 300 },
  );
});

const ascending = (max: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(fc.nat({ max }), { maxLength: 8 }).map((list) => list.sort((a, b) => a - b));
const name = fc.string({ unit: fc.constantFrom(...'abc019z'), minLength: 7, maxLength: 7 });
const named = <T extends object>(list: fc.Arbitrary<T[]>): fc.Arbitrary<(T & { name: string })[]> =>
  list.chain((items) =>
    fc
      .array(name, { minLength: items.length, maxLength: items.length })
      .map((names) => items.map((item, i) => ({ ...item, name: names[i] ?? '' }))),
  );
/** Chunks of texts, several in a file; a chunk alone in its file has the name of the file. */
const textChunks = fc
  .tuple(
    named(ascending(500).map((list) => list.map((first) => ({ first })))),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([chunks, textChunksPerFile]) => ({
    textChunksPerFile,
    texts: chunks.map((chunk, n) => {
      const first = chunks[n - (n % textChunksPerFile)]?.name ?? '';
      return {
        ...chunk,
        file: textChunksPerFile === 1 ? chunk.name : [...first].reverse().join(''),
      };
    }),
  }));

const manifest = fc.record({
  articles: fc.nat({ max: 1_000_000 }),
  postingsFiles: named(
    fc
      .uniqueArray(
        fc.constantFrom('#source:البيان', '2015', 'nato', 'بحر', 'وزير', 'يوم', '__proto__'),
      )
      .map((firsts) => firsts.sort().map((first) => ({ first }))),
  ),
  positions: named(ascending(500).map((list) => list.map((first) => ({ first })))),
  storedFields: named(
    fc
      .tuple(ascending(500), fc.nat({ max: 20_161_231 }))
      .map(([list, date]) => list.map((first, i) => ({ first, date: i % 2 === 0 ? date : 0 }))),
  ),
  years: ascending(2100).map((list) => list.map((year, i) => ({ year, first: i * 3 }))),
  texts: textChunks,
});

test('a manifest is read as it was written', () => {
  fc.assert(
    fc.property(manifest, ({ texts, ...others }) => {
      const given = { ...others, ...texts };
      expect(readIndexManifest(writeIndexManifest(given))).toEqual(given);
    }),
  );
});

test('the last item that is not after a position is found', () => {
  fc.assert(
    fc.property(ascending(50), fc.nat({ max: 60 }), (list, sought) => {
      expect(lastNotAfter(list, (item) => item > sought)).toBe(
        list.findLastIndex((item) => item <= sought),
      );
    }),
  );
});

const line = fc.string({ unit: 'grapheme', maxLength: 20 });
const storedFields: fc.Arbitrary<StoredFields> = fc.record({
  id: fc.string({ unit: fc.constantFrom(...'a1_*$&-.خ'), minLength: 1, maxLength: 6 }),
  outputPath: line,
  title: line,
  date: line,
  day: fc.nat({ max: 20_161_231 }),
  source: line,
});

test('stored fields are read as they were written', () => {
  const withId = storedFields.chain((fields) =>
    fc
      .tuple(line, line)
      .map(([before, after]) => ({ ...fields, outputPath: before + fields.id + after })),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(storedFields, withId), { maxLength: 6 }), (articles) => {
      expect(readStoredFields(writeStoredFields(articles))).toEqual(articles);
    }),
  );
  const usual: StoredFields = {
    ...{ id: 'khabar_1', outputPath: 'articles/khabar_1.html', title: 'خبر', date: '', day: 0 },
    source: '',
  };
  expect(writeStoredFields([usual]).split('khabar_1').length).toBe(2);
});
