import { bomEncoding, bomLength } from '../encodings/decode.ts';
import { guessWide } from '../encodings/wide.ts';
import { gap } from '../unpack-gzip.ts';

/** Bytes by which UTF-16 without a byte-order mark is detected. */
const headBytes = 512;

/** Ill-formed UTF-16 becomes U+FFFD, which is reported with the text: one broken place loses no other record. */
const lenient = { ignoreBOM: true };

/** Returns the byte order of UTF-16; undefined for other encodings. */
function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const bom = bomEncoding(head);
  if (bom === 'utf-16le' || bom === 'utf-16be') return bom;
  if (bom === 'utf-8-bom' || !head.subarray(0, headBytes).includes(0)) return undefined;
  return guessWide(head.subarray(0, Math.min(headBytes, head.length - (head.length % 2))));
}

/** Converts the chunks of one stream to UTF-8. */
export interface Utf8Converter {
  /** Takes a chunk; returns what can be converted so far. */
  readonly push: (chunk: Buffer) => Buffer;
  /** Returns the rest. */
  readonly end: () => Buffer;
}

/** Returns a converter of one stream, which holds the first bytes until they show the encoding. */
export function utf8Converter(): Utf8Converter {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let head: Buffer | undefined = Buffer.alloc(0);
  const decoded = (bytes: Buffer, stream: boolean): Buffer =>
    decoder === undefined ? bytes : Buffer.from(decoder.decode(bytes, { stream }));
  function takeHead(bytes: Buffer): Buffer {
    const encoding = utf16Of(bytes);
    head = undefined;
    if (encoding !== undefined) decoder = new TextDecoder(encoding, lenient);
    return decoded(bytes.subarray(bomLength(bomEncoding(bytes))), true);
  }
  return {
    push(chunk) {
      if (head === undefined) return decoded(chunk, true);
      head = Buffer.concat([head, chunk]);
      return head.length < headBytes ? Buffer.alloc(0) : takeHead(head);
    },
    end() {
      const first = head === undefined ? Buffer.alloc(0) : takeHead(head);
      return Buffer.concat([first, decoded(Buffer.alloc(0), false)]);
    },
  };
}

/**
 * Converts a stream to UTF-8 without byte-order mark where it is UTF-16, as spreadsheets write
 * «Unicode text», with or without a mark. Other bytes pass unchanged, and so does `gap`.
 *
 * @param bytes the chunks of the stream, all of them buffers
 * @throws the stream's error
 */
export async function* toUtf8(bytes: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let { push, end } = utf8Converter();
  for await (const chunk of bytes) {
    if (!Buffer.isBuffer(chunk)) continue;
    if (chunk === gap) {
      yield end();
      yield gap;
      ({ push, end } = utf8Converter());
    } else yield push(chunk);
  }
  yield end();
}
