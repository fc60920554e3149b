import { SaxesParser } from 'saxes';
import { maxCleanDrawing, maxDrawingBytes, maxTreeDepth } from '../model/limits.ts';
import { type CleanRaster, cleanEmbedded } from './embedded-picture.ts';
import { type CleanPicture, PictureError } from './picture-bytes.ts';

/** Elements that run, load or embed something, or show a form: left out with all that is in them. */
const activeElements: ReadonlySet<string> = new Set(
  `script foreignobject iframe embed object audio video canvas handler listener html body input button form
   link meta base`.split(/\s+/),
);

/** Elements that describe the drawing and its maker; nobody sees them. */
const describing: ReadonlySet<string> = new Set(['metadata']);

/** Elements that change an attribute with time. */
const animations: ReadonlySet<string> = new Set([
  'set',
  'animate',
  'animatetransform',
  'animatemotion',
]);

/** Namespaces whose elements and attributes are drawn or read by browsers. */
const drawnNamespaces: readonly string[] = [
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/XML/1998/namespace',
  'http://www.w3.org/2000/xmlns/',
  '',
];

/** An address within the drawing. */
const isFragment = (address: string): boolean => /^\s*(?:#|$)/.test(address);

/** A font that stands in a style: nothing is loaded for it. */
const isFont = (address: string): boolean =>
  /^\s*data:(?:font\/|application\/(?:x-)?font-)/i.test(address);

/** An address in a style, without its quotation marks. */
const styleAddress = /url\(\s*(["']?)([^)"']*)/gi;

/** Returns styles with clean pictures; undefined where they load something: by an address, an import, or escapes. */
function cleanStyle(css: string, clean: CleanRaster): string | undefined {
  if (
    /@import|expression\s*\(|-moz-binding|behavior\s*:|\\|\b(?:image|image-set|src)\s*\(/i.test(css)
  )
    return undefined;
  let isOwn = true;
  const cleaned = css.replace(styleAddress, (whole, mark: string, address: string) => {
    if (isFragment(address) || isFont(address)) return whole;
    const picture = cleanEmbedded(address, clean);
    isOwn &&= picture !== undefined;
    return `url(${mark}${picture}`;
  });
  return isOwn ? cleaned : undefined;
}

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const escapeValue = (text: string): string =>
  escapeText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Pixels of the units of lengths (CSS Values 4, 6.2). */
const units: Readonly<Record<string, number>> = {
  ...{ px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, em: 16, ex: 8 },
};

/** Returns a length in pixels; undefined for percentages and what is no length. */
function pixels(length: string | undefined): number | undefined {
  const [, number = '', unit = 'px'] =
    /^\s*\+?(\d*\.?\d+(?:e\d{1,2})?)\s*([a-z]{2})?\s*$/i.exec(length ?? '') ?? [];
  const value = Number(number) * (units[unit.toLowerCase()] ?? Number.NaN);
  return number !== '' && value > 0 && value < 1e6 ? value : undefined;
}

/** Returns the size of a drawing by its attributes; that of CSS's replaced elements where it has none. */
function sizeOf(attributes: ReadonlyMap<string, string>): Pick<CleanPicture, 'width' | 'height'> {
  const [, , w, h] = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [width, height] = [pixels(attributes.get('width')), pixels(attributes.get('height'))];
  const ratio = w !== undefined && h !== undefined && w > 0 && h > 0 ? w / h : undefined;
  const round = (value: number): number => Math.max(1, Math.round(value));
  if (width !== undefined && height !== undefined)
    return { width: round(width), height: round(height) };
  if (ratio === undefined) return { width: round(width ?? 300), height: round(height ?? 150) };
  if (width !== undefined) return { width: round(width), height: round(width / ratio) };
  if (height !== undefined) return { width: round(height * ratio), height: round(height) };
  return w !== undefined && h !== undefined && w < 1e6 && h < 1e6
    ? { width: round(w), height: round(h) }
    : { width: 300, height: 150 };
}

/** Internal entities of a document type, as drawing programs write them for namespaces. */
const entityDeclaration =
  /<!ENTITY\s+([\w.-]{1,40})\s+(?:"([^"&%<]{0,400})"|'([^'&%<]{0,400})')\s*>/g;

/** Most entities of a drawing: programs write ten. */
const maxEntities = 100;

/**
 * Reads a drawing (SVG) and writes it anew without scripts, foreign elements, external addresses, metadata, comments
 * and the data of programs, so that it is harmless also where it is opened itself.
 *
 * @param clean reads the pictures that stand in it
 * @throws PictureError
 */
export function cleanDrawing(bytes: Uint8Array, clean: CleanRaster): CleanPicture {
  if (bytes.length > maxDrawingBytes) throw new PictureError('bytes', String(bytes.length));
  const source = new TextDecoder().decode(bytes);
  const parser = new SaxesParser({ xmlns: true });
  let output = '';
  let size: Pick<CleanPicture, 'width' | 'height'> | undefined;
  let wasActive = false;
  let depth = 0;
  /** Depth of the outermost element that is left out; 0 within none. */
  let leftOut = 0;
  let style: string | undefined;

  parser.on('doctype', (doctype) => {
    let [count, longer] = [0, 0];
    for (const [, name = '', double, single] of doctype.matchAll(entityDeclaration)) {
      count += 1;
      if (count > maxEntities) throw new PictureError('drawing');
      const value = double ?? single ?? '';
      // The parser gives a text with all that its entities stand for at once.
      longer += (source.split(`&${name};`).length - 1) * value.length;
      if (longer > maxCleanDrawing) throw new PictureError('bytes', String(longer));
      parser.ENTITIES[name] = value;
    }
  });
  parser.on('error', () => {
    throw new PictureError('drawing');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    depth += 1;
    if (depth > maxTreeDepth) throw new PictureError('drawing');
    if (leftOut > 0) return;
    if (output.length > maxCleanDrawing) throw new PictureError('bytes', String(output.length));
    if (style !== undefined) {
      // An element in a style ends no style.
      leftOut = depth;
      return;
    }
    const name = local.toLowerCase();
    const all = Object.values(attributes);
    const target = all.find((one) => one.local.toLowerCase() === 'attributename')?.value ?? '';
    const isActive = activeElements.has(name) || (animations.has(name) && /href|^on/i.test(target));
    const isForeign = uri !== drawnNamespaces[0];
    if (isActive) wasActive = true;
    if (isActive || isForeign || describing.has(name)) {
      leftOut = depth;
      return;
    }
    output += `<${local}`;
    if (depth === 1) {
      output += ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
      size = sizeOf(new Map(all.map((one) => [one.local, one.value])));
    }
    for (const { local: key, prefix: kind, uri: space, value } of all) {
      if (kind === 'xmlns' || (kind === '' && key === 'xmlns')) continue;
      // A base would change where fragments lead.
      if (!drawnNamespaces.includes(space) || (kind === 'xml' && key === 'base')) continue;
      const lower = key.toLowerCase();
      const isAddress = lower === 'href' || lower === 'src';
      const shown = /^on/.test(lower)
        ? undefined
        : isAddress && !isFragment(value)
          ? cleanEmbedded(value, clean)
          : cleanStyle(value, clean);
      if (shown === undefined) {
        wasActive = true;
        continue;
      }
      const shownKey = kind === 'xml' ? `xml:${key}` : kind === '' ? key : `xlink:${key}`;
      output += ` ${shownKey}="${escapeValue(shown)}"`;
    }
    output += '>';
    if (name === 'style') style = '';
  });
  const addText = (text: string): void => {
    if (leftOut > 0 || depth === 0) return;
    if (style !== undefined) style += text;
    else output += escapeText(text);
    if (output.length > maxCleanDrawing) throw new PictureError('bytes', String(output.length));
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ local }) => {
    if (leftOut === 0) {
      if (style !== undefined) {
        const shown = cleanStyle(style, clean);
        if (shown === undefined) wasActive = true;
        output += escapeText(shown ?? '');
        style = undefined;
      }
      output += `</${local}>`;
    } else if (leftOut === depth) leftOut = 0;
    depth -= 1;
  });
  parser.write(source).close();
  if (size === undefined || !output.startsWith('<svg')) throw new PictureError('drawing');
  const parts = [new TextEncoder().encode(`${output}\n`)];
  return { ...size, parts, ...(wasActive ? { wasActive } : {}) };
}
