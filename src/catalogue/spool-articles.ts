import { crc32 } from 'node:zlib';
import type { CompiledArticle, CompiledDocument, SpoolPlace } from '../model/document.ts';
import type { Spool } from './spool.ts';

/** Returns the checksum that an article at rest begins with, after its magic number. */
export const sumIn = (bytes: Uint8Array): number =>
  bytes.length < 8 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);

/** Returns where an article is that was appended at an offset, followed by the bytes received. */
export const placeAt = (
  at: number,
  article: Uint8Array,
  original: Uint8Array | undefined,
): SpoolPlace => ({
  ...{ at, size: article.length, sum: sumIn(article) },
  original: original && { size: original.length, sum: crc32(original) },
});

/** A compiled article whose bytes are not in the spool yet. */
interface Unspooled {
  readonly document: CompiledDocument;
  readonly article: CompiledArticle;
  readonly bytes: Uint8Array;
}

/** Returns the article of a document, if it is not in the spool yet. */
function unspooled(document: CompiledDocument): Unspooled | undefined {
  const { article } = document;
  if (article === undefined || !(article.article instanceof Uint8Array)) return undefined;
  return { document, article, bytes: article.article };
}

/**
 * Appends the articles of documents to a spool, all at once, with the bytes received; returns the documents with the
 * places of their articles instead, so that no article is sent from one thread to another.
 *
 * @throws the file system's error
 */
export function spoolArticles(
  spool: Pick<Spool, 'append'>,
  documents: readonly CompiledDocument[],
): readonly CompiledDocument[] {
  const found = documents.map(unspooled);
  const parts = found.flatMap((one) =>
    one === undefined ? [] : [one.bytes, ...(one.article.original ? [one.article.original] : [])],
  );
  if (parts.length === 0) return documents;
  let at = spool.append(Buffer.concat(parts));
  return documents.map((document, i) => {
    const one = found[i];
    if (one === undefined) return document;
    const { bytes, article } = one;
    const { original } = article;
    const place = placeAt(at, bytes, original);
    at += bytes.length + (original?.length ?? 0);
    return { ...document, article: { ...article, article: place, original: undefined } };
  });
}
