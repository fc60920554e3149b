import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { OfficeFault } from './office-fault.ts';
import { levelOfStyleName } from './word-styles.ts';

/** What the reader needs to know of a style. */
export interface OdtStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  /** Whether a page begins before its paragraph. */
  readonly pageBreak: boolean;
  /** Whether a page ends after its paragraph. */
  readonly pageEnd: boolean;
  readonly hidden: boolean;
  /** `0` for the title, the level of a heading, undefined for others; also of derived styles. */
  readonly level: number | undefined;
  readonly isQuote: boolean;
}

/** The styles of a text document. */
export interface OdtStyles {
  readonly of: (name: string | undefined) => OdtStyle;
  /** Tells whether the lists of a style have numbers at a level, from 0. */
  readonly isNumbered: (name: string | undefined, level: number) => boolean;
}

/** A style as written, before those that it is derived from are looked at. */
interface WrittenStyle {
  parent: string | undefined;
  level: number | undefined;
  /** Its name for people. */
  shown?: string;
  bold?: boolean;
  italic?: boolean;
  pageBreak?: boolean;
  pageEnd?: boolean;
  hidden?: boolean;
}

const plain: OdtStyle = {
  ...{ bold: false, italic: false, hidden: false },
  ...{ pageBreak: false, pageEnd: false, level: undefined, isQuote: false },
};

/** Names of styles of quotations. */
const quoteName = /^(?:quotations?|quote|block_20_text|اقتباس)$/iu;

/** Most styles that a style is derived from, one from the other. */
const maxParents = 20;

/** Reads the properties of text, of which Arabic has those of complex scripts. */
function readProperties(style: WrittenStyle, { name, attributes }: SaxesTagPlain): void {
  if (name === 'style:text-properties') {
    const weights = [attributes['style:font-weight-complex'], attributes['fo:font-weight']];
    const weight = weights.find((value) => value !== undefined);
    if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600;
    const slant = attributes['style:font-style-complex'] ?? attributes['fo:font-style'];
    if (slant !== undefined) style.italic = slant === 'italic';
    const display = attributes['text:display'];
    if (display !== undefined) style.hidden = display === 'none';
  }
  if (name === 'style:paragraph-properties' && attributes['fo:break-before'] !== undefined)
    style.pageBreak = attributes['fo:break-before'] === 'page';
  if (name === 'style:paragraph-properties' && attributes['fo:break-after'] === 'page')
    style.pageEnd = true;
}

/**
 * Reads the styles of a text document.
 *
 * @param files `styles.xml` and `content.xml`; an empty text for one that is missing
 * @throws OfficeFault where one is not well-formed
 */
export function odtStyles(files: readonly string[]): OdtStyles {
  const written = new Map<string, WrittenStyle>();
  const numbered = new Map<string, Set<number>>();
  for (const xml of files) {
    if (xml === '') continue;
    let style: WrittenStyle | undefined;
    let list = '';
    const parser = new SaxesParser({});
    parser.on('opentag', (tag) => {
      const { name, attributes } = tag;
      if (name === 'style:style') {
        const outline = attributes['style:default-outline-level'] ?? '';
        style = {
          parent: attributes['style:parent-style-name'],
          level: /^[1-6]$/.test(outline) ? Number(outline) : undefined,
        };
        if (attributes['style:display-name']) style.shown = attributes['style:display-name'];
        if (attributes['style:master-page-name']) style.pageBreak = true;
        written.set(attributes['style:name'] ?? '', style);
      } else if (name === 'text:list-style') list = attributes['style:name'] ?? '';
      else if (name === 'text:list-level-style-number') {
        const levels = numbered.get(list) ?? new Set();
        numbered.set(list, levels.add(Number(attributes['text:level'] ?? 1) - 1));
      } else if (style !== undefined) readProperties(style, tag);
    });
    parser.on('closetag', ({ name }) => {
      if (name === 'style:style') style = undefined;
    });
    parser.on('error', ({ message }) => {
      throw new OfficeFault('damaged', message);
    });
    parser.write(xml).close();
  }
  const resolved = new Map<string, OdtStyle>();
  function resolve(name: string, depth: number): OdtStyle {
    const known = resolved.get(name);
    if (known !== undefined) return known;
    const style = written.get(name);
    const named = levelOfStyleName((style?.shown ?? name).replace(/_20_/g, ' '));
    const isQuote = quoteName.test(name);
    if (style === undefined || depth > maxParents) return { ...plain, level: named, isQuote };
    const parent = style.parent === undefined ? plain : resolve(style.parent, depth + 1);
    const own: OdtStyle = {
      bold: style.bold ?? parent.bold,
      italic: style.italic ?? parent.italic,
      // A derived style breaks the page only where it says so itself.
      pageBreak: style.pageBreak ?? false,
      pageEnd: style.pageEnd ?? false,
      hidden: style.hidden ?? parent.hidden,
      level: named ?? style.level ?? parent.level,
      isQuote: isQuote || parent.isQuote,
    };
    resolved.set(name, own);
    return own;
  }
  return {
    of: (name) => (name === undefined ? plain : resolve(name, 0)),
    isNumbered: (name, level) => name !== undefined && numbered.get(name)?.has(level) === true,
  };
}
