import { SaxesParser } from 'saxes';
import { OfficeFault } from '../sources/office/office-fault.ts';
import type { PackageParts } from '../sources/office/package-parts.ts';

/** A chapter of an EPUB: a document in the order of reading. */
export interface Chapter {
  /** Its path in the package. */
  readonly path: string;
  /** Whether it is the list of contents. */
  readonly isContents: boolean;
}

/** What the package document of an EPUB says (EPUB 3.3, section 5). */
export interface EpubPackage {
  readonly title: string;
  readonly creators: readonly string[];
  readonly date: string;
  readonly publisher: string;
  readonly language: string;
  readonly chapters: readonly Chapter[];
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
  readXml(
    textOf(parts, path),
    (name, attributes) => {
      const { id = '', href = '', idref = '', properties = '' } = attributes;
      if (name === 'item')
        items.set(id, {
          path: pathInPackage(path, href),
          isContents: properties.split(/\s+/).includes('nav'),
          isPage: /html/i.test(attributes['media-type'] ?? ''),
        });
      if (name === 'itemref') spine.push(idref);
    },
    (name, text) => {
      if (text !== '') found.set(name, [...(found.get(name) ?? []), text]);
    },
  );
  const first = (name: string): string => found.get(name)?.[0] ?? '';
  return {
    title: first('title'),
    creators: found.get('creator') ?? [],
    date: first('date'),
    publisher: first('publisher'),
    language: first('language'),
    chapters: spine.flatMap((id): Chapter[] => {
      const item = items.get(id);
      return item?.isPage ? [{ path: item.path, isContents: item.isContents }] : [];
    }),
  };
}
