import { encodingOf, markLength } from '../decode.ts';

/**
 * Yields a stream of bytes as UTF-8 without byte-order mark; what has a mark of UTF-16, as spreadsheets
 * write their «Unicode text», is converted. Everything else is passed on as it is.
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
      if (head.length < 3) continue;
      const encoding = encodingOf(head);
      rest = head.subarray(markLength(encoding));
      if (encoding === 'utf-16le' || encoding === 'utf-16be') {
        decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
      }
      head = undefined;
    }
    yield decoder === undefined ? rest : Buffer.from(decoder.decode(rest, { stream: true }));
  }
  if (head !== undefined && head.length > 0) yield head;
  if (decoder !== undefined) yield Buffer.from(decoder.decode());
}
