import {
  brotliDecompressSync,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import { maxContentCodings, maxPageBytes } from '../model/limits.ts';
import { hasCode } from '../model/system-error.ts';

const limit = { maxOutputLength: maxPageBytes };

const decoders: Readonly<Record<string, (bytes: Uint8Array) => Buffer>> = {
  gzip: (bytes) => gunzipSync(bytes, limit),
  'x-gzip': (bytes) => gunzipSync(bytes, limit),
  deflate: (bytes) => inflated(bytes),
  br: (bytes) => brotliDecompressSync(bytes, limit),
  zstd: (bytes) => zstdDecompressSync(bytes, limit),
};

/** Some servers send DEFLATE without the header of zlib. */
function inflated(bytes: Uint8Array): Buffer {
  return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
}

/**
 * Decodes one content coding; crawlers may have decoded it already and left the header, so after an error the
 * bytes are returned unchanged. Undefined for more than the limit.
 */
function decodeOne(bytes: Buffer, coding: string): Buffer | undefined {
  const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
  if (decode === undefined) return bytes;
  try {
    return decode(bytes);
  } catch (error) {
    return hasCode(error, 'ERR_BUFFER_TOO_LARGE') ? undefined : bytes;
  }
}

/**
 * Joins the chunks of a chunked body (RFC 9112, 7.1). Crawlers may have joined them already and left the
 * header, so what is no chunk stays as it is.
 */
export function joinChunks(bytes: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size = lineEnd === -1 || lineEnd - at > 64 ? '' : bytes.toString('latin1', at, lineEnd);
    const digits = /^ *([\da-f]{1,8}) *(?:;|$)/i.exec(size)?.[1];
    if (digits === undefined) break;
    const from = lineEnd + 2;
    const to = from + Number.parseInt(digits, 16);
    if (to === from) return Buffer.concat(chunks);
    if (to > bytes.length || bytes.toString('latin1', to, to + 2) !== '\r\n') break;
    chunks.push(bytes.subarray(from, to));
    at = to + 2;
  }
  return chunks.length === 0 ? bytes : Buffer.concat([...chunks, bytes.subarray(at)]);
}

/**
 * Decodes the body of an HTTP response.
 *
 * @param codings the value of its header Content-Encoding, outermost last
 * @returns undefined where the body is larger than a page may be, or is packed too many times
 */
export function decodeBody(body: Buffer, codings: string, isChunked: boolean): Buffer | undefined {
  const names = codings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const applied = names.filter((name) => name !== '' && name !== 'identity').reverse();
  if (applied.length > maxContentCodings) return undefined;
  return applied.reduce<Buffer | undefined>(
    (bytes, coding) => (bytes === undefined ? undefined : decodeOne(bytes, coding)),
    isChunked ? joinChunks(body) : body,
  );
}
