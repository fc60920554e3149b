import type { BlockContent } from 'mdast';
import { htmlBlocks } from '../../html/blocks.ts';
import { isOverHtmlLimits } from '../../html/bounds.ts';
import { blankUnclosed, escapeLessThan } from '../../html/close-tags.ts';
import { blocksBody, wordsOf } from '../../html/seed-body.ts';
import { namedCharacter, numberedCharacter } from '../repair/entity-names.ts';
import type { HtmlSigns } from './html-signs.ts';
import { type MarkupReading, readingOf } from './reading.ts';

const scripts = /<(script|style|iframe|object|noscript|template|svg)(?=[\s>])/gi;

/** Returns the text of a title or another short element, on one line. */
const plainLine = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
      const number = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return (name === undefined ? numberedCharacter(number) : namedCharacter(name)) ?? whole;
    })
    .replace(/\s+/g, ' ')
    .trim();

/** Returns the text of the first element of a name; empty where there is none. */
function elementText(html: string, name: string): string {
  const start = html.search(new RegExp(`<${name}(?=[\\s>])`, 'i'));
  if (start === -1) return '';
  const from = html.indexOf('>', start) + 1;
  const end = html.slice(from, from + 2000).search(new RegExp(`</${name}\\s*>`, 'i'));
  return from === 0 || end === -1 ? '' : plainLine(html.slice(from, from + end));
}

/** A line that is wholly strong, as a heading is in a text whose lines have marks. */
const strongLine = /^[ \t]*<(b|strong)>\s*([^<>\n]{1,120}?)\s*<\/\1>[ \t]*$/gim;

/** A tag that stands within lines, a link, or a list and the like, which plain text cannot hold. */
const inlineTag =
  /<\/?(?:abbr|b|big|cite|code|em|font|i|ins|mark|small|span|strong|sub|sup|time|tt|u)(?=[\s/>])[^<>]*>/gi;

/** Returns a text with marks within its lines as plain text: its lines stay, and headings can be recovered. */
function inlineText(text: string): string {
  return text.replace(strongLine, '**$2**').replace(inlineTag, '');
}

/** A comment; those that are never closed are blanks by then. */
const comment = /<!--[\s\S]*?-->/g;

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** Makes the first line of a text whose lines hold tags its title, as a plain text has it; see `titleLine`. */
function withTitleLine(blocks: readonly BlockContent[]): readonly BlockContent[] {
  const [first, second, ...others] = blocks;
  if (first?.type !== 'paragraph' || second?.type !== 'paragraph') return blocks;
  const isPlain = first.children.every(({ type }) => type === 'text');
  const words = wordCount(wordsOf([first]));
  const isTitle = isPlain && words <= 15 && !/[.…:؛،,;-][»")”]*$/.test(wordsOf([first]));
  if (!isTitle || wordCount(wordsOf([second])) < Math.max(7, words + 1)) return blocks;
  return [{ type: 'heading', depth: 1, children: first.children }, second, ...others];
}

/**
 * Reads HTML in the text of a seed through a tree in which only what Markdown has a form for is left. A text whose
 * only marks are bold and italic words stays plain text.
 */
export function readHtmlText(written: string, { lineEnds, isInline }: HtmlSigns): MarkupReading {
  const commented = blankUnclosed(written);
  const comments = commented.includes('<!--') ? [...commented.matchAll(comment)].length : 0;
  const html = comments === 0 ? commented : commented.replace(comment, '');
  const stripped =
    isInline && !/<(?:a|del|s|strike|q)(?=[\s>])/i.test(html) ? inlineText(html) : html;
  if (isInline && !/<\/?[a-z]/i.test(stripped)) {
    const text = stripped
      .split('\n')
      .map((line) => (line.includes('&') ? plainLine(line) : line))
      .join('\n');
    return readingOf('html', text, comments, undefined, 'text');
  }
  const dropped = comments + [...html.matchAll(scripts)].length;
  const { blocks } = htmlBlocks(escapeLessThan(html), { base: undefined, lineEnds });
  const [first] = blocks;
  const heading = isOverHtmlLimits(html) ? '' : elementText(html, 'h1');
  const isTitled =
    first?.type === 'heading' && heading !== '' && plainLine(wordsOf([first])) === heading;
  const title = isTitled ? '' : elementText(html, 'title');
  const titled = isTitled
    ? [{ ...first, depth: 1 as const }, ...blocks.slice(1)]
    : /^\s*</.test(html)
      ? blocks
      : withTitleLine(blocks);
  const { body, format } = blocksBody(titled);
  return readingOf(
    'html',
    body,
    dropped,
    title === '' ? undefined : new Map([['title', title]]),
    format,
  );
}
