import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base91Alphabet } from '../../../src/search/codec/base91-alphabet.ts';
import { base91Decode } from '../../../src/search/codec/base91-decode.ts';
import { base91Encode } from '../../../src/search/codec/base91-encode.ts';
import { bitReader } from '../../../src/search/codec/bit-reader.ts';
import { bitWriter } from '../../../src/search/codec/bit-writer.ts';
import { byteReader } from '../../../src/search/codec/byte-reader.ts';
import { byteWriter } from '../../../src/search/codec/byte-writer.ts';
import { impactCount } from '../../../src/search/codec/impacts.ts';
import { docCapacityFor, readPositions, readPostings } from '../../../src/search/codec/postings.ts';
import {
  type StoredPostings,
  writePositions,
  writePostings,
} from '../../../src/search/codec/write-postings.ts';

/** A number and its code; `width` is the parameter of the code. */
interface Code {
  readonly code: 'bits' | 'rice' | 'gamma';
  readonly value: number;
  readonly width: number;
}

const width = fc.integer({ min: 0, max: 24 });
const code: fc.Arbitrary<Code> = fc.oneof(
  width.chain((bits) =>
    fc.record({
      code: fc.constant('bits' as const),
      value: fc.nat({ max: 2 ** bits - 1 }),
      width: fc.constant(bits),
    }),
  ),
  // A Rice code is unary in its upper part, which is kept to a few hundred bits.
  width.chain((low) =>
    fc.record({
      code: fc.constant('rice' as const),
      value: fc.nat({ max: Math.min(2 ** 31 - 1, 2 ** low * 300) }),
      width: fc.constant(low),
    }),
  ),
  fc.record({
    code: fc.constant('gamma' as const),
    value: fc.oneof(fc.nat({ max: 2 ** 31 - 1 }), fc.nat({ max: 9 })),
    width,
  }),
);

test('numbers written bit by bit are read back', () => {
  fc.assert(
    fc.property(fc.array(code, { maxLength: 60 }), (codes) => {
      const writer = bitWriter();
      for (const { code: kind, value, width: parameter } of codes) writer[kind](value, parameter);
      const reader = bitReader(writer.take());
      for (const { code: kind, value, width: parameter } of codes) {
        expect(reader[kind](parameter)).toBe(value);
      }
      // Less than a byte of padding remains.
      expect(() => reader.bits(8)).toThrow(RangeError);
    }),
  );
});

test('each take starts at a complete byte, to which a reader can align', () => {
  const groups = fc.array(fc.array(code, { maxLength: 6 }), { maxLength: 8 });
  fc.assert(
    fc.property(groups, (given) => {
      const writer = bitWriter();
      const parts = given.map((codes) => {
        for (const { code: kind, value, width: parameter } of codes) writer[kind](value, parameter);
        return writer.take();
      });
      const reader = bitReader(Buffer.concat([Uint8Array.of(255, 255), ...parts]), 2);
      for (const codes of given) {
        for (const { code: kind, value, width: parameter } of codes) {
          expect(reader[kind](parameter)).toBe(value);
        }
        reader.align();
      }
    }),
  );
});

const value = fc.oneof(
  fc.nat({ max: 2 ** 32 - 1 }),
  fc.nat({ max: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'ابت'), maxLength: 300 }),
);

test('numbers and texts written as bytes are read back', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 40 }), fc.uint8Array(), (parts, before) => {
      const writer = byteWriter();
      writer.bytes(before, 0, before.length);
      for (const part of parts) {
        if (typeof part === 'number') writer.number(part);
        else writer.text(part);
      }
      const { length } = writer;
      const bytes = writer.take();
      expect(bytes.length).toBe(length);
      expect(writer.length).toBe(0);
      const reader = byteReader(bytes, before.length);
      for (const part of parts) {
        expect(typeof part === 'number' ? reader.number() : reader.text()).toBe(part);
      }
      expect(reader.offset).toBe(reader.end);
      expect(() => reader.number()).toThrow(RangeError);
    }),
  );
});

test('integers of any length are passed over like read ones', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff_ffff)), fc.nat(0xffff_ffff), (skipped, next) => {
      const writer = byteWriter();
      for (const number of [...skipped, next]) writer.number(number);
      const reader = byteReader(writer.take());
      reader.skip(skipped.length);
      expect(reader.number()).toBe(next);
      expect(() => reader.skip(1)).toThrow(RangeError);
    }),
  );
});

test('truncated bytes raise a RangeError', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ابa'), minLength: 1 }), (given) => {
      const writer = byteWriter();
      writer.text(given);
      const complete = writer.take();
      for (let end = 0; end < complete.length; end += 1) {
        expect(() => byteReader(complete, 0, end).text()).toThrow(RangeError);
        expect(() => byteReader(complete.subarray(0, end)).text()).toThrow(RangeError);
      }
    }),
    { numRuns: 50 },
  );
});

test('base 91 uses only characters that need no escape in a JavaScript string', () => {
  expect(base91Alphabet.length).toBe(91);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const encoded = new TextDecoder().decode(base91Encode(bytes));
      expect(encoded).toMatch(/^\d+ [!#-;=-[\]-~]*$/);
      expect(base91Decode(encoded)).toEqual(bytes);
      // Two characters encode 13 bits.
      expect(encoded.length).toBeLessThanOrEqual(bytes.length * 1.231 + 8);
    }),
  );
});

test('truncated or overlong base 91 raises a RangeError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
      const encoded = new TextDecoder().decode(base91Encode(bytes));
      for (let end = encoded.indexOf(' ') + 1; end < encoded.length; end += 1) {
        expect(() => base91Decode(encoded.slice(0, end))).toThrow(RangeError);
      }
      expect(() => base91Decode(`${encoded}!`)).toThrow(RangeError);
    }),
  );
});

/** Documents of a word by impact, their number, and the document capacity. */
const postings = fc
  .record({
    articles: fc.integer({ min: 1, max: 5000 }),
    chosen: fc.array(fc.tuple(fc.nat({ max: 4999 }), fc.nat({ max: impactCount - 1 })), {
      minLength: 1,
      maxLength: 120,
    }),
  })
  .map(({ articles, chosen }) => {
    const impactOf = new Map(chosen.map(([document, impact]) => [document % articles, impact]));
    const documentsByImpact = Array.from({ length: impactCount }, (_, impact) =>
      [...impactOf]
        .filter(([, value]) => value === impact)
        .map(([document]) => document)
        .sort((a, b) => a - b),
    );
    const stored = documentsByImpact.toReversed().flat();
    const written: StoredPostings = {
      documents: stored,
      // Every third document has the word in its title.
      titles: stored.map((document) => (document % 3 === 0 ? 1 : 0)),
      groupSizes: documentsByImpact.map(({ length }) => length),
      count: impactOf.size,
    };
    return { docCapacity: docCapacityFor(articles), documentsByImpact, written };
  });

test('postings are read back, highest impact first', () => {
  fc.assert(
    fc.property(fc.array(postings, { maxLength: 5 }), (lists) => {
      const writer = bitWriter();
      for (const { written, docCapacity } of lists) writePostings(writer, written, docCapacity);
      const reader = bitReader(writer.take());
      for (const { documentsByImpact, docCapacity, written } of lists) {
        const read = readPostings(reader, written.count, docCapacity);
        const expected = documentsByImpact
          .map((documents, impact) => ({ documents, impact }))
          .toReversed();
        expect([...read.documents]).toEqual(expected.flatMap(({ documents }) => documents));
        expect([...read.impacts]).toEqual(
          expected.flatMap(({ documents, impact }) => documents.map(() => impact)),
        );
        expect([...read.titles]).toEqual(
          [...read.documents].map((document) => (document % 3 === 0 ? 1 : 0)),
        );
      }
    }),
  );
});

test('bits are copied from any bit of other bytes to any bit', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 24 }),
      fc.nat({ max: 7 }),
      fc.nat({ max: 191 }),
      fc.nat({ max: 191 }),
      (source, before, one, other) => {
        const bits = [...source].map((byte) => byte.toString(2).padStart(8, '0')).join('');
        const [from, to] = [one, other].map((at) => at % (bits.length + 1)).sort((a, b) => a - b);
        const writer = bitWriter();
        writer.bits(0, before);
        writer.copy(source, from ?? 0, (to ?? 0) - (from ?? 0));
        expect(writer.bitLength).toBe(before + (to ?? 0) - (from ?? 0));
        const written = [...writer.take()]
          .map((byte) => byte.toString(2).padStart(8, '0'))
          .join('');
        const copied = '0'.repeat(before) + bits.slice(from, to);
        expect(written).toBe(copied.padEnd(Math.ceil(copied.length / 8) * 8, '0'));
      },
    ),
  );
});

test('the document capacity is a power of two', () => {
  expect([0, 1, 2, 3, 4, 5, 1000, 1024, 1025].map(docCapacityFor)).toEqual([
    2, 2, 2, 4, 4, 8, 1024, 1024, 2048,
  ]);
});

test('the positions of a word are read back', () => {
  const positions = fc
    .uniqueArray(fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 2 ** 24 })), {
      minLength: 1,
      maxLength: 200,
    })
    .map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(fc.array(positions, { maxLength: 6 }), (lists) => {
      const writer = bitWriter();
      for (const list of lists) writePositions(writer, list);
      const reader = bitReader(writer.take());
      for (const list of lists) expect([...readPositions(reader)]).toEqual(list);
    }),
  );
});
