import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { isOwnPicture, remotePicture } from './figures.ts';

/** Allowed elements with their allowed attributes. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title'],
  blockquote: [],
  br: [],
  code: [],
  del: [],
  em: [],
  figcaption: [],
  figure: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  img: ['src', 'alt', 'title'],
  li: [],
  ol: ['start'],
  p: [],
  pre: [],
  strong: [],
  table: [],
  tbody: [],
  td: [],
  th: [],
  thead: [],
  tr: [],
  ul: [],
};

/**
 * Tells whether a link is safe: http, https, mailto, or relative. Browsers ignore tabs and newlines inside a
 * scheme (`java\nscript:`), so they are removed first.
 */
export function safeLink(href: string): boolean {
  let address = '';
  for (const character of href) {
    if (character > ' ' && character !== '\u007f') address += character;
  }
  // `//host` and `/\host` lead to another host without a scheme.
  if (/^[/\\]{2}/.test(address)) return false;
  const scheme = /^([^/?#]*?):/.exec(address)?.[1]?.toLowerCase();
  return scheme === undefined || ['http', 'https', 'mailto'].includes(scheme);
}

/** Returns the allowed attributes of an element. */
function allowedProperties(element: Element): Properties {
  const names = allowed[element.tagName] ?? [];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = element.properties[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
}

/** Replaces an image of another site by a link to it, or by its text within a link. */
function imageLink(image: Element, linked: boolean): ElementContent[] {
  const { src: written, alt } = image.properties;
  const src =
    typeof written === 'string' && written.startsWith('//') ? `https:${written}` : written;
  const words = typeof alt === 'string' && alt !== '' ? alt : String(src ?? '');
  const text = { type: 'text', value: words } as const;
  if (linked || typeof src !== 'string' || !/^https?:/i.test(src)) return [text];
  return [{ type: 'element', tagName: 'a', properties: { href: src }, children: [text] }];
}

const isHeading = (element: Element): boolean => /^h[1-6]$/.test(element.tagName);

/** Returns a heading within a list or a quotation, which starts no section, as a strong paragraph. */
function strongParagraph(words: ElementContent[]): ElementContent[] {
  const strong: Element = { type: 'element', tagName: 'strong', properties: {}, children: words };
  if (words.length === 0) return [];
  return [{ type: 'element', tagName: 'p', properties: {}, children: [strong] }];
}

function safeChildren(
  children: readonly RootContent[],
  dropped: (what: string) => void,
  context: { readonly link: boolean; readonly block: boolean },
): ElementContent[] {
  return children.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    if (node.tagName === 'img') {
      const { src } = node.properties;
      if (typeof src === 'string' && isOwnPicture(src))
        return [{ ...node, properties: allowedProperties(node), children: [] }];
      dropped(
        typeof src === 'string' && /^(?:https?:|\/\/)/i.test(src)
          ? remotePicture
          : String(src ?? '').slice(0, 40) || '![]()',
      );
      // Pages must not load anything from other hosts.
      return imageLink(node, context.link);
    }
    const inner = safeChildren(node.children, dropped, {
      link: context.link || node.tagName === 'a',
      block: true,
    });
    // The link of a note has fragment names of our own; a text cannot write them.
    if (node.data?.note === true) return [node];
    const href = node.properties.href;
    if (!Object.hasOwn(allowed, node.tagName)) {
      dropped(`<${node.tagName}>`);
      return inner;
    }
    if (node.tagName === 'a' && (typeof href !== 'string' || !safeLink(href))) {
      dropped(String(href).slice(0, 40));
      return inner;
    }
    if (context.block && isHeading(node)) return strongParagraph(inner);
    return [{ ...node, properties: allowedProperties(node), children: inner }];
  });
}

/**
 * Returns a tree of allowed elements, attributes and link addresses only. Anything else is replaced by its
 * text.
 *
 * @param dropped called with a short form of each element or address that was removed
 */
export function safeTree(tree: Root, dropped: (what: string) => void): Root {
  return {
    type: 'root',
    children: safeChildren(tree.children, dropped, { link: false, block: false }),
  };
}
