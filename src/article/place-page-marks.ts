import type { Block, InlineHtml, PageBreak, Words } from '../model/block.ts';
import { mapWords } from '../model/block-text.ts';
import { inlineHtml, pageAnchor } from './markdown/inline-pipeline.ts';
import { markPattern, pageNumber } from './page-marks.ts';

/** A mark in HTML, whose Latin letters may be isolated. */
const markupPattern =
  /\[\s*(?:<bdi>)?\s*(?:(?:ال)?صفحة|ص|pp?|page)\s*[.:]?\s*(?:<bdi>)?([0-9٠-٩۰-۹]{1,4})\s*(?:<\/bdi>)?\s*\]/giu;

/** Returns a fragment name for each mark: `page-12`, and `page-12-2` for the second of a number. */
function pageNames(): (page: string) => string {
  const counts = new Map<string, number>();
  return (page) => {
    const count = (counts.get(page) ?? 0) + 1;
    counts.set(page, count);
    return count === 1 ? `page-${page}` : `page-${page}-${count}`;
  };
}

/** A page-break block; its name differs from `page-12` where another mark has that. */
function pageBreak(page: string, name: string): PageBreak {
  const block = { kind: 'page-break', page } as const;
  return name === `page-${page}` ? block : { ...block, id: name };
}

const wholeMark = new RegExp(`^\\s*(?:${markPattern.source})\\s*$`, 'iu');
const outerMark = new RegExp(
  `^\\s*(?:${markPattern.source})\\s*|\\s*(?:${markPattern.source})\\s*$`,
  'iu',
);
const anyMark = new RegExp(markPattern.source, 'iu');

/** Returns words with their marks as anchors; the words themselves where a mark is divided by markup. */
function withAnchors<W extends Words>(words: W, nameOf: (page: string) => string): W {
  if (!words.text.includes('[')) return words;
  if (!anyMark.test(words.text)) return words;
  const anchor = (number: string): InlineHtml =>
    pageAnchor(pageNumber(number), nameOf(pageNumber(number)));
  const text = words.text.replace(spacedMark, (_, before: string, __, after: string) =>
    joint(before, after),
  );
  if (words.markup === undefined) {
    let [markup, at] = ['', 0];
    for (const {
      0: mark,
      1: before = '',
      2: number = '',
      3: after = '',
      index,
    } of words.text.matchAll(spacedMark)) {
      const plain = words.text.slice(at, index);
      markup +=
        (plain === '' ? '' : inlineHtml([{ type: 'text', value: plain }])) +
        joint(before, after) +
        anchor(number);
      at = index + mark.length;
    }
    const rest = words.text.slice(at);
    markup += rest === '' ? '' : inlineHtml([{ type: 'text', value: rest }]);
    return { ...words, text, markup: markup as InlineHtml };
  }
  const count = [...words.text.matchAll(markPattern)].length;
  if ([...words.markup.matchAll(markupPattern)].length !== count) return words;
  const spaced = new RegExp(`(\\s*)${markupPattern.source}(\\s*)`, 'giu');
  const markup = words.markup.replace(
    spaced,
    (_, before: string, number: string, after: string) => joint(before, after) + anchor(number),
  );
  return { ...words, text, markup: markup as InlineHtml };
}

const spacedMark = new RegExp(`(\\s*)${markPattern.source}(\\s*)`, 'giu');

/** The white space that stays where a mark was. */
const joint = (before: string, after: string): string => (before === '' && after === '' ? '' : ' ');

/** Tells whether any text of blocks may have a mark: a fast filter. */
const mayHaveMarks = (blocks: readonly Block[]): boolean =>
  blocks.some((block) =>
    block.kind === 'paragraph' || block.kind === 'heading'
      ? block.text.includes('[')
      : block.kind !== 'code' && block.kind !== 'separator',
  );

/**
 * Returns blocks with their page marks as `page-break` blocks, and as anchors where they stand within a paragraph,
 * which goes on.
 *
 * @param lines the numbers of pages on lines of their own, each a paragraph («- 12 -»)
 */
export function placePageMarks(
  blocks: readonly Block[],
  lines: ReadonlySet<string> = new Set(),
): readonly Block[] {
  if (lines.size === 0 && !mayHaveMarks(blocks)) return blocks;
  const nameOf = pageNames();
  const placed: Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') {
      placed.push(
        block.kind === 'code' ? block : mapWords(block, (words) => withAnchors(words, nameOf)),
      );
      continue;
    }
    const number = lines.has(block.text.trim()) ? /[0-9٠-٩۰-۹]+/.exec(block.text)?.[0] : undefined;
    const page = number ?? wholeMark.exec(block.text)?.[1];
    if (page !== undefined) placed.push(pageBreak(pageNumber(page), nameOf(pageNumber(page))));
    else placed.push(...outerBreaks(withoutOuter(block), nameOf));
  }
  return placed;
}

/** A paragraph or heading and the marks at its ends. */
interface Stripped {
  readonly before: readonly string[];
  readonly block: Block & Words;
  readonly after: readonly string[];
}

/** Takes the marks at the ends of a block without markup. */
function withoutOuter(block: Block & Words): Stripped {
  const [before, after]: [string[], string[]] = [[], []];
  let { text } = block;
  if (block.markup !== undefined) return { before, block, after };
  for (let match = outerMark.exec(text); match !== null; match = outerMark.exec(text)) {
    if (match[1] !== undefined) {
      before.push(match[1]);
      text = text.slice(match[0].length);
    } else {
      after.unshift(match[2] ?? '');
      text = text.slice(0, match.index);
    }
  }
  return { before, block: text === block.text ? block : { ...block, text }, after };
}

function outerBreaks(
  { before, block, after }: Stripped,
  nameOf: (page: string) => string,
): readonly Block[] {
  const breakOf = (number: string): Block =>
    pageBreak(pageNumber(number), nameOf(pageNumber(number)));
  return [...before.map(breakOf), withAnchors(block, nameOf), ...after.map(breakOf)];
}
