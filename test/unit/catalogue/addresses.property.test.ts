import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressWriter, recordedAddresses } from '../../../src/catalogue/addresses.ts';
import { noChangeLog } from '../../../src/catalogue/changes.ts';
import { resolveConflicts } from '../../../src/catalogue/conflicts.ts';
import type { Catalogue } from '../../../src/catalogue/database.ts';
import { documentWriter } from '../../../src/catalogue/documents.ts';
import { forgetAddressChanges, updateAddresses } from '../../../src/catalogue/moved-articles.ts';
import { planRedirects } from '../../../src/catalogue/redirects.ts';
import type { AddressLine } from '../../../src/model/address-line.ts';
import { documentOf, withCatalogue } from '../../support/archive-of.ts';

/** An article of the model: who it is, its id, and how often it was edited. */
interface Piece {
  readonly who: number;
  readonly id: string;
  readonly edits: number;
}

const outputPath = (folder: string, id: string): string => `${folder}/${id}.html`;

const hashOf = ({ who, edits }: Piece): string => `${who}-${edits}-`.padEnd(32, '0');

/** Puts the articles into the catalogue in place of those before, as a build does. */
function fill(catalogue: Catalogue, folder: string, pieces: readonly Piece[]): void {
  const writer = documentWriter(catalogue, noChangeLog);
  for (const { seed } of catalogue.prepare('SELECT DISTINCT seed FROM documents').all()) {
    writer.drop(String(seed));
  }
  for (const piece of pieces) {
    const path = outputPath(folder, piece.id);
    const found = documentOf({
      ...{ seed: `${piece.id}.txt`, ordinal: 0, id: piece.id, outputPath: path },
      ...{ sortKey: 0, terms: [], keywords: [] },
    });
    const identity = { hash: hashOf(piece), isWithheld: false };
    writer.put({ ...found, article: found.article && { ...found.article, identity } });
  }
  resolveConflicts(catalogue, writer, (seed) => seed);
}

const rules = {
  hasGonePages: false,
  isReserved: () => false,
  keepsPages: false,
  rendersAll: false,
};

/** Brings record and redirects up to date; returns both. */
function settle(catalogue: Catalogue) {
  const change = updateAddresses(catalogue);
  const isChanged = planRedirects(catalogue, rules);
  forgetAddressChanges(catalogue);
  const redirects = new Map(
    catalogue
      .prepare('SELECT output_path, target FROM redirects')
      .all()
      .map((row) => [String(row.output_path), String(row.target)]),
  );
  const lines = [...recordedAddresses(catalogue, 'all')];
  return { change, isChanged, redirects, lines };
}

const ids = ['a', 'b', 'c', 'd'] as const;

/** What an owner does between two builds. */
type Step =
  | { readonly do: 'rename'; readonly who: number; readonly id: string }
  | { readonly do: 'edit' | 'delete' | 'restore'; readonly who: number }
  | { readonly do: 'pattern'; readonly folder: string };

const who = fc.nat({ max: 3 });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('rename' as const), who, id: fc.constantFrom(...ids, 'e', 'f') }),
  fc.record({ do: fc.constantFrom('edit' as const, 'delete' as const, 'restore' as const), who }),
  fc.record({ do: fc.constant('pattern' as const), folder: fc.constantFrom('articles', 'p', 'q') }),
);

const isFreeId = (alive: ReadonlyMap<number, Piece>, id: string): boolean =>
  ![...alive.values()].some((piece) => piece.id === id);

test('every address that was ever published leads to its article, as long as that is there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 7 }),
      (builds) =>
        withCatalogue((catalogue) => {
          let folder = 'articles';
          let alive = new Map<number, Piece>(ids.map((id, n) => [n, { who: n, id, edits: 0 }]));
          const deleted = new Map<number, Piece>();
          /** Who was published at each address last. */
          const published = new Map<string, number>();
          for (const steps of [[], ...builds]) {
            // An article that is renamed and edited at once is another one, unless it has an id of its own.
            const touched = new Set<number>();
            for (const act of steps) {
              if (act.do === 'pattern') {
                folder = act.folder;
                continue;
              }
              const piece = alive.get(act.who);
              if (act.do === 'restore') {
                const back = deleted.get(act.who);
                if (back === undefined || !isFreeId(alive, back.id)) continue;
                alive.set(act.who, back);
                deleted.delete(act.who);
              } else if (piece !== undefined && !touched.has(act.who)) {
                if (act.do === 'delete') {
                  alive.delete(act.who);
                  deleted.set(act.who, piece);
                } else if (act.do === 'edit') {
                  alive.set(act.who, { ...piece, edits: piece.edits + 1 });
                } else if (act.do === 'rename' && isFreeId(alive, act.id)) {
                  alive.set(act.who, { ...piece, id: act.id });
                }
              }
              touched.add(act.who);
            }
            alive = new Map([...alive].sort(([one], [other]) => one - other));
            const pieces = [...alive.values()];
            fill(catalogue, folder, pieces);
            const { redirects, lines } = settle(catalogue);
            for (const piece of pieces) published.set(outputPath(folder, piece.id), piece.who);
            // Whoever has the id of a deleted article answers for it.
            for (const [path, who] of published) {
              const heir = pieces.find(({ id }) => id === deleted.get(who)?.id);
              if (heir !== undefined) published.set(path, heir.who);
            }
            const expected = [...published].flatMap(([path, who]) => {
              const piece = alive.get(who);
              const target = piece && outputPath(folder, piece.id);
              return target === undefined || target === path ? [] : [[path, target] as const];
            });
            expect(Object.fromEntries(redirects)).toEqual(Object.fromEntries(expected));
            expect(settle(catalogue)).toMatchObject({ change: 'nothing', isChanged: false, lines });
            withCatalogue((cold) => {
              const writer = addressWriter(cold);
              for (const line of lines) writer.add(line, false);
              fill(cold, folder, pieces.toReversed());
              expect(settle(cold)).toMatchObject({ redirects, lines });
            });
          }
        }),
    ),
    { numRuns: 25 },
  );
});

/** The redirects of articles, given as id and hash, for a record. */
function redirectsFor(
  record: readonly AddressLine[],
  articles: readonly (readonly [id: string, who: number])[],
) {
  return withCatalogue((catalogue) => {
    const writer = addressWriter(catalogue);
    for (const line of record) writer.add(line, false);
    const pieces = articles.map(([id, who]) => ({ who, id, edits: 0 }));
    fill(catalogue, 'articles', pieces);
    return Object.fromEntries(settle(catalogue).redirects);
  });
}

const line = (name: string, who: number): AddressLine => ({
  path: `articles/${name}.html`,
  id: name,
  hash: hashOf({ who, id: name, edits: 0 }),
});

test('merged records: chains are followed, loops and unknown targets lead nowhere', () => {
  const record = [
    { path: 'articles/x.html', to: 'articles/y.html' },
    { path: 'articles/y.html', to: 'articles/z.html' },
    { path: 'articles/loop.html', to: 'articles/back.html' },
    { path: 'articles/back.html', to: 'articles/loop.html' },
    { path: 'articles/lost.html', to: 'articles/never.html' },
    line('z', 1),
  ];
  expect(redirectsFor(record, [['new', 1]])).toEqual({
    'articles/x.html': 'articles/new.html',
    'articles/y.html': 'articles/new.html',
    'articles/z.html': 'articles/new.html',
  });
});

test('of several articles with the same bytes, the one with the id is taken, else the first', () => {
  const record = [line('b', 1), line('c', 1), line('old', 2)];
  const articles = [
    ['two', 2],
    ['one', 2],
    ['b', 1],
  ] as const;
  expect(redirectsFor(record, articles)).toEqual({
    'articles/c.html': 'articles/b.html',
    'articles/old.html': 'articles/one.html',
  });
});

test('a path with several lines of a merge leads where any of them does', () => {
  const record = [line('a', 1), { ...line('a', 2) }, line('b', 3)];
  expect(redirectsFor(record, [['new', 2]])).toEqual({ 'articles/a.html': 'articles/new.html' });
});

test('a redirect never takes the path of an article in another letter case', () => {
  const record = [line('A', 1)];
  expect(
    redirectsFor(record, [
      ['a', 2],
      ['new', 1],
    ]),
  ).toEqual({});
});
