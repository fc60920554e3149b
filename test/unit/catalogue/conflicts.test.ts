import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  archiveRows,
  dropAll,
  putAll,
  type Sketch,
  sketch,
  withCatalogue,
} from '../../support/archive-of.ts';

/** Documents in places of their own; ids and addresses may still meet. */
const sketches = fc.uniqueArray(sketch, {
  selector: ({ seed, ordinal }) => `${seed}#${ordinal}`,
  maxLength: 10,
});

const inOrder = (all: readonly Sketch[]): Sketch[] =>
  all.toSorted(
    (a, b) => Buffer.compare(Buffer.from(a.seed), Buffer.from(b.seed)) || a.ordinal - b.ordinal,
  );

test('who has an id or a place does not hang on the order in which documents were read', () => {
  fc.assert(
    fc.property(sketches, fc.nat(), (all, turn) => {
      const shuffled = all
        .map((_, i) => all[(i * 7 + turn) % all.length])
        .filter((one) => one !== undefined);
      const whole = new Set(shuffled).size === all.length ? shuffled : all.toReversed();
      const once = withCatalogue((catalogue) => {
        putAll(catalogue, inOrder(all));
        return archiveRows(catalogue);
      });
      const piecemeal = withCatalogue((catalogue) => {
        for (const one of whole) putAll(catalogue, [one], { tracked: true });
        return archiveRows(catalogue);
      });
      expect(piecemeal).toEqual(once);
    }),
    { numRuns: 150 },
  );
});

test('what a seed held back is published when it is gone, and what changed its place is found there', () => {
  fc.assert(
    fc.property(
      sketches,
      sketches,
      fc.subarray(['a.txt', 'b.txt', 'ز.jsonl']),
      (before, now, gone) => {
        const kept = (all: readonly Sketch[]): Sketch[] =>
          all.filter(({ seed }) => !gone.includes(seed));
        const places = new Set(now.map(({ seed, ordinal }) => `${seed}#${ordinal}`));
        const both = [...before.filter((one) => !places.has(`${one.seed}#${one.ordinal}`)), ...now];
        const warm = withCatalogue((catalogue) => {
          putAll(catalogue, before);
          putAll(catalogue, now, { tracked: true });
          dropAll(catalogue, gone);
          return archiveRows(catalogue);
        });
        const cold = withCatalogue((catalogue) => {
          putAll(catalogue, inOrder(kept(both)));
          return archiveRows(catalogue);
        });
        expect(warm).toEqual(cold);
      },
    ),
    { numRuns: 150 },
  );
});
