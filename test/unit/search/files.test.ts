import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stemOf } from '../../../src/arabic/stem.ts';
import { wordForms } from '../../../src/arabic/word-letters.ts';
import { byteReader } from '../../../src/search/codec/byte-reader.ts';
import { facetName, isFacet } from '../../../src/search/codec/facet.ts';
import { lastNotAfter, readIndexManifest } from '../../../src/search/codec/index-manifest.ts';
import { docCapacityFor } from '../../../src/search/codec/postings.ts';
import { openPostingsFile } from '../../../src/search/codec/postings-file.ts';
import { readStoredFields, type StoredFields } from '../../../src/search/codec/stored-fields.ts';
import { writeIndexManifest } from '../../../src/search/codec/write-index-manifest.ts';
import { writeStoredFields } from '../../../src/search/codec/write-stored-fields.ts';
import { positionsWriter } from '../../../src/search/index/postings-files.ts';
import type { SearchDocument } from '../../../src/search/index/segment.ts';
import { type Making, shardsFor } from '../../support/memory-index.ts';

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

/** Where each form stands: article by article; a block's end takes a place as well. */
function standing(given: readonly SearchDocument[]): Map<string, Map<number, number[]>> {
  const found = new Map<string, Map<number, number[]>>();
  given.forEach(({ blocks, facets }, document) => {
    let place = 0;
    const put = (form: string, at?: number): void => {
      const articles = found.get(form) ?? new Map<number, number[]>();
      found.set(form, articles);
      const positions = articles.get(document) ?? [];
      articles.set(document, at === undefined ? positions : [...positions, at]);
    };
    for (const { text } of blocks) {
      for (const form of wordForms(text)) {
        put(form, place);
        place += 1;
      }
      place += 1;
    }
    for (const name of facets) put(name);
  });
  return found;
}

/** Reads the same from the shards of an index. */
function indexed(
  given: readonly SearchDocument[],
  making: Making,
): Map<string, Map<number, number[]>> {
  const found = new Map<string, Map<number, number[]>>();
  const room = docCapacityFor(given.length);
  let last = '';
  for (const { first, terms, positions } of shardsFor(given, making)) {
    const shard = openPostingsFile(terms, room);
    expect(first).toBe(shard.stems[0]?.stem);
    shard.stems.forEach(({ stem, forms }, at) => {
      expect(stem > last || last === '').toBe(true);
      last = stem;
      const postings = shard.postings(at);
      const standings = isFacet(stem) ? [] : shard.positions(at, positions);
      forms.forEach(({ form, count }, which) => {
        expect(isFacet(form) ? form : stemOf(form)).toBe(stem);
        const { documents: having } = postings[which] ?? { documents: [] };
        expect(having.length).toBe(count);
        const articles = Array.from(having, (document, i): [number, number[]] => [
          document,
          [...(standings[which]?.[i] ?? [])],
        ]);
        expect(found.has(form)).toBe(false);
        found.set(form, new Map(articles));
      });
    });
  }
  return found;
}

test('an index says of every form in which articles it stands, and where', () => {
  const making = fc.record({
    together: fc.integer({ min: 1, max: 6 }),
    letters: fc.constantFrom(0, 1, 2),
  });
  fc.assert(
    fc.property(documents, making, (given, how) => {
      expect(indexed(given, how)).toEqual(standing(given));
    }),
    { numRuns: 200 },
  );
});

test('however its articles were put together, an index is the same', () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: 1, max: 6 }), (given, together) => {
      expect(shardsFor(given, { together, letters: 2 })).toEqual(
        shardsFor(given, { together: 100, letters: 0 }),
      );
    }),
    { numRuns: 50 },
  );
});

/** Articles of words that no other has: enough for several shards and files of places. */
const many = (count: number): SearchDocument[] =>
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

test('a long index is cut into shards and files of places, each found by its number', () => {
  const given = many(400);
  const room = docCapacityFor(given.length);
  const shards = shardsFor(given, { together: 64, letters: 1 });
  expect(shards.length).toBeGreaterThan(5);
  for (const { terms } of shards) expect(terms.length).toBeLessThan(25_000);
  const stems = shards.flatMap(({ terms }) => openPostingsFile(terms, room).stems);
  const forms = stems.flatMap((stem) => stem.forms);
  const expected = standing(given);
  expect(new Map(forms.map(({ form, count }) => [form, count]))).toEqual(
    new Map([...expected].map(([form, articles]) => [form, articles.size])),
  );
  for (const { terms, positions } of shards) {
    const shard = openPostingsFile(terms, room);
    const at = shard.stems.length - 1;
    const form = shard.stems[at]?.forms.at(-1)?.form ?? '';
    expect([...(shard.postings(at).at(-1)?.documents ?? [])].sort((a, b) => a - b)).toEqual([
      ...(expected.get(form)?.keys() ?? []),
    ]);
    const standings = shard.positions(at, positions).at(-1) ?? [];
    expect(standings.map((list) => list.length).sort()).toEqual(
      [...(expected.get(form)?.values() ?? [])].map((list) => list.length).sort(),
    );
  }
  const writer = positionsWriter(room);
  const files = [...shards.flatMap((shard) => writer.put(shard)), ...writer.end()];
  expect(files.length).toBeGreaterThan(1);
  expect(writer.end()).toEqual([]);
  const kept = files.flatMap(({ bytes, shards: count }) => {
    const reader = byteReader(bytes);
    const parts = Array.from({ length: count }, () => {
      const length = reader.number();
      reader.at += length;
      return bytes.subarray(reader.at - length, reader.at);
    });
    expect(reader.at).toBe(reader.end);
    return parts;
  });
  expect(kept).toEqual(shards.map(({ positions }) => positions));
});

test('a changed article changes the shards of its words only', () => {
  const before = many(400);
  const changed = before.map((document, n) =>
    n === 200
      ? { ...document, blocks: [...document.blocks, { field: 'body' as const, text: 'جديد' }] }
      : document,
  );
  const known = new Set(
    shardsFor(before, { together: 100 }).map(({ terms }) => Buffer.from(terms).toString('hex')),
  );
  const now = shardsFor(changed, { together: 100 }).map(({ terms }) =>
    Buffer.from(terms).toString('hex'),
  );
  const rewritten = now.filter((terms) => !known.has(terms));
  expect(rewritten.length).toBeGreaterThan(0);
  expect(rewritten.length).toBeLessThanOrEqual(2);
});

test('a shard that was cut off or spoilt is refused or read, and nothing worse', () => {
  const given = many(20);
  const [shard] = shardsFor(given);
  const terms = shard?.terms ?? new Uint8Array();
  const room = docCapacityFor(given.length);
  expect(() => openPostingsFile(new Uint8Array(), room)).toThrow(RangeError);
  const readAll = (bytes: Uint8Array): void => {
    const open = openPostingsFile(bytes, room);
    open.postings(open.stems.length - 1);
  };
  const spoilt = fc.tuple(fc.nat({ max: terms.length - 1 }), fc.nat({ max: 255 }));
  fc.assert(
    fc.property(spoilt, ([at, byte]) => {
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
/** Pieces of texts, so many to a file; a piece alone in its file gives it its name. */
const placedTexts = fc
  .tuple(
    named(ascending(500).map((list) => list.map((first) => ({ first })))),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([pieces, textsTogether]) => ({
    textsTogether,
    texts: pieces.map((piece, n) => {
      const first = pieces[n - (n % textsTogether)]?.name ?? '';
      return { ...piece, file: textsTogether === 1 ? piece.name : [...first].reverse().join('') };
    }),
  }));

const directory = fc.record({
  articles: fc.nat({ max: 1_000_000 }),
  shards: named(
    fc
      .uniqueArray(
        fc.constantFrom('#source:البيان', '2015', 'nato', 'بحر', 'وزير', 'يوم', '__proto__'),
      )
      .map((firsts) => firsts.sort().map((first) => ({ first }))),
  ),
  positions: named(ascending(500).map((list) => list.map((shard) => ({ shard })))),
  cards: named(
    fc
      .tuple(ascending(500), fc.nat({ max: 20_161_231 }))
      .map(([list, date]) => list.map((first, i) => ({ first, date: i % 2 === 0 ? date : 0 }))),
  ),
  years: ascending(2100).map((list) => list.map((year, i) => ({ year, first: i * 3 }))),
  placed: placedTexts,
});

test('a directory is read as it was written', () => {
  fc.assert(
    fc.property(directory, ({ placed, ...others }) => {
      const given = { ...others, ...placed };
      expect(readIndexManifest(writeIndexManifest(given))).toEqual(given);
    }),
  );
});

test('the last of some things that do not come after is found', () => {
  fc.assert(
    fc.property(ascending(50), fc.nat({ max: 60 }), (list, sought) => {
      expect(lastNotAfter(list, (one) => one > sought)).toBe(
        list.findLastIndex((one) => one <= sought),
      );
    }),
  );
});

const line = fc.string({ unit: 'grapheme', maxLength: 20 });
const card: fc.Arbitrary<StoredFields> = fc.record({
  id: fc.string({ unit: fc.constantFrom(...'a1_*$&-.خ'), minLength: 1, maxLength: 6 }),
  outputPath: line,
  title: line,
  date: line,
  day: fc.nat({ max: 20_161_231 }),
  source: line,
});

test('cards are read as they were written, whatever is in them', () => {
  const withId = card.chain((one) =>
    fc
      .tuple(line, line)
      .map(([before, after]) => ({ ...one, outputPath: before + one.id + after })),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(card, withId), { maxLength: 6 }), (cards) => {
      expect(readStoredFields(writeStoredFields(cards))).toEqual(cards);
    }),
  );
  const usual: StoredFields = {
    ...{ id: 'khabar_1', outputPath: 'articles/khabar_1.html', title: 'خبر', date: '', day: 0 },
    source: '',
  };
  expect(writeStoredFields([usual]).split('khabar_1').length).toBe(2);
});
