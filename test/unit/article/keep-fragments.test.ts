import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { words } from '../../../src/arabic/tokenize.ts';
import { keepFragments, ownFragments } from '../../../src/article/fragments/keep-fragments.ts';
import { numberParagraphs } from '../../../src/article/number-paragraphs.ts';
import { splitSections } from '../../../src/article/sections.ts';
import type { Article, Section } from '../../../src/model/article.ts';
import type { Block } from '../../../src/model/block.ts';
import { blockText } from '../../../src/model/block-text.ts';
import { inline } from '../../../src/render/html.ts';

/** A part of a text: a paragraph, or a heading. */
interface Part {
  readonly heading?: true;
  readonly words: readonly string[];
}

/** Returns an article of parts, with names of its own. */
function articleOf(parts: readonly Part[]): Article {
  const blocks = parts.map(({ heading, words: all }): Block => {
    const text = all.join(' ');
    return heading ? { kind: 'heading', level: 2, text } : { kind: 'paragraph', text };
  });
  const split = splitSections(blocks, undefined);
  const numbered = numberParagraphs([split.lead, ...split.sections.map((s) => s.blocks)]);
  const [lead = [], ...bodies] = numbered.parts;
  const sections = split.sections.map(
    ({ id, heading, origin, confidence }, i): Section => ({
      ...{ id, heading: heading.text, origin, confidence, blocks: bodies[i] ?? [] },
    }),
  );
  // The other members have no part in fragments.
  return { lead, sections } as unknown as Article;
}

/** Returns the HTML of an article's names, anchors and words, in reading order. */
function print({ lead, sections }: Article): string {
  const block = (one: Block): string => {
    if (one.kind !== 'paragraph' && one.kind !== 'heading') return blockText(one);
    const name = one.id === undefined ? '' : `<i id="${one.id}"></i>`;
    return `${name}${inline(one).source}\n`;
  };
  return [
    ...lead.map(block),
    ...sections.map(({ id, heading, markup, blocks }) => {
      const words = inline(markup === undefined ? { text: heading } : { text: heading, markup });
      return `<i id="${id}"></i>${words.source}\n${blocks.map(block).join('')}`;
    }),
  ].join('');
}

const textOf = (source: string): string => source.replace(/<[^>]*>/g, '');

/** Returns the first words after each fragment name of a page. */
function wordsAtNames(page: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { 0: tag, 1: name = '', index } of page.matchAll(/<(?:i|span) id="([^"]+)">/g)) {
    expect(found.has(name), `${name} twice`).toBe(false);
    const rest = textOf(page.slice(index + tag.length));
    const first = words(rest).slice(0, 5);
    found.set(name, first.map(({ start, end }) => rest.slice(start, end)).join(' '));
  }
  return found;
}

const vocabulary = 'ميناء سفينة صياد شبكة موسم قافلة سوق جسر مجلس بلدية'.split(' ');

/** Words of which each is followed by its number, so that no place has the words of another. */
const distinct = (count: number, from: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${vocabulary[i % vocabulary.length]}${from + i}`);

const startingParts: fc.Arbitrary<readonly Part[]> = fc
  .array(fc.record({ length: fc.integer({ min: 1, max: 14 }), isHeading: fc.nat({ max: 4 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((lengths) => {
    let from = 0;
    return lengths.map(({ length, isHeading }) => {
      const part = { words: distinct(length, from) };
      from += length;
      return isHeading === 0 ? { ...part, heading: true as const } : part;
    });
  });

type Edit = (parts: readonly Part[], fresh: number) => readonly Part[];

const at = fc.nat({ max: 99 });

/** An edit of a text, or another recovery of the same text. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constant<Edit>((parts) => [{ words: parts.flatMap((part) => part.words) }]),
  at.map(
    (n): Edit =>
      (parts, fresh) =>
        parts.toSpliced(n % (parts.length + 1), 0, { words: distinct(7, fresh) }),
  ),
  at.map(
    (n): Edit =>
      (parts) =>
        parts.length > 1 ? parts.toSpliced(n % parts.length, 1) : parts,
  ),
  at.map(
    (n): Edit =>
      (parts) =>
        parts.map((part, i) => {
          if (i !== n % parts.length) return part;
          const { heading, ...rest } = part;
          return heading ? rest : { ...rest, heading: true };
        }),
  ),
  fc.tuple(at, at).map(
    ([n, cut]): Edit =>
      (parts) =>
        parts.flatMap((part, i) => {
          const middle = cut % part.words.length;
          if (i !== n % parts.length || middle === 0) return [part];
          return [{ words: part.words.slice(0, middle) }, { words: part.words.slice(middle) }];
        }),
  ),
  fc.tuple(at, at).map(
    ([n, to]): Edit =>
      (parts) => {
        const [moved, ...rest] = [parts[n % parts.length], ...parts.toSpliced(n % parts.length, 1)];
        return moved === undefined
          ? parts
          : rest.filter((part) => part !== undefined).toSpliced(to % (rest.length + 1), 0, moved);
      },
  ),
);

describe('fragments of new versions', () => {
  test('every published name leads to its words, whatever was edited or recovered anew', () => {
    fc.assert(
      fc.property(startingParts, fc.array(edit, { minLength: 1, maxLength: 5 }), (start, edits) => {
        let parts = start;
        let record = ownFragments(articleOf(parts));
        const published = new Map(wordsAtNames(print(articleOf(parts))));
        edits.forEach((change, step) => {
          parts = change(parts, 1000 * (step + 1));
          const version = articleOf(parts);
          const kept = keepFragments(version, record);
          const page = print(kept.article);
          expect(textOf(page)).toBe(textOf(print(version)));
          expect(keepFragments(version, kept.fragments)).toEqual(kept);
          const now = wordsAtNames(page);
          const text = textOf(page).replace(/\s+/g, ' ');
          for (const [name, place] of published) {
            // Five words identify a place; names of deleted words may go to what took their place.
            if (place.split(' ').length === 5 && ` ${text} `.includes(` ${place} `))
              expect(now.get(name), name).toBe(place);
          }
          for (const [name, place] of now) published.set(name, place);
          record = kept.fragments;
        });
      }),
      { numRuns: 150 },
    );
  });

  test('a version that was never published keeps its own names', () => {
    const version = articleOf([
      { words: distinct(9, 0) },
      { heading: true, words: distinct(3, 20) },
    ]);
    const kept = keepFragments(version, '');
    expect(kept.article).toEqual(version);
    expect(kept.fragments).toBe(ownFragments(version));
  });
});
