import { bomEncoding, bomLength } from '../encodings/decode.ts';
import { guessWide } from '../encodings/wide.ts';

/** Bytes by which UTF-16 without a byte-order mark is detected. */
const headBytes = 512;

const strict = { fatal: true, ignoreBOM: true };

/** Returns the byte order of UTF-16; undefined for other encodings. */
function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const bom = bomEncoding(head);
  if (bom === 'utf-16le' || bom === 'utf-16be') return bom;
  if (bom === 'utf-8-bom' || !head.subarray(0, headBytes).includes(0)) return undefined;
  return guessWide(head.subarray(0, Math.min(headBytes, head.length - (head.length % 2))));
}

/**
 * Converts a stream to UTF-8 without byte-order mark where it is UTF-16, as spreadsheets write
 * «Unicode text», with or without a mark. Other bytes pass unchanged.
 *
 * @param bytes the chunks of the stream, all of them buffers
 * @throws TypeError for ill-formed UTF-16, and the stream's error
 */
export async function* toUtf8(bytes: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (!Buffer.isBuffer(chunk)) continue;
    let rest = chunk;
    if (head !== undefined) {
      head = Buffer.concat([head, chunk]);
      if (head.length < headBytes) continue;
      const encoding = utf16Of(head);
      rest = head.subarray(bomLength(bomEncoding(head)));
      if (encoding !== undefined) decoder = new TextDecoder(encoding, strict);
      head = undefined;
    }
    yield decoder === undefined ? rest : Buffer.from(decoder.decode(rest, { stream: true }));
  }
  if (head !== undefined && head.length > 0) {
    const encoding = utf16Of(head);
    const rest = head.subarray(bomLength(bomEncoding(head)));
    if (encoding === undefined) yield rest;
    else yield Buffer.from(new TextDecoder(encoding, strict).decode(rest));
  }
  if (decoder !== undefined) yield Buffer.from(decoder.decode());
}
