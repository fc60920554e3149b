import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxImportedArticles, maxMessageBytes, maxPageBytes } from '../model/limits.ts';
import { readSeed } from '../sources/seed-file.ts';
import type { Capture, NewestCaptures } from './captures.ts';
import { decodePage } from './encodings.ts';
import type { ImportSource } from './import-source.ts';
import type { ImportResult } from './imported-article.ts';
import type { FindPicture } from './imported-picture.ts';
import { readHead } from './list-sources.ts';
import { isMime, type MimePage, mimePage } from './mime-page.ts';
import { openUnpacked } from './packed-archives.ts';
import { pageArticle } from './page-article.ts';

/** Reads an unpacked file; undefined, with diagnostics, where it is larger than the limit. */
export async function unpackedFile(
  source: ImportSource,
  limit: number,
): Promise<Outcome<Uint8Array | undefined>> {
  const { path, absolute, gzipped } = source;
  if (!gzipped) return readSeed({ path, absolute }, limit);
  const diagnostics: Diagnostic[] = [];
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of openUnpacked(source, (found) => void diagnostics.push(found))) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > limit) {
      const at = { rule: 'seed-too-large', severity: 'error', file: path } as const;
      return { value: undefined, diagnostics: [{ ...at, values: { bytes, limit } }] };
    }
    chunks.push(chunk);
  }
  return { value: Buffer.concat(chunks), diagnostics };
}

/** Returns the finder of the pictures in a message. */
const partFinder =
  ({ part }: MimePage): FindPicture =>
  (address) => {
    const bytes = part(address);
    return bytes === undefined ? undefined : { read: () => bytes };
  };

/** Reads a page in a file of its own, or in a message with its pictures (MHTML). */
export async function* readPageFile(source: ImportSource): AsyncGenerator<ImportResult> {
  const { path, absolute, name } = source;
  const isMessage = isMime(readHead(absolute).head);
  const limit = isMessage ? maxMessageBytes : maxPageBytes;
  const { value: bytes, diagnostics } = await unpackedFile(source, limit);
  if (diagnostics.length > 0) yield { diagnostics };
  if (bytes === undefined) return;
  const message = isMessage ? mimePage(bytes) : undefined;
  if (isMessage && (message === undefined || message.bytes.length > maxPageBytes)) {
    const at = { rule: 'import-no-main-text', severity: 'warning', file: path } as const;
    yield { excluded: 'other', diagnostics: [{ ...at, values: {} }] };
    return;
  }
  const page = message?.bytes ?? bytes;
  const { value: html, diagnostics: reported } = decodePage(page, path, message?.charset);
  if (reported.length > 0) yield { diagnostics: reported };
  const url = message?.url === undefined ? {} : { url: message.url };
  const result = await pageArticle(html, { file: path, name, ...url });
  const { article } = result;
  yield article === undefined || message === undefined
    ? result
    : { ...result, article: { ...article, pictures: partFinder(message) } };
}

/** Returns the name of a page by its URL; the query may distinguish pages. */
function nameIn(url: string): string {
  const { pathname, search } = new URL(url);
  return search === '' ? pathname.replace(/^\/+|\/+$/g, '') : url;
}

/** Returns a diagnostic with the address of the page that it is about. */
function addressed(diagnostic: Diagnostic, url: string): Diagnostic {
  const { rule } = diagnostic;
  if (rule !== 'import-no-main-text' && rule !== 'import-declared-encoding') return diagnostic;
  return { ...diagnostic, values: { ...diagnostic.values, address: url } } as Diagnostic;
}

async function readCapture({ url, charset, body }: Capture, file: string): Promise<ImportResult> {
  const bytes = body();
  if (bytes === undefined) {
    const values = { limit: maxPageBytes };
    const at = { rule: 'import-item-too-large', severity: 'error', file } as const;
    return { diagnostics: [{ ...at, values }] };
  }
  const { value: html, diagnostics } = decodePage(bytes, file, charset);
  const result = await pageArticle(html, { file, name: nameIn(url), url });
  const told = [...diagnostics, ...result.diagnostics].map((one) => addressed(one, url));
  // Of a page that is not imported, its encoding does not matter.
  const isLeftOut = result.article === undefined;
  const isTold = ({ rule, severity }: Diagnostic): boolean =>
    !isLeftOut || severity === 'error' || rule === 'import-no-main-text';
  return { ...result, diagnostics: told.filter(isTold) };
}

/** Reads the newest response of each address in a web archive. */
export async function* readArchive(
  source: ImportSource,
  newest: NewestCaptures | undefined,
): AsyncGenerator<ImportResult> {
  const { capturesIn } = await import('./captures.ts');
  const { path: file } = source;
  const found: Diagnostic[] = [];
  for await (const capture of capturesIn(source, (diagnostic) => void found.push(diagnostic))) {
    if (found.length > 0) yield { diagnostics: found.splice(0) };
    if (newest?.has(source, capture) === true) yield await readCapture(capture, file);
  }
  if (newest?.isFull === true) {
    const values = { limit: maxImportedArticles };
    found.push({ rule: 'import-too-many', severity: 'error', file, values });
  }
  if (found.length > 0) yield { diagnostics: found };
}
