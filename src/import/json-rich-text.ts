import { isJsonObject, type JsonObject, jsonField, jsonList, jsonText } from './json-values.ts';

/** Deepest nesting of a structured text, and most of its nodes. */
const [maxDepth, maxNodes] = [60, 100_000];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const typeOf = (node: JsonObject): string =>
  String(
    jsonField(node, 'type') ?? jsonField(node, '_type') ?? jsonField(node, 'style') ?? '',
  ).toLowerCase();

/** Elements of structured texts (Editor.js, Slate, ProseMirror, Portable Text, Strapi) in HTML. */
const elements: readonly (readonly [RegExp, string])[] = [
  [/^(?:bullet|bulleted|unordered)-?_?list$|^ul$/, 'ul'],
  [/^(?:ordered|numbered)-?_?list$|^ol$/, 'ol'],
  [/^list-?_?item$|^li$|^listitem$/, 'li'],
  [/quote/, 'blockquote'],
  [/^(?:paragraph|p|block|normal|text-block)$/, 'p'],
  [/^(?:horizontal-?_?rule|divider|delimiter|hr)$/, 'hr'],
  [/^(?:table)$/, 'table'],
  [/^table-?_?row$/, 'tr'],
  [/^table-?_?(?:cell|header)$/, 'td'],
];

function tagOf(node: JsonObject): string | undefined {
  const type = typeOf(node);
  const style = String(jsonField(node, 'style') ?? '');
  const heading = /^h([1-6])$/.exec(style)?.[1] ?? /^h([1-6])$/.exec(type)?.[1];
  if (heading !== undefined) return `h${heading}`;
  const level =
    jsonField(node, 'level') ??
    (isJsonObject(jsonField(node, 'attrs'))
      ? jsonField(jsonField(node, 'attrs') as JsonObject, 'level')
      : undefined);
  if (/^head(?:ing|er)/.test(type))
    return `h${typeof level === 'number' && level >= 1 && level <= 6 ? level : 2}`;
  const list = String(jsonField(node, 'format') ?? jsonField(node, 'style') ?? '');
  if (type === 'list') return /^(?:ordered|number)/.test(list) ? 'ol' : 'ul';
  return elements.find(([names]) => names.test(type))?.[1];
}

/** Returns the words of a leaf with its marks. */
function leaf(node: JsonObject, text: string): string {
  const marks = jsonList(jsonField(node, 'marks')).map((mark) =>
    isJsonObject(mark) ? typeOf(mark) : String(mark),
  );
  const has = (...names: readonly string[]): boolean =>
    names.some((name) => jsonField(node, name) === true || marks.includes(name));
  const bold = has('bold', 'strong') ? `<strong>${escaped(text)}</strong>` : escaped(text);
  return has('italic', 'em') ? `<em>${bold}</em>` : bold;
}

/** A block of Editor.js: its content is in `data`. */
function editorBlock(type: string, data: JsonObject): string {
  const text = jsonText(jsonField(data, 'text'));
  const items = jsonList(jsonField(data, 'items')).map(
    (item) =>
      `<li>${isJsonObject(item) ? jsonText(jsonField(item, 'content')) : jsonText(item)}</li>`,
  );
  const url = jsonText(
    jsonField(data, 'url') ??
      (isJsonObject(jsonField(data, 'file'))
        ? jsonField(jsonField(data, 'file') as JsonObject, 'url')
        : ''),
  );
  if (type === 'list')
    return jsonField(data, 'style') === 'ordered'
      ? `<ol>${items.join('')}</ol>`
      : `<ul>${items.join('')}</ul>`;
  if (type === 'image' && url !== '')
    return `<figure><img src="${escaped(url)}"><figcaption>${jsonText(jsonField(data, 'caption'))}</figcaption></figure>`;
  if (type === 'header')
    return `<h${Number(jsonField(data, 'level') ?? 2) || 2}>${text}</h${Number(jsonField(data, 'level') ?? 2) || 2}>`;
  if (type === 'quote')
    return `<blockquote><p>${text}</p><p>${jsonText(jsonField(data, 'caption'))}</p></blockquote>`;
  if (type === 'raw') return jsonText(jsonField(data, 'html'));
  return text === '' ? '' : `<p>${text}</p>`;
}

/** Tells whether a value is a structured text: a list or an object of nodes with types. */
export function isRichText(value: unknown): boolean {
  const nodes = isJsonObject(value)
    ? (jsonField(value, 'blocks') ?? jsonField(value, 'content') ?? jsonField(value, 'children'))
    : value;
  const [first] = Array.isArray(nodes) ? nodes : [];
  return (
    isJsonObject(first) &&
    ['type', '_type', '__component'].some((name) => typeof jsonField(first, name) === 'string')
  );
}

/** Returns a structured text as HTML; what is not known is reduced to its words. */
export function richTextHtml(value: unknown): string {
  let count = 0;
  function html(node: unknown, depth: number): string {
    count += 1;
    if (depth > maxDepth || count > maxNodes) return '';
    if (typeof node === 'string') return escaped(node);
    if (Array.isArray(node)) return node.map((one) => html(one, depth + 1)).join('');
    if (!isJsonObject(node)) return '';
    const type = typeOf(node);
    const data = jsonField(node, 'data');
    if (
      isJsonObject(data) &&
      Object.keys(data).length > 0 &&
      typeof jsonField(node, 'type') === 'string' &&
      jsonField(node, 'content') === undefined &&
      jsonField(node, 'children') === undefined
    )
      return editorBlock(type, data);
    const text = jsonField(node, 'text');
    if (typeof text === 'string')
      return type === '' || type === 'text' || type === 'span'
        ? leaf(node, text)
        : `<p>${escaped(text)}</p>`;
    if (/^(?:hard-?_?break|br|linebreak)$/.test(type)) return '<br>';
    const attributes = jsonField(node, 'attrs');
    const source = jsonText(
      jsonField(node, 'url') ??
        jsonField(node, 'src') ??
        (isJsonObject(attributes) ? (jsonField(attributes, 'src') ?? '') : ''),
    );
    const image = jsonField(node, 'image');
    if (/image|picture/.test(type)) {
      const address = source || (isJsonObject(image) ? jsonText(jsonField(image, 'url')) : '');
      return address === ''
        ? ''
        : `<p><img src="${escaped(address)}" alt="${escaped(jsonText(jsonField(node, 'alt') ?? (isJsonObject(image) ? (jsonField(image, 'alternativeText') ?? '') : '')))}"></p>`;
    }
    const children = ['blocks', 'content', 'children', 'body', 'items']
      .map((name) => jsonField(node, name))
      .find(Array.isArray);
    const inner = html(children ?? jsonText(node), depth + 1);
    if (type === 'link' && source !== '') return `<a href="${escaped(source)}">${inner}</a>`;
    const tag = tagOf(node);
    return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`;
  }
  return html(value, 0);
}
