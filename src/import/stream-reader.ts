import { gap } from '../sources/unpack-gzip.ts';

/** Why a reader gives nothing: a line over the limit, the end, or a damaged part that was left out. */
export type ReaderStop = 'long' | 'end' | 'gap';

/** Reads lines and parts of a stream of any length; holds little more than what is asked for. */
export interface StreamReader {
  /** Returns the offset in the stream of the next byte. */
  readonly offset: () => number;
  /** Reads a line of at most `limit` bytes without its line end; reads nothing of a longer one. */
  readonly line: (limit: number) => Promise<Buffer | ReaderStop>;
  /** Yields the next `count` bytes; fewer before the end or a gap, which it returns. */
  readonly take: (count: number) => AsyncGenerator<Buffer, 'whole' | 'end' | 'gap'>;
  /** Returns up to `count` of the next bytes without reading them; fewer before the end or a gap. */
  readonly peek: (count: number) => Promise<Buffer>;
  /** Puts bytes back that were read last. */
  readonly unread: (bytes: Buffer) => void;
  /** Moves to the next line that begins with a text; returns whether there is one. */
  readonly seekLine: (start: Buffer) => Promise<boolean>;
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** Returns a reader of the chunks of a stream, in which `gap` may stand. */
export function streamReader(chunks: AsyncIterable<unknown>): StreamReader {
  const iterator = chunks[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  /** Offset of the first byte of `rest`. */
  let start = 0;
  let isAtGap = false;
  let isAtLineStart = true;

  function drop(count: number): Buffer {
    const dropped = rest.subarray(0, count);
    if (count > 0) isAtLineStart = dropped.at(-1) === lineFeed;
    rest = rest.subarray(count);
    start += count;
    return dropped;
  }

  /** Appends the next chunk to the rest, unless the stream ends or has a gap there. */
  async function pull(): Promise<'more' | 'end' | 'gap'> {
    if (isAtGap) return 'gap';
    const { value, done } = await iterator.next();
    if (done === true) return 'end';
    if (value === gap) {
      isAtGap = true;
      return 'gap';
    }
    if (Buffer.isBuffer(value)) rest = rest.length === 0 ? value : Buffer.concat([rest, value]);
    return 'more';
  }

  /** Leaves the gap behind, and what is before it. */
  function passGap(): void {
    drop(rest.length);
    isAtGap = false;
    isAtLineStart = true;
  }

  return {
    offset: () => start,
    async line(limit) {
      for (;;) {
        const end = rest.indexOf(lineFeed);
        if ((end === -1 ? rest.length : end) > limit) return 'long';
        if (end !== -1) {
          const line = drop(end + 1).subarray(0, -1);
          return line.at(-1) === carriageReturn ? line.subarray(0, -1) : line;
        }
        const pulled = await pull();
        if (pulled === 'more') continue;
        if (pulled === 'gap') passGap();
        return pulled === 'end' && rest.length > 0 ? drop(rest.length) : pulled;
      }
    },
    async *take(count) {
      for (let left = count; left > 0; ) {
        if (rest.length === 0) {
          const pulled = await pull();
          if (pulled === 'gap') passGap();
          if (pulled !== 'more') return pulled;
        }
        const part = drop(Math.min(left, rest.length));
        left -= part.length;
        yield part;
      }
      return 'whole';
    },
    async peek(count) {
      while (rest.length < count && (await pull()) === 'more');
      return rest.subarray(0, count);
    },
    unread(bytes) {
      rest = Buffer.concat([bytes, rest]);
      start -= bytes.length;
      isAtLineStart = false;
    },
    async seekLine(text) {
      for (;;) {
        for (let at = rest.indexOf(text); at !== -1; at = rest.indexOf(text, at + 1)) {
          if (at === 0 ? isAtLineStart : rest[at - 1] === lineFeed) {
            drop(at);
            return true;
          }
        }
        // The line feed before the text may be the last byte so far.
        drop(Math.max(0, rest.length - text.length - 1));
        const pulled = await pull();
        if (pulled === 'end') return false;
        if (pulled === 'gap') passGap();
      }
    },
  };
}
