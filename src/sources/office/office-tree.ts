import { SaxesParser } from 'saxes';
import { maxTreeDepth } from '../../model/limits.ts';
import { OfficeFault } from './office-fault.ts';

/** An element of an office program's XML, by its name as written. */
export interface OfficeElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly OfficeNode[];
}

/** A node of an office program's XML: an element or a text. */
export type OfficeNode = OfficeElement | string;

/** An element that is being read. */
interface Draft extends OfficeElement {
  readonly children: OfficeNode[];
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (sign) => escapes[sign] ?? sign);

/**
 * Reads XML as a tree.
 *
 * @throws OfficeFault where it is not well-formed, or too deep
 */
export function officeTree(xml: string): OfficeElement {
  const root: Draft = { name: '', attributes: {}, children: [] };
  const stack: Draft[] = [root];
  const parser = new SaxesParser({});
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length > maxTreeDepth * 4) throw new OfficeFault('damaged', 'depth');
    const element: Draft = { name, attributes, children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  const addText = (text: string): void => void stack.at(-1)?.children.push(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('error', ({ message }) => {
    throw new OfficeFault('damaged', message);
  });
  parser.write(xml.replace(/^\ufeff/, '')).close();
  return root;
}

/** Returns the XML of nodes. */
export function officeXml(nodes: readonly OfficeNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escaped(node);
      const attributes = Object.entries(node.attributes)
        .map(([name, value]) => ` ${name}="${escaped(value)}"`)
        .join('');
      return `<${node.name}${attributes}>${officeXml(node.children)}</${node.name}>`;
    })
    .join('');
}

/** Returns the elements below nodes that match, the outermost only. */
export function outermost(
  nodes: readonly OfficeNode[],
  matches: (element: OfficeElement) => boolean,
): readonly OfficeElement[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    return matches(node) ? [node] : outermost(node.children, matches);
  });
}

/** Returns the first child of a name. */
export const childNamed = (
  element: OfficeElement | undefined,
  name: string,
): OfficeElement | undefined =>
  element?.children.find(
    (node): node is OfficeElement => typeof node !== 'string' && node.name === name,
  );

/** Counts the letters and digits of nodes of a Word file, also of deleted text. */
export function wordLetters(nodes: readonly OfficeNode[]): number {
  return outermost(nodes, ({ name }) => /^w:(?:t|delText)$/.test(name)).reduce(
    (sum, { children }) => sum + (children.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0),
    0,
  );
}
