import { SaxesParser } from 'saxes';
import { OfficeFault } from '../sources/office/office-fault.ts';
import type { PackageParts } from '../sources/office/package-parts.ts';

/** A chapter of an EPUB: a document in the order of reading. */
export interface Chapter {
  /** Its path in the package. */
  readonly path: string;
  /** Whether it is the list of contents, or the cover. */
  readonly isContents: boolean;
}

/** What the package document of an EPUB says (EPUB 3.3, section 5). */
export interface EpubPackage {
  readonly title: string;
  readonly creators: readonly string[];
  readonly date: string;
  readonly publisher: string;
  readonly language: string;
  readonly rights: string;
  readonly subjects: readonly string[];
  readonly chapters: readonly Chapter[];
  /** What the list of contents calls each document, by its path. */
  readonly labels: ReadonlyMap<string, string>;
  /** Whether chapters are encrypted. */
  readonly isEncrypted: boolean;
}

/** Returns a path from the folder of another, without `.` and `..`. */
export function pathInPackage(from: string, address: string): string {
  const names = address.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const name of decoded(address.replace(/[?#].*$/s, '')).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns the text of a part. */
function textOf(parts: PackageParts, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new OfficeFault('damaged', name);
  return new TextDecoder().decode(part);
}

/** Calls back for the elements of an XML part, by their names without prefix. */
function readXml(
  xml: string,
  opened: (name: string, attributes: Readonly<Record<string, string>>) => void,
  closed: (name: string, text: string) => void,
): void {
  const parser = new SaxesParser({});
  let text = '';
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    opened(local(name), attributes);
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => closed(local(name), text.trim()));
  parser.on('error', ({ message }) => {
    throw new OfficeFault('damaged', message);
  });
  parser.write(xml).close();
}

/** Returns the path of the package document (EPUB 3.3, 4.2.6.3.1). */
function packagePath(parts: PackageParts): string {
  let path = '';
  readXml(
    textOf(parts, 'META-INF/container.xml'),
    (name, attributes) => {
      if (name === 'rootfile' && path === '') path = attributes['full-path'] ?? '';
    },
    () => undefined,
  );
  return path;
}

/** Returns the day of publication: a book also has days of changes and of the file (OPF 2.0.1, 2.2.7). */
function publicationDate(
  dates: readonly { readonly event: string; readonly date: string }[],
): string {
  const named = dates.find(({ event }) => /publication|issued/i.test(event));
  return (named ?? dates.find(({ event }) => event === ''))?.date ?? '';
}

/** Tells whether a document of the book is encrypted; fonts often are. */
function hasEncrypted(parts: PackageParts, items: Iterable<Chapter>): boolean {
  const list = parts.get('META-INF/encryption.xml');
  if (list === undefined) return false;
  const paths = new Set<string>();
  readXml(
    new TextDecoder().decode(list),
    (name, attributes) => {
      if (name === 'CipherReference') paths.add(pathInPackage('', attributes.URI ?? ''));
    },
    () => undefined,
  );
  return [...items].some(({ path }) => /html?$/i.test(path) && paths.has(path));
}

/** Returns the names of documents in the list of contents, of EPUB 2 or of EPUB 3; the first of each counts. */
function labelsOf(
  parts: PackageParts,
  ncx: string,
  nav: string | undefined,
): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const put = (from: string, address: string, label: string): void => {
    const path = pathInPackage(from, address);
    if (label !== '' && !labels.has(path)) labels.set(path, label);
  };
  const contents = nav === undefined ? undefined : parts.get(nav);
  if (contents !== undefined && nav !== undefined) {
    const links = new TextDecoder()
      .decode(contents)
      .matchAll(/<a\b[^>]*?\shref\s*=\s*["']([^"']{1,1000})["'][^>]*>([^<]{1,500})<\/a>/gi);
    for (const [, address = '', label = ''] of links)
      put(nav, address, label.replace(/\s+/g, ' ').trim());
  }
  const map = parts.get(ncx);
  let label = '';
  if (map === undefined) return labels;
  try {
    readXml(
      new TextDecoder().decode(map),
      (name, attributes) => {
        if (name === 'content') put(ncx, attributes.src ?? '', label);
      },
      (name, text) => {
        if (name === 'text') label = text;
      },
    );
  } catch (error) {
    // Without its list of contents the book is still read.
    if (!(error instanceof OfficeFault)) throw error;
  }
  return labels;
}

/**
 * Reads the package document of an EPUB.
 *
 * @throws OfficeFault where it is missing or not well-formed
 */
export function epubPackage(parts: PackageParts): EpubPackage {
  const path = packagePath(parts);
  const found = new Map<string, string[]>();
  const items = new Map<string, Chapter & { readonly isPage: boolean }>();
  const spine: string[] = [];
  const contents = new Set<string>();
  const dates: { readonly event: string; readonly date: string }[] = [];
  const creators: { readonly role: string; readonly name: string }[] = [];
  let ncx = '';
  let [event, role] = ['', ''];
  readXml(
    textOf(parts, path),
    (name, attributes) => {
      const { id = '', href = '', idref = '', properties = '' } = attributes;
      event = attributes['opf:event'] ?? attributes.event ?? '';
      role = attributes['opf:role'] ?? attributes.role ?? '';
      // The list of contents, and the cover, of EPUB 2.
      if (name === 'reference' && /^(?:toc|cover)$/i.test(attributes.type ?? ''))
        contents.add(pathInPackage(path, href));
      if (name === 'item' && /dtbncx/i.test(attributes['media-type'] ?? ''))
        ncx = pathInPackage(path, href);
      if (name === 'item')
        items.set(id, {
          path: pathInPackage(path, href),
          isContents: properties.split(/\s+/).includes('nav'),
          isPage: /html/i.test(attributes['media-type'] ?? ''),
        });
      if (name === 'itemref') spine.push(idref);
    },
    (name, text) => {
      if (text === '') return;
      if (name === 'date') dates.push({ event, date: text });
      if (name === 'creator') creators.push({ role, name: text });
      found.set(name, [...(found.get(name) ?? []), text]);
    },
  );
  const first = (name: string): string => found.get(name)?.[0] ?? '';
  return {
    title: first('title'),
    // Translators and illustrators are creators, too.
    creators: creators.filter((one) => /^(?:aut|)$/i.test(one.role)).map((one) => one.name),
    date: publicationDate(dates),
    rights: first('rights'),
    subjects: [...new Set(found.get('subject') ?? [])],
    isEncrypted: hasEncrypted(parts, items.values()),
    labels: labelsOf(parts, ncx, [...items.values()].find((one) => one.isContents)?.path),
    publisher: first('publisher'),
    language: first('language'),
    chapters: spine.flatMap((id): Chapter[] => {
      const item = items.get(id);
      return item?.isPage
        ? [{ path: item.path, isContents: item.isContents || contents.has(item.path) }]
        : [];
    }),
  };
}
