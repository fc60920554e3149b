import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';

/** Elements that content may have, with the attributes that each keeps. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title'],
  blockquote: [],
  br: [],
  code: [],
  em: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  li: [],
  ol: ['start'],
  p: [],
  pre: [],
  strong: [],
  ul: [],
};

/**
 * Tells whether a link may be followed: http, https, mailto, or an address inside the archive.
 * Browsers drop tabs and newlines inside a scheme (`java\nscript:`), so they are dropped here first.
 */
export function safeLink(href: string): boolean {
  let address = '';
  for (const character of href) {
    if (character > ' ' && character !== '\u007f') address += character;
  }
  // `//host` and `/\host` leave the archive without naming a scheme.
  if (/^[/\\]{2}/.test(address)) return false;
  const scheme = /^([^/?#]*?):/.exec(address)?.[1]?.toLowerCase();
  return scheme === undefined || ['http', 'https', 'mailto'].includes(scheme);
}

function keptProperties(element: Element): Properties {
  const names = allowed[element.tagName] ?? [];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = element.properties[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
}

/** An image becomes a link to it, or its words where it is in a link already. */
function imageLink(image: Element, linked: boolean): ElementContent[] {
  const { src, alt } = image.properties;
  const words = typeof alt === 'string' && alt !== '' ? alt : String(src ?? '');
  const text = { type: 'text', value: words } as const;
  if (linked || typeof src !== 'string' || !/^https?:/i.test(src)) return [text];
  return [{ type: 'element', tagName: 'a', properties: { href: src }, children: [text] }];
}

const isHeading = (element: Element): boolean => /^h[1-6]$/.test(element.tagName);

/** A heading inside a list or a quotation opens no section of the article; its words stay strong. */
function strongParagraph(words: ElementContent[]): ElementContent[] {
  const strong: Element = { type: 'element', tagName: 'strong', properties: {}, children: words };
  if (words.length === 0) return [];
  return [{ type: 'element', tagName: 'p', properties: {}, children: [strong] }];
}

function safeChildren(
  children: readonly RootContent[],
  dropped: (what: string) => void,
  within: { readonly link: boolean; readonly block: boolean },
): ElementContent[] {
  return children.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    if (node.tagName === 'img') {
      dropped('<img>');
      // An archive asks nothing of other hosts.
      return imageLink(node, within.link);
    }
    const inner = safeChildren(node.children, dropped, {
      link: within.link || node.tagName === 'a',
      block: true,
    });
    const href = node.properties.href;
    if (!Object.hasOwn(allowed, node.tagName)) {
      dropped(`<${node.tagName}>`);
      return inner;
    }
    if (node.tagName === 'a' && (typeof href !== 'string' || !safeLink(href))) {
      dropped(String(href).slice(0, 40));
      return inner;
    }
    if (within.block && isHeading(node)) return strongParagraph(inner);
    return [{ ...node, properties: keptProperties(node), children: inner }];
  });
}

/**
 * Returns a tree of allow-listed elements, attributes and addresses only; what is not allowed gives
 * way to its own text and is told to `dropped`.
 */
export function safeTree(tree: Root, dropped: (what: string) => void): Root {
  return {
    type: 'root',
    children: safeChildren(tree.children, dropped, { link: false, block: false }),
  };
}
