import { encodingOf, markLength } from '../decode.ts';
import { guessWide } from '../encodings/wide.ts';

/** Bytes by which UTF-16 without a mark is told. */
const headBytes = 512;

const strict = { fatal: true, ignoreBOM: true };

/** The order of bytes of UTF-16; undefined for what is none. */
function wideOf(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const marked = encodingOf(head);
  if (marked === 'utf-16le' || marked === 'utf-16be') return marked;
  if (marked === 'utf-8-bom' || !head.subarray(0, headBytes).includes(0)) return undefined;
  return guessWide(head.subarray(0, Math.min(headBytes, head.length - (head.length % 2))));
}

/**
 * Yields a stream of bytes as UTF-8 without byte-order mark; UTF-16, as spreadsheets write their «Unicode
 * text», is converted, with a mark or without. Everything else is passed on as it is.
 *
 * @param bytes pieces of the stream, buffers all
 * @throws TypeError for unsound UTF-16, and the stream's error
 */
export async function* toUtf8(bytes: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const piece of bytes) {
    if (!Buffer.isBuffer(piece)) continue;
    let rest = piece;
    if (head !== undefined) {
      head = Buffer.concat([head, piece]);
      if (head.length < headBytes) continue;
      const encoding = wideOf(head);
      rest = head.subarray(markLength(encodingOf(head)));
      if (encoding !== undefined) decoder = new TextDecoder(encoding, strict);
      head = undefined;
    }
    yield decoder === undefined ? rest : Buffer.from(decoder.decode(rest, { stream: true }));
  }
  if (head !== undefined && head.length > 0) {
    const encoding = wideOf(head);
    const rest = head.subarray(markLength(encodingOf(head)));
    if (encoding === undefined) yield rest;
    else yield Buffer.from(new TextDecoder(encoding, strict).decode(rest));
  }
  if (decoder !== undefined) yield Buffer.from(decoder.decode());
}
