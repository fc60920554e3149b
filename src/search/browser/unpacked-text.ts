/** First bytes of a gzip file. */
const signature = [0x1f, 0x8b] as const;

/** Returns a stream of what a reader gives, after some bytes that it has given already. */
const resumed = (
  first: Uint8Array<ArrayBuffer>,
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): ReadableStream<BufferSource> =>
  new ReadableStream({
    start: (controller) => controller.enqueue(first),
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });

/**
 * Yields the text of a gzip file piece by piece, also where the host says that it is packed, so that the browser has
 * unpacked it already. A byte order mark stays.
 *
 * @throws TypeError where the file is damaged
 */
export async function* unpackedText(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  const source = body.getReader();
  const { value: first } = await source.read();
  if (first === undefined) return;
  const stream = resumed(first, source);
  const isPacked = signature.every((byte, i) => first[i] === byte);
  const plain = isPacked ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
  const reader = plain.pipeThrough(new TextDecoderStream('utf-8', { ignoreBOM: true })).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}
