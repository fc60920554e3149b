import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textSignature } from '../../../src/article/text-signature.ts';
import { wordHashes } from '../../../src/article/word-hashes.ts';
import { forgetChanges } from '../../../src/catalogue/changes.ts';
import { firstCursor } from '../../../src/catalogue/cursor.ts';
import type { Catalogue } from '../../../src/catalogue/database.ts';
import { recordDuplicates } from '../../../src/catalogue/duplicates.ts';
import { entryReader } from '../../../src/catalogue/entry.ts';
import { holdersIn, keywordColumns } from '../../../src/catalogue/keyword-columns.ts';
import { reportSameTexts } from '../../../src/catalogue/same-texts.ts';
import { openTimeline } from '../../../src/catalogue/timeline.ts';
import { estimatedResemblance } from '../../../src/model/text-signature.ts';
import { dropAll, putAll, type Sketch, withCatalogue } from '../../support/archive-of.ts';

const common = Array.from({ length: 120 }, (_, n) => `كلمة${n}`);

/** Texts of two kinds: those of one kind differ in one word. */
function signatureOf(kind: number, variant: number): string | undefined {
  const words = common.map((word, n) => `${word}${kind}${n === 60 ? variant : ''}`);
  return textSignature(wordHashes([kind === 0 ? 'نص قصير' : words.join(' ')]));
}

/** An article with a text; `n` makes its id, address and date. */
function sketchOf(n: number, kind: number, variant: number): Sketch {
  return {
    ...{ seed: `${n}.txt`, ordinal: 0, id: `n${n}`, outputPath: `articles/${n}.html` },
    ...{ sortKey: -20150101 - n, terms: [], keywords: [kind, 7, 8] },
    signature: signatureOf(kind, variant),
  };
}

/** Compares by the signatures alone. */
const exact = (): number => 1;

/** The ids of each article's duplicates, by its id. */
function duplicatesIn(catalogue: Catalogue): Readonly<Record<string, readonly string[]>> {
  const rows = catalogue
    .prepare(
      'SELECT doc, id, docs FROM documents JOIN duplicate_sets ON duplicates = number ORDER BY doc',
    )
    .all();
  const ids = new Map(rows.map(({ doc, id }) => [String(doc), String(id)]));
  return Object.fromEntries(
    rows.map(({ doc, id, docs }) => {
      const others = String(docs)
        .split(' ')
        .filter((other) => other !== String(doc));
      return [String(id), others.map((other) => ids.get(other) ?? '').sort()];
    }),
  );
}

/** The diagnostics of the archive. */
const toldIn = (catalogue: Catalogue): unknown =>
  catalogue.prepare('SELECT seed, diagnostic FROM diagnostics ORDER BY seed, ordinal, n').all();

/** Compares every text with every other. */
function expectedDuplicates(all: readonly Sketch[]): Readonly<Record<string, readonly string[]>> {
  const lists = all.flatMap(({ id, signature }) => {
    const others = all.filter(
      (other) =>
        other.id !== id &&
        signature !== undefined &&
        other.signature !== undefined &&
        estimatedResemblance(signature, other.signature) > 0.8,
    );
    return others.length === 0 ? [] : [[id, others.map((other) => other.id).sort()]];
  });
  return Object.fromEntries(lists);
}

const change = fc.record({
  n: fc.nat({ max: 7 }),
  kind: fc.nat({ max: 2 }),
  variant: fc.nat({ max: 2 }),
  isRemoved: fc.boolean(),
});

test('after any changes the duplicates, and what is told of them, are those of a comparison of all with all', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 4 }), (rounds) => {
      withCatalogue((catalogue) => {
        const present = new Map<number, Sketch>();
        recordDuplicates(catalogue, false, exact);
        for (const round of rounds) {
          for (const { n, kind, variant, isRemoved } of round) {
            if (isRemoved) dropAll(catalogue, [`${n}.txt`]);
            else putAll(catalogue, [sketchOf(n, kind, variant)], { tracked: true });
            if (isRemoved) present.delete(n);
            else present.set(n, sketchOf(n, kind, variant));
          }
          recordDuplicates(catalogue, true, exact);
          reportSameTexts(catalogue, true, (seed) => seed);
          forgetChanges(catalogue);
          expect(duplicatesIn(catalogue)).toEqual(expectedDuplicates([...present.values()]));
        }
        const warm = [duplicatesIn(catalogue), toldIn(catalogue)];
        recordDuplicates(catalogue, false, exact);
        reportSameTexts(catalogue, false, (seed) => seed);
        expect([duplicatesIn(catalogue), toldIn(catalogue)]).toEqual(warm);
      });
    }),
    { numRuns: 30 },
  );
});

test('a text of very many articles shows no copies, and shows them again where some are removed', () => {
  withCatalogue((catalogue) => {
    putAll(
      catalogue,
      Array.from({ length: 64 }, (_, n) => sketchOf(n, 1, 0)),
    );
    recordDuplicates(catalogue, false, exact);
    expect(Object.keys(duplicatesIn(catalogue))).toHaveLength(64);
    putAll(catalogue, [sketchOf(64, 1, 0)], { tracked: true });
    recordDuplicates(catalogue, true, exact);
    expect(duplicatesIn(catalogue)).toEqual({});
    forgetChanges(catalogue);
    dropAll(catalogue, ['3.txt']);
    recordDuplicates(catalogue, true, exact);
    expect(Object.keys(duplicatesIn(catalogue))).toHaveLength(64);
  });
});

test('a text of many articles, and one that is nearly the same, are stored as one set, with all of them', () => {
  withCatalogue((catalogue) => {
    const copies = Array.from({ length: 40 }, (_, n) => sketchOf(n, 1, 0));
    putAll(catalogue, [...copies, sketchOf(40, 1, 1), sketchOf(41, 2, 0)]);
    const sets = (): unknown =>
      catalogue
        .prepare('SELECT docs FROM duplicate_sets')
        .all()
        .map(({ docs }) => String(docs).split(' ').length);
    recordDuplicates(catalogue, false, exact);
    expect(sets()).toEqual([41]);
    expect(duplicatesIn(catalogue).n7).toHaveLength(40);
    forgetChanges(catalogue);
    // The former set is removed where no document has it any more.
    dropAll(catalogue, ['7.txt']);
    recordDuplicates(catalogue, true, exact);
    expect(sets()).toEqual([40]);
    expect(duplicatesIn(catalogue).n8).toHaveLength(39);
  });
});

test('only the entries that a page shows of many copies are read', () => {
  withCatalogue((catalogue) => {
    const [copies, others] = [1, 2].map((kind) =>
      Array.from({ length: 30 }, (_, n) => sketchOf(30 * kind + n, kind, 0)),
    );
    putAll(catalogue, [...(copies ?? []), ...(others ?? [])]);
    recordDuplicates(catalogue, false, exact);
    const read = entryReader(catalogue);
    const shown = new Set<number>();
    const holders = holdersIn(keywordColumns(catalogue));
    const timeline = openTimeline(
      catalogue,
      (doc) => {
        shown.add(doc);
        return read(doc);
      },
      holders,
    );
    const [first] = timeline.articles(firstCursor, 1);
    expect(first?.alsoPublished).toHaveLength(10);
    expect(first?.related.map(({ also }) => also.length)).toEqual([3]);
    // Itself, its neighbour and copies, and a related article with copies.
    expect(shown.size).toBeLessThanOrEqual(1 + 10 + 1 + 3);
  });
});

test('only the pages that show a changed copy are marked', () => {
  withCatalogue((catalogue) => {
    putAll(catalogue, [sketchOf(0, 1, 0), sketchOf(1, 1, 1), sketchOf(2, 2, 0)]);
    recordDuplicates(catalogue, false, exact);
    catalogue.exec('UPDATE documents SET dirty = 0');
    const dirty = (): unknown =>
      catalogue
        .prepare('SELECT id FROM documents WHERE dirty = 1 ORDER BY id')
        .all()
        .map(({ id }) => id);
    putAll(catalogue, [sketchOf(3, 2, 1)], { tracked: true });
    recordDuplicates(catalogue, true, exact);
    expect(dirty()).toEqual(['n2', 'n3']);
    forgetChanges(catalogue);
    // Its title stands on the page of its copy.
    putAll(catalogue, [{ ...sketchOf(0, 1, 0), title: 'عنوان آخر' }], { tracked: true });
    recordDuplicates(catalogue, true, exact);
    expect(dirty()).toEqual(['n0', 'n1']);
  });
});

test('of copies only the first is related, with the others; those of the article itself are not', () => {
  withCatalogue((catalogue) => {
    putAll(catalogue, [sketchOf(0, 1, 0), sketchOf(1, 1, 1), sketchOf(2, 2, 0), sketchOf(3, 2, 1)]);
    recordDuplicates(catalogue, false, exact);
    const shown = openTimeline(catalogue)
      .articles(firstCursor, 9)
      .map(({ article, related, alsoPublished }) => [
        article.id,
        alsoPublished.map(({ id }) => id),
        related.map(({ entry, also }) => [entry.id, also.map(({ id }) => id)]),
      ]);
    expect(shown).toEqual([
      ['n3', ['n2'], [['n1', ['n0']]]],
      ['n2', ['n3'], [['n1', ['n0']]]],
      ['n1', ['n0'], [['n3', ['n2']]]],
      ['n0', ['n1'], [['n3', ['n2']]]],
    ]);
  });
});

test('the same text under several ids is told once, with the files', () => {
  withCatalogue((catalogue) => {
    putAll(catalogue, [sketchOf(4, 1, 0), sketchOf(1, 1, 0), sketchOf(2, 1, 1), sketchOf(3, 1, 0)]);
    putAll(catalogue, [sketchOf(5, 0, 0), sketchOf(6, 0, 0)]);
    recordDuplicates(catalogue, false, exact);
    const told = (): unknown =>
      catalogue
        .prepare('SELECT diagnostic FROM diagnostics')
        .all()
        .map(({ diagnostic }) => JSON.parse(String(diagnostic)));
    reportSameTexts(catalogue, false, (seed) => `seeds/${seed}`);
    expect(told()).toEqual([
      {
        ...{ rule: 'same-text', severity: 'info', file: '1.txt' },
        values: { count: 3, others: 'seeds/3.txt, seeds/4.txt' },
      },
    ]);
    dropAll(catalogue, ['3.txt', '4.txt']);
    recordDuplicates(catalogue, true, exact);
    reportSameTexts(catalogue, true, (seed) => seed);
    expect(told()).toEqual([]);
  });
});
