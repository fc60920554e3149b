import {
  attribute,
  childrenOf,
  type Element,
  findAll,
  hasAttribute,
  isElement,
  type Node,
  named,
  oneLine,
  only,
  parsePage,
  textContent,
} from './dom.ts';

/** Elements that start a new line. */
const blocks = new Set(
  'article aside blockquote dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li main nav ol output p pre section ul'.split(
    ' ',
  ),
);

/** Visible names of directional controls. */
const visible = (text: string): string =>
  text.replace(
    /[\u200B-\u200F\u202A-\u202E\u2060-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Returns text with its links and emphasis, on one line; `⟨…⟩` marks an isolated run. */
function inline(node: Node): string {
  if (!isElement(node)) return textContent(node);
  const inner = childrenOf(node).map(inline).join('');
  switch (node.tagName) {
    case 'a':
      // An embedded file is shown by its name.
      return `[${inner}](${attribute(node, 'download') ?? attribute(node, 'href') ?? ''})`;
    case 'em':
      return `_${inner}_`;
    case 'strong':
      return `*${inner}*`;
    case 'code':
      return `\`${inner}\``;
    case 'time':
      return `${inner} {${attribute(node, 'datetime') ?? ''}} | `;
    case 'span':
      return `${inner} | `;
    default:
      return inner;
  }
}

const line = (node: Node): string => visible(oneLine(inline(node))).replace(/ \|$/, '');

function label(element: Element): string {
  const id = attribute(element, 'id');
  const name = id === undefined ? '' : ` #${id}`;
  if (hasAttribute(element, 'data-section'))
    return `section [${attribute(element, 'data-origin')}]${name}`;
  if (hasAttribute(element, 'data-lead')) return 'lead';
  const article = attribute(element, 'data-article');
  if (article !== undefined) return `article ${article}`;
  const entry = attribute(element, 'data-entry');
  if (entry !== undefined) return `entry ${entry}`;
  return `${element.tagName}${name}${hasAttribute(element, 'hidden') ? ' (hidden)' : ''}`;
}

/** Wrappers that only serve layout. */
const isPlain = (element: Element): boolean =>
  ['div', 'header', 'ol', 'ul'].includes(element.tagName) && !hasAttribute(element, 'data-lead');

function outlineOf(element: Element, indent: string): readonly string[] {
  // Provenance is left out, because it contains a hash.
  if (attribute(element, 'class') === 'provenance') return [];
  const inner = childrenOf(element).filter(
    (child) => isElement(child) && blocks.has(child.tagName),
  ) as readonly Element[];
  const loose = childrenOf(element)
    .filter((child) => !(isElement(child) && blocks.has(child.tagName)))
    .map(inline)
    .join(' ');
  if (inner.length === 0) {
    const words = line(element);
    if (words === '' && element.tagName !== 'hr' && !hasAttribute(element, 'data-lead')) return [];
    return [`${indent}${label(element)}${words === '' ? '' : `: ${words}`}`];
  }
  if (isPlain(element)) return inner.flatMap((child) => outlineOf(child, indent));
  const own = visible(oneLine(loose));
  return [
    `${indent}${label(element)}${own === '' ? '' : `: ${own}`}`,
    ...inner.flatMap((child) => outlineOf(child, `${indent}  `)),
  ];
}

/** Returns the readable content of a page, one line for each block, without menus and provenance. */
export function outline(html: string): string {
  const page = parsePage(html);
  const root = only(page, ({ tagName }) => tagName === 'html');
  const main = only(page, ({ tagName }) => tagName === 'main');
  const ofClass = (name: string): readonly Element[] =>
    findAll(page, (element) => attribute(element, 'class') === name);
  const canonical = named(page, 'link').filter((link) => attribute(link, 'rel') === 'canonical');
  return [
    `page: ${attribute(root, 'lang')} ${attribute(root, 'dir')} ${attribute(root, 'data-digits')}`,
    `title: ${named(page, 'title').map(line).join(' | ')}`,
    ...canonical.map((link) => `canonical: ${attribute(link, 'href')}`),
    ...ofClass('masthead-name').map((name) => `masthead: ${line(name)}`),
    ...ofClass('trail').map((trail) => `trail: ${named(trail, 'a').map(line).join(' › ')}`),
    ...childrenOf(main)
      .filter(isElement)
      .flatMap((element) => outlineOf(element, '')),
    '',
  ].join('\n');
}
