import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import {
  brotliDecompressSync,
  createGunzip,
  gunzipSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { openPromise, type ZipFile } from 'yauzl';
import { maxPageBytes } from '../model/limits.ts';
import { hasCode } from '../model/system-error.ts';
import { isWebUrl } from '../sources/metadata-forms.ts';
import type { ImportSource } from './import-source.ts';

/** A page in a web archive (WARC 1.1, ISO 28500). */
export interface Capture {
  /** Its URL without fragment. */
  readonly url: string;
  /** When it was fetched: RFC 3339 in UTC, which sorts as text. */
  readonly date: string;
  /** Index of its record in the source. */
  readonly ordinal: number;
  /** The charset of the server's response. */
  readonly charset: string | undefined;
  /**
   * Reads the page; undefined where it is larger than the limit. To be called before the next capture
   * is requested.
   */
  readonly body: () => Promise<Uint8Array | undefined>;
}

/** The file ends within a record. */
export class TruncatedError extends Error {
  constructor() {
    super('the file ends within a record');
    this.name = 'TruncatedError';
  }
}

/**
 * Reads the rest of a record. The parser would do so too, but would not end on a truncated file.
 *
 * @throws CutShortError where the record is truncated
 */
async function drain({ _reader: reader }: WARCRecord): Promise<void> {
  const chunks = new AsyncIterReader(reader, null, false)[Symbol.asyncIterator]();
  while ((await chunks.next()).done !== true);
  if (reader instanceof LimitReader && reader.limit > 0) throw new TruncatedError();
}

/** Bytes read and decompressed at once. */
const chunkBytes = 256 * 1024;

/** The WARC files in a WACZ package (WACZ 1.1.1, section 5.1). */
const packedArchive = /^archive\/[^/]+\.warc(?:\.gz)?$/i;

const limit = { maxOutputLength: maxPageBytes };

const decoders: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: (bytes) => gunzipSync(bytes, limit),
  'x-gzip': (bytes) => gunzipSync(bytes, limit),
  deflate: (bytes) => inflateSync(bytes, limit),
  br: (bytes) => brotliDecompressSync(bytes, limit),
  zstd: (bytes) => zstdDecompressSync(bytes, limit),
};

/**
 * Decodes a page's content coding; crawlers may have decoded it already and left the header, so
 * after an error the bytes are returned unchanged.
 */
function decodeContent(bytes: Uint8Array, coding: string): Uint8Array | undefined {
  const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
  if (decode === undefined) return bytes;
  try {
    return decode(bytes);
  } catch (error) {
    return hasCode(error, 'ERR_BUFFER_TOO_LARGE') ? undefined : bytes;
  }
}

async function bodyOf(record: WARCRecord): Promise<Uint8Array | undefined> {
  const headers = record.httpHeaders?.headers;
  const isChunked = /chunked/i.test(headers?.get('transfer-encoding') ?? '');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of new AsyncIterReader(record._reader, null, isChunked)) {
    bytes += chunk.length;
    if (bytes > maxPageBytes) return undefined;
    chunks.push(chunk);
  }
  await drain(record);
  const coding = (headers?.get('content-encoding') ?? '').trim().toLowerCase();
  return decodeContent(Buffer.concat(chunks), coding);
}

/** Returns the page in a record; undefined for a record that is no successfully fetched HTML page. */
function captureOf(record: WARCRecord, ordinal: number): Capture | undefined {
  const { warcType, httpHeaders } = record;
  const url = (record.warcTargetURI ?? '').replace(/^<|>$|#.*$/g, '');
  if (warcType !== 'response' || httpHeaders === null || !isWebUrl(url)) return undefined;
  const status = Number(httpHeaders.statusCode);
  const type = httpHeaders.headers.get('content-type') ?? '';
  if (!(status >= 200 && status < 300)) return undefined;
  if (!/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return undefined;
  return {
    ...{ url, ordinal },
    date: record.warcDate ?? '',
    charset: /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(type)?.[1],
    body: () => bodyOf(record),
  };
}

/**
 * Records are compressed separately; Node's decompressor detects a truncated file, the parser's own
 * does not.
 */
const decompressed = (compressed: Readable): Readable =>
  pipeline(compressed, createGunzip({ chunkSize: chunkBytes }), () => {});

/** Yields the web archives in a package, one at a time. */
async function* packedArchives(zip: ZipFile): AsyncGenerator<Readable> {
  for await (const entry of zip.eachEntry()) {
    if (!packedArchive.test(entry.fileName)) continue;
    const stream = await zip.openReadStreamPromise(entry);
    yield /\.gz$/i.test(entry.fileName) ? decompressed(stream) : stream;
  }
}

async function* archivesIn({ absolute, isZip, gzipped }: ImportSource): AsyncGenerator<Readable> {
  if (!isZip) {
    const file = createReadStream(absolute, { highWaterMark: chunkBytes });
    yield gzipped ? decompressed(file) : file;
    return;
  }
  const zip = await openPromise(absolute, { lazyEntries: true, autoClose: false });
  try {
    yield* packedArchives(zip);
  } finally {
    zip.close();
  }
}

/**
 * Reads the pages in a WARC file, or in the WARC files of a WACZ package: HTML responses of status
 * 2xx.
 *
 * @throws the file system's error, or that of a malformed file
 */
export async function* capturesIn(source: ImportSource): AsyncGenerator<Capture> {
  let ordinal = 0;
  for await (const stream of archivesIn(source)) {
    try {
      for await (const record of WARCParser.iterRecords(stream)) {
        ordinal += 1;
        // Every record has it (WARC 1.1, 5.3): where it is missing, the header is truncated.
        if (record.warcHeader('Content-Length') === null) throw new TruncatedError();
        const capture = captureOf(record, ordinal);
        if (capture !== undefined) yield capture;
        await drain(record);
      }
    } finally {
      stream.destroy();
    }
  }
}

/** The newest capture of each URL. */
export type NewestCaptures = ReadonlyMap<string, string>;

const captureName = ({ absolute }: ImportSource, { ordinal }: Capture): string =>
  `${ordinal} ${absolute}`;

/** Returns the newest capture of each URL in all sources; the first where several have the same date. */
export async function newestCaptures(sources: readonly ImportSource[]): Promise<NewestCaptures> {
  const dates = new Map<string, string>();
  const newest = new Map<string, string>();
  for (const source of sources) {
    try {
      for await (const capture of capturesIn(source)) {
        const newestDate = dates.get(capture.url);
        if (newestDate !== undefined && capture.date <= newestDate) continue;
        dates.set(capture.url, capture.date);
        newest.set(capture.url, captureName(source, capture));
      }
    } catch {
      // The error is reported when the pages are read.
    }
  }
  return newest;
}

/** Tells whether a capture is the newest of its URL. */
export const isNewest = (newest: NewestCaptures, source: ImportSource, capture: Capture): boolean =>
  newest.get(capture.url) === captureName(source, capture);
