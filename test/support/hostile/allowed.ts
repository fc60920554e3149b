/**
 * What the pages of an archive may contain; anything else was injected by a text. The lists follow the
 * templates and not HTML: an element that no template writes is as foreign as a script.
 */

/** Attributes that any element may have; `data-…` and `aria-…` besides. */
const common = new Set(['class', 'dir', 'hidden', 'id', 'lang', 'role']);

/** Elements with the attributes that each may have besides. */
const elements: Readonly<Record<string, readonly string[]>> = {
  a: ['download', 'href', 'rel', 'tabindex', 'title', 'type'],
  article: [],
  aside: [],
  b: [],
  bdi: [],
  blockquote: [],
  body: [],
  br: [],
  button: [],
  caption: [],
  code: [],
  dd: [],
  del: [],
  details: ['open'],
  div: ['tabindex'],
  dl: [],
  dt: [],
  em: [],
  fieldset: [],
  figcaption: [],
  figure: [],
  footer: [],
  form: ['action'],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  head: [],
  header: [],
  hr: [],
  html: [],
  input: [
    ...['autocomplete', 'enterkeyhint', 'maxlength', 'name', 'placeholder', 'spellcheck', 'type'],
    ...['value', 'form', 'min', 'max', 'step'],
  ],
  label: ['for'],
  legend: [],
  li: ['value'],
  link: ['as', 'crossorigin', 'href', 'rel', 'title', 'type'],
  main: [],
  meta: ['charset', 'content', 'http-equiv', 'name', 'property'],
  nav: [],
  noscript: [],
  ol: ['start'],
  option: ['value'],
  output: ['for'],
  p: [],
  pre: [],
  script: ['defer', 'src', 'type'],
  section: [],
  select: ['form', 'name'],
  small: [],
  span: [],
  strong: [],
  summary: [],
  table: [],
  tbody: [],
  td: ['colspan'],
  th: ['scope', 'abbr'],
  thead: [],
  time: ['datetime'],
  title: [],
  tr: [],
  ul: [],
};

/** Elements of charts with the attributes that each may have besides `class`. */
const drawn: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  g: ['aria-hidden'],
  rect: ['height', 'width', 'x', 'y'],
  svg: ['direction', 'height', 'width'],
  text: ['text-anchor', 'x', 'y'],
  title: [],
};

/** Tells whether a chart may have an element with these attributes; a drawing of another kind is foreign. */
export function isAllowedDrawing(tag: string, given: ReadonlyMap<string, string>): boolean {
  const known = drawn[tag];
  if (known === undefined) return false;
  if (tag === 'svg' && !/^chart-(?:wide|narrow)$/.test(given.get('class') ?? '')) return false;
  return [...given.keys()].every((name) => name === 'class' || known.includes(name));
}

/** Tells whether a template may have written an element with an attribute. */
export function isAllowed(tag: string, attribute?: string): boolean {
  if (!Object.hasOwn(elements, tag)) return false;
  if (attribute === undefined) return true;
  return (
    /^(?:data|aria)-[a-z-]+$/.test(attribute) ||
    common.has(attribute) ||
    (elements[tag]?.includes(attribute) ?? false)
  );
}

/** Data URLs of citation files. */
const carriedCitation =
  /^data:application\/(?:x-bibtex|x-research-info-systems|vnd\.citationstyles\.csl\+json);charset=utf-8;base64,[A-Za-z0-9+/=]*$/;

/** The scheme that a browser finds in an address, which leaves out controls and blanks before it does. */
export function schemeOf(address: string): string | undefined {
  const seen = [...address].filter((sign) => sign > ' ' && sign !== '\u007f').join('');
  return /^([a-z][a-z0-9+.-]*):/i.exec(seen)?.[1]?.toLowerCase();
}

/** Base URL of the archives of these tests. */
export const ownAddress = 'https://example.org/a/';

/** Tells whether an address leads to this archive. */
const isOwn = (address: string): boolean =>
  schemeOf(address) === undefined && !/^\s*[/\\]/.test(address);

/**
 * Tells whether an address is allowed in its position.
 *
 * @param place `a href`, `link href stylesheet` …
 */
export function isAllowedAddress(place: string, address: string): boolean {
  const scheme = schemeOf(address);
  if (place === 'a href') {
    // A text may link to the root of its host; two slashes would leave the host.
    const onHost = scheme === undefined && !/^\s*[/\\]\s*[/\\]/.test(address);
    return onHost || (scheme !== undefined && ['http', 'https', 'mailto'].includes(scheme));
  }
  if (place === 'a href download' && carriedCitation.test(address)) return true;
  // The page for missing addresses is served at any depth, so that its links are whole addresses.
  return isOwn(address) || address.startsWith(ownAddress);
}

/** The only content security policy of pages: they run the archive's own scripts, and no other. */
export const policy =
  "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

/** The scripts that a page loads: the reader script, and that of the search on its own page. */
export const scriptsOf = (file: string): readonly RegExp[] => [
  /^(?:https:\/\/example\.org\/a\/|(?:\.\.\/)*)assets\/reader\.[0-9a-f]{10}\.js$/,
  ...(file === 'search.html' ? [/^assets\/search\.[0-9a-f]{10}\.js$/] : []),
];

/** Elements of feeds, sitemaps and the description of the search. */
export const xmlElements: ReadonlySet<string> = new Set([
  ...['rss', 'channel', 'item', 'title', 'link', 'guid', 'description', 'language', 'pubDate'],
  ...['lastBuildDate', 'atom:link', 'feed', 'id', 'updated', 'author', 'name', 'entry', 'summary'],
  ...['urlset', 'url', 'loc', 'lastmod', 'sitemapindex', 'sitemap', 'published', 'category'],
  ...['OpenSearchDescription', 'ShortName', 'LongName', 'Description', 'Language', 'Url'],
  ...['InputEncoding', 'OutputEncoding', 'dc:creator', 'content'],
]);
