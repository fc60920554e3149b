import { closeSync, openSync, readSync } from 'node:fs';
import type { UrlListProblem } from '../model/diagnostic.ts';
import { maxAddressLine } from '../model/limits.ts';

/** An address in a list, and the line on which it stands. */
export interface ListedUrl {
  readonly url: string;
  readonly line: number;
}

/** Bytes of a list by which its kind is known. */
const headBytes = 4096;

function headOf(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(headBytes);
    return buffer.subarray(0, readSync(descriptor, buffer));
  } finally {
    closeSync(descriptor);
  }
}

/** Returns the encoding of a list: programs on Windows also write UTF-16. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Returns why a file is no list of addresses; undefined where it may be one. Throws the file system's error. */
export function listProblem(file: string): UrlListProblem | undefined {
  const head = headOf(file);
  if (encodingOf(head) !== 'utf-8') return undefined;
  if (head.includes(0)) return 'packed';
  return head.includes('<sitemapindex') ? 'index' : undefined;
}

/** Yields a text file in chunks. */
function* chunksOf(file: string): Generator<string> {
  const decoder = new TextDecoder(encodingOf(headOf(file)));
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(1 << 16);
    for (let size = readSync(descriptor, buffer); size > 0; size = readSync(descriptor, buffer)) {
      yield decoder.decode(buffer.subarray(0, size), { stream: true });
    }
  } finally {
    closeSync(descriptor);
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Returns the text in an element without elements. */
function elementText(content: string): string {
  const section = /^<!\[CDATA\[(.*)\]\]>$/s.exec(content)?.[1];
  return (
    section?.trim() ??
    content.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
  );
}

/** Yields the addresses of a list: one a line, or in the `<loc>` elements of a sitemap. */
export function* listedUrls(file: string): Generator<ListedUrl> {
  let [rest, line, isXml]: [string, number, boolean | undefined] = ['', 1, undefined];
  for (const chunk of chunksOf(file)) {
    rest += chunk;
    isXml ??= rest.trim() === '' ? undefined : rest.trimStart().startsWith('<');
    const end = isXml === true ? '</loc>' : '\n';
    for (let at = rest.indexOf(end); at !== -1; at = rest.indexOf(end)) {
      const part = rest.slice(0, at);
      rest = rest.slice(at + end.length);
      const start = isXml === true ? part.lastIndexOf('<loc>') + '<loc>'.length : 0;
      line += part.slice(0, start).split('\n').length - 1;
      const url = part.slice(start).trim();
      if (isXml === true) yield { url: elementText(url), line };
      else if (url !== '' && !url.startsWith('#')) yield { url, line };
      line += part.slice(start).split('\n').length - 1 + (isXml === true ? 0 : 1);
    }
    if (rest.length > maxAddressLine) {
      line += rest.slice(0, -maxAddressLine).split('\n').length - 1;
      rest = rest.slice(-maxAddressLine);
    }
  }
  const last = rest.trim();
  if (isXml !== true && last !== '' && !last.startsWith('#')) yield { url: last, line };
}
