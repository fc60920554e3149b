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
import { writePositions, writePostings } from '../../../src/search/codec/write-postings.ts';

/** A number, and how it is written. */
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
  // Rice's code writes its upper part in ones: a few hundred of them at most.
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

test('what is written bit by bit is read again', () => {
  fc.assert(
    fc.property(fc.array(code, { maxLength: 60 }), (codes) => {
      const writer = bitWriter();
      for (const one of codes) writer[one.code](one.value, one.width);
      const reader = bitReader(writer.take());
      for (const one of codes) {
        expect(reader[one.code](one.width)).toBe(one.value);
      }
      // Less than a byte is left.
      expect(() => reader.bits(8)).toThrow(RangeError);
    }),
  );
});

test('each take begins on a byte of its own, which a reader finds by aligning', () => {
  const groups = fc.array(fc.array(code, { maxLength: 6 }), { maxLength: 8 });
  fc.assert(
    fc.property(groups, (given) => {
      const writer = bitWriter();
      const parts = given.map((codes) => {
        for (const one of codes) writer[one.code](one.value, one.width);
        return writer.take();
      });
      const reader = bitReader(Buffer.concat([Uint8Array.of(255, 255), ...parts]), 2);
      for (const codes of given) {
        for (const one of codes) {
          expect(reader[one.code](one.width)).toBe(one.value);
        }
        reader.align();
      }
    }),
  );
});

const aPart = fc.oneof(
  fc.nat({ max: 2 ** 32 - 1 }),
  fc.nat({ max: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'ابت'), maxLength: 300 }),
);

test('what is written byte by byte is read again', () => {
  fc.assert(
    fc.property(fc.array(aPart, { maxLength: 40 }), fc.uint8Array(), (parts, before) => {
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
      expect(reader.at).toBe(reader.end);
      expect(() => reader.number()).toThrow(RangeError);
    }),
  );
});

test('bytes that end too soon are refused, never read over', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ابa'), minLength: 1 }), (given) => {
      const writer = byteWriter();
      writer.text(given);
      const whole = writer.take();
      for (let end = 0; end < whole.length; end += 1) {
        expect(() => byteReader(whole, 0, end).text()).toThrow(RangeError);
        expect(() => byteReader(whole.subarray(0, end)).text()).toThrow(RangeError);
      }
    }),
    { numRuns: 50 },
  );
});

test('packed bytes are signs that a string of a script holds as they are', () => {
  expect(base91Alphabet.length).toBe(91);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const packed = new TextDecoder().decode(base91Encode(bytes));
      expect(packed).toMatch(/^\d+ [!#-;=-[\]-~]*$/);
      expect(base91Decode(packed)).toEqual(bytes);
      // Thirteen bits in two signs.
      expect(packed.length).toBeLessThanOrEqual(bytes.length * 1.231 + 8);
    }),
  );
});

test('what was cut off, or goes on too long, is not unpacked', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
      const packed = new TextDecoder().decode(base91Encode(bytes));
      for (let end = packed.indexOf(' ') + 1; end < packed.length; end += 1) {
        expect(() => base91Decode(packed.slice(0, end))).toThrow(RangeError);
      }
      expect(() => base91Decode(`${packed}!`)).toThrow(RangeError);
    }),
  );
});

/** Articles by the steps of a word's weight, and how many there may be. */
const postings = fc
  .record({
    articles: fc.integer({ min: 1, max: 5000 }),
    chosen: fc.array(fc.tuple(fc.nat({ max: 4999 }), fc.nat({ max: impactCount - 1 })), {
      minLength: 1,
      maxLength: 120,
    }),
  })
  .map(({ articles, chosen }) => {
    const levelOf = new Map(chosen.map(([document, level]) => [document % articles, level]));
    const steps = Array.from({ length: impactCount }, (_, level) =>
      [...levelOf]
        .filter(([, of]) => of === level)
        .map(([document]) => document)
        .sort((a, b) => a - b),
    );
    return { room: docCapacityFor(articles), steps, count: levelOf.size };
  });

test('the articles of a word come back, the heaviest first', () => {
  fc.assert(
    fc.property(fc.array(postings, { maxLength: 5 }), (lists) => {
      const writer = bitWriter();
      for (const { steps, room } of lists) writePostings(writer, steps, room);
      const reader = bitReader(writer.take());
      for (const { steps, room, count } of lists) {
        const read = readPostings(reader, count, room);
        const expected = steps.map((documents, level) => ({ documents, level })).toReversed();
        expect([...read.documents]).toEqual(expected.flatMap(({ documents }) => documents));
        expect([...read.impacts]).toEqual(
          expected.flatMap(({ documents, level }) => documents.map(() => level)),
        );
      }
    }),
  );
});

test('the room for articles is a power of two, so that one more seldom changes it', () => {
  expect([0, 1, 2, 3, 4, 5, 1000, 1024, 1025].map(docCapacityFor)).toEqual([
    2, 2, 2, 4, 4, 8, 1024, 1024, 2048,
  ]);
});

test('the places of a word come back', () => {
  const places = fc
    .uniqueArray(fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 2 ** 24 })), {
      minLength: 1,
      maxLength: 200,
    })
    .map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(fc.array(places, { maxLength: 6 }), (lists) => {
      const writer = bitWriter();
      for (const list of lists) writePositions(writer, list);
      const reader = bitReader(writer.take());
      for (const list of lists) expect([...readPositions(reader)]).toEqual(list);
    }),
  );
});
