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
  readonly directory: IndexManifest;
  /** Returns the postings file of a stem, and its number; undefined for a stem before the first. */
  shardOf(
    stem: string,
  ): Promise<{ readonly shard: PostingsFileReader; readonly number: number } | undefined>;
  /** Returns the bytes of a postings file's word positions. */
  positionsOf(number: number): Promise<Uint8Array>;
  card(document: number): Promise<StoredFields | undefined>;
  text(document: number): Promise<StoredText | undefined>;
}

/** Returns a reader of the index that a manifest describes. */
export function openIndexReader(directory: IndexManifest, load: LoadFile): IndexReader {
  const room = docCapacityFor(directory.articles);
  const opened = new Map<string, Promise<unknown>>();
  function open<T>(
    folder: IndexFolder,
    name: string,
    make: (bytes: Uint8Array) => T,
    file = name,
  ): Promise<T> {
    const key = `${folder}/${name}`;
    let made = opened.get(key) as Promise<T> | undefined;
    if (made === undefined) {
      made = load(folder, name, file).then(make);
      opened.set(key, made);
      // A failed load is not cached, so that it may be repeated.
      made.catch(() => opened.delete(key));
    }
    return made;
  }
  async function ofArticle<T>(
    parts: readonly { readonly first: number; readonly name: string; readonly file?: string }[],
    folder: IndexFolder,
    document: number,
    read: (line: string) => readonly T[],
  ): Promise<T | undefined> {
    const part = parts[lastNotAfter(parts, ({ first }) => first > document)];
    if (part === undefined) return undefined;
    const { first, name, file } = part;
    const all = await open(folder, name, (bytes) => read(scsuText(bytes)), file);
    return all[document - first];
  }
  return {
    directory,
    async shardOf(stem) {
      const number = lastNotAfter(directory.shards, ({ first }) => first > stem);
      const file = directory.shards[number];
      if (file === undefined) return undefined;
      const shard = await open('terms', file.name, (bytes) => openPostingsFile(bytes, room));
      return { shard, number };
    },
    async positionsOf(number) {
      const file =
        directory.positions[lastNotAfter(directory.positions, ({ shard }) => shard > number)];
      if (file === undefined) throw new RangeError('No positions for these postings.');
      const bytes = await open('places', file.name, (whole) => whole);
      const reader = byteReader(bytes);
      for (let shard = file.shard; ; shard += 1) {
        const length = reader.number();
        if (shard === number) return bytes.subarray(reader.at, reader.at + length);
        reader.at += length;
      }
    },
    card: (document) => ofArticle(directory.cards, 'cards', document, readStoredFields),
    text: (document) =>
      ofArticle(directory.texts, 'texts', document, (line) => JSON.parse(line) as StoredText[]),
  };
}
