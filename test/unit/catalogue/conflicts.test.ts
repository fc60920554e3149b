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

/** Documents with distinct seeds or ordinals; ids and output paths may collide. */
const sketches = fc.uniqueArray(sketch, {
  selector: ({ seed, ordinal }) => `${seed}#${ordinal}`,
  maxLength: 10,
});

const inOrder = (all: readonly Sketch[]): Sketch[] =>
  all.toSorted(
    (a, b) => Buffer.compare(Buffer.from(a.seed), Buffer.from(b.seed)) || a.ordinal - b.ordinal,
  );

test('conflicts are resolved independently of the order of reading', () => {
  fc.assert(
    fc.property(sketches, fc.nat(), (all, turn) => {
      const shuffled = all
        .map((_, i) => all[(i * 7 + turn) % all.length])
        .filter((one) => one !== undefined);
      const order = new Set(shuffled).size === all.length ? shuffled : all.toReversed();
      const together = withCatalogue((catalogue) => {
        putAll(catalogue, inOrder(all));
        return archiveRows(catalogue);
      });
      const oneByOne = withCatalogue((catalogue) => {
        for (const document of order) putAll(catalogue, [document], { tracked: true });
        return archiveRows(catalogue);
      });
      expect(oneByOne).toEqual(together);
    }),
    { numRuns: 150 },
  );
});

test('a document held back by a conflict is published when the conflict is gone, as in a cold build', () => {
  fc.assert(
    fc.property(
      sketches,
      sketches,
      fc.subarray(['a.txt', 'b.txt', 'ز.jsonl']),
      (before, now, removed) => {
        const kept = (all: readonly Sketch[]): Sketch[] =>
          all.filter(({ seed }) => !removed.includes(seed));
        const rewritten = new Set(now.map(({ seed, ordinal }) => `${seed}#${ordinal}`));
        const both = [
          ...before.filter((one) => !rewritten.has(`${one.seed}#${one.ordinal}`)),
          ...now,
        ];
        const warm = withCatalogue((catalogue) => {
          putAll(catalogue, before);
          putAll(catalogue, now, { tracked: true });
          dropAll(catalogue, removed);
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
