/**
 * Start of a member of a gzip file as the exports have it (RFC 1952, 2.3): the signature, deflate, no flags, no time.
 */
const memberStart = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0] as const;

const isStart = (bytes: Uint8Array, at: number): boolean =>
  memberStart.every((byte, i) => bytes[at + i] === byte);

/** Returns where the next member starts; −1 where none does. */
function nextStart(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(memberStart[0], from); at >= 0; ) {
    if (isStart(bytes, at)) return at;
    at = bytes.indexOf(memberStart[0], at + 1);
  }
  return -1;
}

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> => {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};

/** Decodes UTF-8; a byte order mark stays. */
const decoded = (bytes: AllowSharedBufferSource): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

async function inflateMember(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return decoded(await new Response(stream).arrayBuffer());
}

/**
 * Yields the texts of the members of a gzip file, each by itself: `DecompressionStream` reads one member only. Where
 * the host has unpacked the file already, yields all of its text.
 *
 * @throws TypeError where a member is damaged
 */
export async function* gzipParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Uint8Array<ArrayBuffer> = new Uint8Array();
  let searched = 1;
  let isGzip: boolean | undefined;
  for await (const chunk of chunks) {
    rest = joined(rest, chunk);
    isGzip ??= rest.length < memberStart.length ? undefined : isStart(rest, 0);
    if (isGzip !== true) continue;
    for (let at = nextStart(rest, searched); at > 0; at = nextStart(rest, 1)) {
      yield await inflateMember(rest.slice(0, at));
      rest = rest.slice(at);
    }
    searched = Math.max(1, rest.length - memberStart.length);
  }
  if (rest.length > 0) yield isGzip === true ? await inflateMember(rest) : decoded(rest);
}
