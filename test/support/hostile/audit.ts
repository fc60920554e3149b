import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { isSafeName } from '../../../src/model/article-id.ts';
import { childrenOf, isElement, type Node, parsePage, textContent } from '../dom.ts';
import {
  isAllowed,
  isAllowedAddress,
  isAllowedDrawing,
  policy,
  scriptsOf,
  xmlElements,
} from './allowed.ts';
import { readTable } from './table.ts';

/** Returns the paths of all files under a folder, relative to it, with slashes, sorted. */
export const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/**
 * Reads every file of a built archive with a parser of its kind and returns all that no template of the
 * archive writes: elements, attributes, addresses, policies, comments, formulas, names of files.
 */
export function auditArchive(dist: string): readonly string[] {
  const files = filesUnder(dist);
  return [
    ...auditNames(files),
    ...files.flatMap((file) => {
      if (!lstatSync(join(dist, file)).isFile()) return [`${file}: no regular file`];
      return auditFile(file, readFileSync(join(dist, file))).map((error) => `${file}: ${error}`);
    }),
  ];
}

function auditFile(file: string, received: Buffer): readonly string[] {
  const isPacked = file.endsWith('.gz');
  const bytes = isPacked ? gunzipSync(received) : received;
  const kind = /\.([a-z]+)(?:\.gz)?$/.exec(file)?.[1];
  if (kind === 'woff' || file.startsWith('assets/') || file.startsWith('originals/')) return [];
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return ['not UTF-8'];
  }
  switch (kind) {
    case 'html':
      return auditPage(file, text);
    case 'xml':
      return auditXml(text);
    case 'json':
      return auditJson(text);
    case 'jsonl':
      return text.split('\n').filter(Boolean).flatMap(auditJson);
    case 'csv':
      return auditTable(text);
    case 'js':
      // Data of the search index: one call with two strings without characters that could end them.
      return /^warraq\("[a-z0-9]+","[^"\\\u2028\u2029\n<]*"\)\n$/.test(text)
        ? []
        : ['more than data'];
    case 'txt':
    case 'md':
      return [];
    default:
      return [`a file of another kind: ${kind}`];
  }
}

/** Returns the errors of a page; `file` is its output path. */
export function auditPage(file: string, html: string): readonly string[] {
  const faults: string[] = [];
  const stack: Node[] = [parsePage(html)];
  let policies = 0;
  const scripts: string[] = [];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const child of childrenOf(node)) stack.push(child);
    if (node.nodeName === '#comment') faults.push('a comment');
    if (!isElement(node)) continue;
    const { tagName, attrs } = node;
    const given = new Map(attrs.map(({ name, value }) => [name, value]));
    const isDrawn = node.namespaceURI !== 'http://www.w3.org/1999/xhtml';
    if (isDrawn && !isAllowedDrawing(tagName, given)) faults.push(`foreign <${tagName}>`);
    if (!isDrawn && !isAllowed(tagName)) faults.push(`<${tagName}>`);
    for (const [name, value] of given) {
      if (!isDrawn && !isAllowed(tagName, name)) faults.push(`<${tagName} ${name}>`);
      if (!['href', 'src', 'action'].includes(name)) continue;
      const rel = tagName === 'link' ? ` ${given.get('rel')}` : '';
      const place = `${tagName} ${name}${rel}${given.has('download') ? ' download' : ''}`;
      if (!isAllowedAddress(place, value)) faults.push(`${place} to ${value.slice(0, 60)}`);
    }
    const httpEquiv = given.get('http-equiv');
    if (httpEquiv !== undefined) {
      policies += 1;
      const content = given.get('content') ?? '';
      const isPolicy = httpEquiv === 'Content-Security-Policy' && content === policy;
      // The page at an old address leads to the new one; it is a document without a frame.
      const isMove = httpEquiv === 'refresh' && /^0; url=[^:]+$/.test(content);
      if (!isPolicy && !isMove) faults.push('another policy');
    }
    if (tagName === 'script') faults.push(...auditScript(file, given, textContent(node)));
    if (tagName === 'script' && given.has('src')) scripts.push(given.get('src') ?? '');
  }
  if (new Set(scripts).size < scripts.length) faults.push('a script twice');
  if (policies !== 1) faults.push(`${policies} policies`);
  return faults;
}

function auditScript(
  file: string,
  given: ReadonlyMap<string, string>,
  text: string,
): readonly string[] {
  const type = given.get('type');
  if (type === 'application/ld+json' || type === 'application/json') {
    return given.has('src') ? ['a script with data and an address'] : auditJson(text);
  }
  const isOwn = scriptsOf(file).some((own) => own.test(given.get('src') ?? ''));
  return isOwn && text === '' && type === undefined ? [] : ['a script'];
}

/** Returns the violations of JSON: keys must not contain markup or names of prototypes. */
function auditJson(text: string): readonly string[] {
  try {
    const keys: string[] = [];
    JSON.parse(text, (key, value: unknown) => {
      keys.push(key);
      return value;
    });
    return keys
      .filter((key) => !/^[@\w-]*$/.test(key) || key === '__proto__')
      .map((key) => `key ${key}`);
  } catch (error) {
    return [`no JSON: ${String(error)}`];
  }
}

function auditXml(text: string): readonly string[] {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => faults.push(error.message));
  parser.on('opentag', ({ name, attributes }) => {
    if (!xmlElements.has(name)) faults.push(`<${name}>`);
    for (const [key, value] of Object.entries(attributes)) {
      if (/^(?:href|template)$/.test(key) && !/^https:\/\/example\.org\//.test(value)) {
        faults.push(`${key} to ${value}`);
      }
    }
  });
  parser.on('doctype', () => faults.push('a doctype'));
  parser.on('processinginstruction', ({ target }) => faults.push(`<?${target}?>`));
  parser.on('comment', () => faults.push('a comment'));
  parser.on('cdata', () => faults.push('a CDATA section'));
  parser.write(text).close();
  return faults;
}

/** Matches cells that a spreadsheet evaluates as formulas, including after spaces and in wide forms. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

/** Returns the violations of a table: short rows, and cells that a spreadsheet would evaluate. */
export function auditTable(text: string): readonly string[] {
  const [head = [], ...rows] = readTable(text.replace(/^\ufeff/, ''));
  return rows.flatMap((row) => [
    ...(row.length === head.length ? [] : [`a row of ${row.length} cells`]),
    ...row.filter((cell) => formula.test(cell)).map((cell) => `formula ${cell.slice(0, 30)}`),
  ]);
}

/** Returns the file names that are invalid on Windows, macOS or Linux, or equal to another there. */
export function auditNames(files: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  const faults: string[] = [];
  for (const file of files) {
    for (const part of file.split('/')) {
      if (Buffer.byteLength(part) > 255) faults.push(`${file}: a name over 255 bytes`);
      if (Buffer.byteLength(part.normalize('NFD')) > 255) faults.push(`${file}: over 255 in NFD`);
      if (/[<>:"|?*\\\p{Cc}\p{Cf}]|[. ]$|^ /u.test(part)) faults.push(`${file}: signs`);
      if (part !== part.normalize('NFC')) faults.push(`${file}: not NFC`);
      if (part === '..' || part === '.' || !isSafeName(part)) faults.push(`${file}: reserved`);
    }
    // Upper case first: some file systems treat ſ and s, ς and σ as equal.
    const key = file.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');
    const other = seen.get(key);
    if (other !== undefined) faults.push(`${file}: one name with ${other}`);
    seen.set(key, file);
  }
  return faults;
}
