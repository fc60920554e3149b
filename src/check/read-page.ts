import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Ids, links and requests of a page. */
export interface ParsedPage {
  readonly ids: ReadonlySet<string>;
  /** Ids that occur more than once. */
  readonly duplicates: readonly string[];
  /** URLs of links. */
  readonly links: readonly string[];
  /** The URL to which the page leads by itself; undefined where it does not. */
  readonly refresh: string | undefined;
  /** URLs that a browser requests with the page. */
  readonly requests: readonly string[];
  /** Inline scripts and styles, and event handlers such as `onclick`. */
  readonly inline: readonly string[];
  /** The link to the pack with the original of an article, its name there, and its SHA-256; absent where a page names none. */
  readonly original?: { readonly pack: string; readonly member: string; readonly sha256: string };
  /** The seed that an article's page names; absent on other pages. */
  readonly seed?: string;
}

/** Attributes that cause requests, by element. */
const requestAttributes: Readonly<Record<string, readonly string[]>> = {
  audio: ['src'],
  embed: ['src'],
  iframe: ['src'],
  img: ['src', 'srcset'],
  input: ['src'],
  object: ['data'],
  script: ['src'],
  source: ['src', 'srcset'],
  track: ['src'],
  video: ['src', 'poster'],
};

/** Values of `<link rel>` that cause requests, unlike `canonical`. */
const requestRel = /\b(?:stylesheet|preload|modulepreload|icon|manifest|prefetch)\b/i;

/** Returns the text directly in an element. */
const textIn = (node: Node): string =>
  'childNodes' in node
    ? node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
    : '';

/** Parses a page as browsers do (WHATWG HTML, by parse5) and returns what a check needs of it. */
export function readPage(html: string): ParsedPage {
  const ids = new Set<string>();
  const duplicates: string[] = [];
  const links: string[] = [];
  const requests: string[] = [];
  const inline: string[] = [];
  let seed: string | undefined;
  let [pack, member, sha256] = ['', '', ''];
  let refresh: string | undefined;
  const stack: Node[] = [parse(html)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('childNodes' in node) {
      for (const child of node.childNodes.toReversed()) stack.push(child);
    }
    if (!('attrs' in node)) continue;
    const { tagName } = node;
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    const id = attributes.get('id');
    if (id !== undefined && ids.has(id)) duplicates.push(id);
    if (id !== undefined) ids.add(id);
    if (attributes.has('data-seed')) seed ??= textIn(node);
    if (attributes.has('data-member')) member ||= textIn(node);
    if (attributes.get('class') === 'fingerprint') sha256 ||= textIn(node);
    const href = attributes.get('href');
    if (attributes.has('data-pack')) pack ||= href ?? '';
    if (tagName === 'a' && href !== undefined) {
      if (/^\s*javascript:/i.test(href)) inline.push('javascript:');
      else links.push(href);
    }
    if (tagName === 'meta' && /^refresh$/i.test(attributes.get('http-equiv') ?? '')) {
      refresh = /;\s*url=\s*['"]?([^'"]+)/i.exec(attributes.get('content') ?? '')?.[1]?.trim();
      if (refresh !== undefined) links.push(refresh);
    }
    if (tagName === 'link' && href !== undefined && requestRel.test(attributes.get('rel') ?? '')) {
      requests.push(href);
    }
    for (const name of requestAttributes[tagName] ?? []) {
      const value = attributes.get(name);
      if (value === undefined) continue;
      // In `srcset` a descriptor follows each URL.
      const candidates = name === 'srcset' ? value.split(',') : [value];
      for (const candidate of candidates) {
        requests.push(candidate.trim().split(/\s+/)[0] ?? candidate);
      }
    }
    if (tagName === 'style' || (tagName === 'script' && !attributes.has('src'))) {
      // Data blocks (JSON-LD) are not executed.
      if (!/json/.test(attributes.get('type') ?? '')) inline.push(`<${tagName}>`);
    }
    for (const name of attributes.keys()) {
      if (name.startsWith('on') || name === 'style') inline.push(`${tagName} ${name}`);
    }
  }
  const page = { ids, duplicates, links, refresh, requests, inline, ...(seed ? { seed } : {}) };
  return pack && sha256 ? { ...page, original: { pack, member, sha256 } } : page;
}
