import { createRequire } from 'node:module';
import type { Element, ElementContent, RootContent } from 'hast';
import { safeLink } from '../article/markdown/safe-tree.ts';
import type { SiteHtml } from '../model/own-page.ts';
import type { YamlMap } from '../sources/yaml/read-yaml.ts';
import type { Inspector } from './check.ts';

/** Allowed elements with their allowed attributes; `lang`, `dir` and `class` are allowed on all. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'rel'],
  abbr: ['title'],
  address: [],
  b: [],
  bdi: [],
  br: [],
  div: [],
  em: [],
  hr: [],
  i: [],
  li: [],
  ol: [],
  p: [],
  small: [],
  span: [],
  strong: [],
  time: ['dateTime'],
  ul: [],
};

const everywhere = ['lang', 'dir', 'className'];

/** Parts of a page that the settings can give HTML of the site's own for. */
export const siteHtmlKeys = ['head', 'foot'] as const;

/** Loads libraries that few sites need. */
const require = createRequire(import.meta.url);

/** Returns the libraries that read and print HTML; they take 60 ms to load. */
function libraries() {
  const { parseFragment }: typeof import('parse5') = require('parse5');
  const { fromParse5 }: typeof import('hast-util-from-parse5') = require('hast-util-from-parse5');
  const { unified }: typeof import('unified') = require('unified');
  const {
    default: rehypeStringify,
  }: typeof import('rehype-stringify') = require('rehype-stringify');
  return { parseFragment, fromParse5, printer: unified().use(rehypeStringify) };
}

/** Returns what is wrong with an element; undefined where it is allowed. */
function problemOf({ tagName, properties }: Element): string | undefined {
  const attributes = allowed[tagName];
  if (attributes === undefined) return `<${tagName}>`;
  const other = Object.keys(properties).find(
    (name) => !attributes.includes(name) && !everywhere.includes(name),
  );
  if (other !== undefined) return `<${tagName} ${other}>`;
  const { href } = properties;
  return href !== undefined && (typeof href !== 'string' || !safeLink(href))
    ? String(href)
    : undefined;
}

/**
 * Changes the links of a tree in place: one to a path in `dist/` becomes `site:path`, a scheme that `safeLink` refuses,
 * so that the settings cannot write it themselves.
 */
function nameLinks(nodes: readonly (RootContent | ElementContent)[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { href } = node.properties;
    if (typeof href === 'string' && !/^[a-z][a-z\d+.-]*:|^#/i.test(href)) {
      node.properties.href = `site:${href.replace(/^\.?\/+/, '')}`;
    }
    nameLinks(node.children);
  }
}

/** Yields the elements of a tree, in the order of the text. */
function* elementsOf(nodes: readonly (RootContent | ElementContent)[]): Generator<Element> {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    yield node;
    yield* elementsOf(node.children);
  }
}

/**
 * Reads the HTML of the site's own above and below its pages. Anything but text, paragraphs, lists, links and marks
 * of words is an error, because the pages promise to load and run nothing.
 *
 * @param map the settings
 */
export function readSiteHtml(map: YamlMap, inspector: Inspector): SiteHtml {
  const html: { head?: string; foot?: string } = {};
  for (const key of siteHtmlKeys) {
    const entry = map.get(key);
    if (entry === undefined) continue;
    const expected = `<${Object.keys(allowed).join('> <')}>`;
    if (typeof entry.value !== 'string') {
      inspector.reportValue(key, '…', expected, entry.line);
      continue;
    }
    const { parseFragment, fromParse5, printer } = libraries();
    const tree = fromParse5(parseFragment(entry.value));
    const { children } = tree.type === 'root' ? tree : { children: [] };
    const problems = [...elementsOf(children)].flatMap((element) => problemOf(element) ?? []);
    for (const problem of new Set(problems)) {
      inspector.reportValue(key, problem, expected, entry.line);
    }
    if (problems.length > 0 || entry.value.trim() === '') continue;
    nameLinks(children);
    html[key] = printer.stringify({
      type: 'root',
      children: children.filter(({ type }) => type === 'element' || type === 'text'),
    });
  }
  return html;
}
