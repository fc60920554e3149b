import type { BlockContent, FootnoteDefinition, PhrasingContent } from 'mdast';
import { isWebUrl } from '../sources/metadata-forms.ts';
import { isXmlElement, type XmlElement, xmlBelow, xmlWords } from './xml-tree.ts';

/** A node of TEI. */
export type TeiNode = XmlElement | string;

/** Elements that hold blocks. */
export const teiContainers = new Set(
  'div div0 div1 div2 div3 div4 div5 div6 div7 body front back text group floatingText cit sp epigraph argument opener closer postscript listBibl'.split(
    ' ',
  ),
);

/** Elements that are a line or a paragraph. */
export const teiLineTags = new Set(
  'p ab label byline dateline docAuthor docDate signed salute trailer speaker stage bibl biblStruct imprimatur desc'.split(
    ' ',
  ),
);

/** Elements that stand between the words of a paragraph and make blocks of their own. */
export const teiBlockTags = new Set([
  ...teiContainers,
  ...teiLineTags,
  'head',
  'lg',
  'l',
  'list',
  'table',
  'figure',
  'quote',
  'pb',
]);

/** Of a choice, what is published (TEI, 3.5.1). */
const chosen = ['corr', 'abbr', 'orig'];

/** A conversion of one article. */
export interface TeiWalk {
  /** Returns the blocks of a note. */
  readonly noteBlocks: (nodes: readonly TeiNode[]) => BlockContent[];
  readonly notes: FootnoteDefinition[];
  readonly leftOut: string[];
}

/** Returns a text. */
export const teiWords = (value: string): PhrasingContent => ({ type: 'text', value });
/** Returns the mark of a page with a number; empty for one without. */
export const pageMark = (element: XmlElement): string => {
  // Other editions than the printed one have pages of their own, such as screens.
  const edition = element.attributes.get('ed') ?? 'print';
  const number = edition === 'print' ? (element.attributes.get('n')?.trim() ?? '') : '';
  return number === '' || number.length > 20 ? '' : `[ص ${number}]`;
};

/** Returns the words below nodes, with their marks; white space is that of XML. */
export function teiPhrasing(walk: TeiWalk, nodes: readonly TeiNode[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (!isXmlElement(node)) return [teiWords(node.replace(/\s+/g, ' '))];
    const { name, children, attributes } = node;
    if (name === 'lb') return attributes.get('break') === 'no' ? [] : [teiWords(' ')];
    if (name === 'pb')
      return pageMark(node) === '' ? [teiWords(' ')] : [teiWords(` ${pageMark(node)} `)];
    if (name === 'gap') return [teiWords('[…]')];
    if (name === 'cb' || name === 'space') return [teiWords(' ')];
    if (name === 'note') return noteReference(walk, node);
    if (name === 'fw' || name === 'del') return leave(walk, node);
    if (name === 'choice') return teiPhrasing(walk, choice(walk, node));
    if (name === 'graphic') return teiPicture(node, '');
    const inner = teiPhrasing(walk, children);
    if (name === 'ref' || name === 'ptr') {
      const url = attributes.get('target') ?? '';
      if (!isWebUrl(url)) return inner;
      return [{ type: 'link', url, children: inner.length === 0 ? [teiWords(url)] : inner }];
    }
    const rend = attributes.get('rend') ?? attributes.get('rendition') ?? '';
    if (name === 'hi' && /bold/i.test(rend)) return [{ type: 'strong', children: inner }];
    if (name === 'emph' || (name === 'hi' && /ital/i.test(rend)))
      return [{ type: 'emphasis', children: inner }];
    return teiBlockTags.has(name) ? [teiWords(' '), ...inner, teiWords(' ')] : inner;
  });
}

function leave(walk: TeiWalk, element: XmlElement): [] {
  const words = xmlWords(element);
  if (words !== '') walk.leftOut.push(words);
  return [];
}

/** Returns what is published of a choice; the rest is counted. */
function choice(walk: TeiWalk, element: XmlElement): readonly TeiNode[] {
  const options = element.children.filter(isXmlElement);
  const taken = options.find(({ name }) => chosen.includes(name)) ?? options[0];
  for (const option of options) if (option !== taken) leave(walk, option);
  return taken === undefined ? [] : [taken];
}

function noteReference(walk: TeiWalk, note: XmlElement): PhrasingContent[] {
  if (xmlWords(note) === '' && xmlBelow(note, 'gap').next().done === true) return [];
  const identifier = String(walk.notes.length + 1);
  const definition: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    children: [],
  };
  walk.notes.push(definition);
  definition.children = walk.noteBlocks(note.children);
  return [{ type: 'footnoteReference', identifier, label: identifier }];
}

/** Returns a picture; none without an address. */
export function teiPicture(graphic: XmlElement, alt: string): PhrasingContent[] {
  const url = graphic.attributes.get('url')?.trim() ?? '';
  return url === '' ? [] : [{ type: 'image', url, alt }];
}

/** Returns a paragraph of words; none where there are none. */
export function teiParagraph(children: readonly PhrasingContent[]): BlockContent[] {
  const isBlank = children.every((child) => child.type === 'text' && child.value.trim() === '');
  return isBlank ? [] : [{ type: 'paragraph', children: [...children] }];
}

/** Joins neighbouring texts, collapses their blanks, and removes those at both ends. */
export function trimmedPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = teiWords(last.value + node.value);
    else joined.push(node);
  }
  return joined.flatMap((node, i): PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    const spaced = node.value.replace(/\s+/g, ' ');
    const start = i === 0 ? spaced.trimStart() : spaced;
    const value = i === joined.length - 1 ? start.trimEnd() : start;
    return value === '' ? [] : [teiWords(value)];
  });
}
