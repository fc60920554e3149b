import { byteReader } from '../codec/byte-reader.ts';
import { type IndexFolder, type IndexManifest, lastNotAfter } from '../codec/index-manifest.ts';
import { docCapacityFor } from '../codec/postings.ts';
import { openPostingsFile, type PostingsFileReader } from '../codec/postings-file.ts';
import { scsuText } from '../codec/scsu.ts';
import { readStoredFields, type StoredFields, type StoredText } from '../codec/stored-fields.ts';

/**
 * Loads an index file, or one chunk of it.
 *
 * @param name name of the chunk; that of the file where it holds one
 * @param file name of the file
 */
export type LoadFile = (folder: IndexFolder, name: string, file: string) => Promise<Uint8Array>;

/** An index reader. Files are loaded on demand and cached. */
export interface IndexReader {
  readonly manifest: IndexManifest;
  /** Returns the postings file of a stem, and its index; undefined for a stem before the first. */
  postingsFileOf(
    stem: string,
  ): Promise<{ readonly file: PostingsFileReader; readonly index: number } | undefined>;
  /** Returns the bytes of a postings file's word positions, by the index of the postings file. */
  positionsOf(index: number): Promise<Uint8Array>;
  /** Returns the stored fields of an article; undefined for a number that no article has. */
  storedFields(document: number): Promise<StoredFields | undefined>;
  /** Returns the stored text of an article; undefined for a number that no article has. */
  text(document: number): Promise<StoredText | undefined>;
}

/** Returns a reader of the index that a manifest describes. */
export function openIndexReader(manifest: IndexManifest, load: LoadFile): IndexReader {
  const docCapacity = docCapacityFor(manifest.articles);
  const cache = new Map<string, Promise<unknown>>();
  function open<T>(
    folder: IndexFolder,
    name: string,
    decode: (bytes: Uint8Array) => T,
    file = name,
  ): Promise<T> {
    const key = `${folder}/${name}`;
    let content = cache.get(key) as Promise<T> | undefined;
    if (content === undefined) {
      content = load(folder, name, file).then(decode);
      cache.set(key, content);
      // A failed load is not cached, so that it may be repeated.
      content.catch(() => cache.delete(key));
    }
    return content;
  }
  async function readArticle<T>(
    files: readonly { readonly first: number; readonly name: string; readonly file?: string }[],
    folder: IndexFolder,
    document: number,
    decode: (line: string) => readonly T[],
  ): Promise<T | undefined> {
    const entry = files[lastNotAfter(files, ({ first }) => first > document)];
    if (entry === undefined) return undefined;
    const { first, name, file } = entry;
    const articles = await open(folder, name, (bytes) => decode(scsuText(bytes)), file);
    return articles[document - first];
  }
  return {
    manifest,
    async postingsFileOf(stem) {
      const index = lastNotAfter(manifest.postingsFiles, ({ first }) => first > stem);
      const entry = manifest.postingsFiles[index];
      if (entry === undefined) return undefined;
      const file = await open('terms', entry.name, (bytes) => openPostingsFile(bytes, docCapacity));
      return { file, index };
    },
    async positionsOf(index) {
      const file =
        manifest.positions[lastNotAfter(manifest.positions, ({ first }) => first > index)];
      if (file === undefined)
        throw new RangeError('The index has no positions for this postings file.');
      const bytes = await open('places', file.name, (content) => content);
      const reader = byteReader(bytes);
      for (let current = file.first; ; current += 1) {
        const length = reader.number();
        if (current === index) return bytes.subarray(reader.offset, reader.offset + length);
        reader.offset += length;
      }
    },
    storedFields: (document) =>
      readArticle(manifest.storedFields, 'cards', document, readStoredFields),
    text: (document) =>
      readArticle(manifest.texts, 'texts', document, (line) => JSON.parse(line) as StoredText[]),
  };
}
