import type { RootContent } from 'hast';

/** Elements of plain text, which have no attributes but our own and no rules of their own for what is in them. */
const plainElements = new Set(['p', 'h2', 'bdi']);

/** Attributes that we give such elements ourselves. */
const plainAttributes: Readonly<Record<string, string>> = {
  hidden: 'hidden',
  id: 'id',
  dataBreak: 'data-break',
};

const escaped = (text: string): string =>
  /[&<]/.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;') : text;

/**
 * Returns the HTML of nodes that are no more than headings, paragraphs and isolated runs, as
 * rehype-stringify writes it (a test holds the two against each other); undefined where there is
 * anything else among them.
 */
export function plainHtml(children: readonly RootContent[]): string | undefined {
  let html = '';
  for (const node of children) {
    if (node.type === 'text') {
      html += escaped(node.value);
      continue;
    }
    if (node.type !== 'element' || !plainElements.has(node.tagName)) return undefined;
    let attributes = '';
    for (const [name, value] of Object.entries(node.properties)) {
      const attribute = plainAttributes[name];
      if (attribute === undefined) return undefined;
      if (value === true) attributes += ` ${attribute}`;
      // Both are our own words: nothing in them is to be escaped.
      else attributes += ` ${attribute}="${value}"`;
    }
    const inner = plainHtml(node.children);
    if (inner === undefined) return undefined;
    html += `<${node.tagName}${attributes}>${inner}</${node.tagName}>`;
  }
  return html;
}
