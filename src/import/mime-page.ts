/** A page in a MIME message, as browsers save it with its pictures (MHTML, RFC 2557). */
export interface MimePage {
  readonly bytes: Uint8Array;
  readonly charset: string | undefined;
  readonly url: string | undefined;
  /** Returns a part by its address or `cid:`, as the page names it; undefined where there is none. */
  readonly part: (address: string) => Uint8Array | undefined;
}

/** Most parts of a message, and most levels of parts within parts. */
const [maxParts, maxLevels] = [5000, 4];

/** Longest header of a part. */
const maxHeader = 64 * 1024;

type Headers = ReadonlyMap<string, string>;

/** A part of a message; the bytes are encoded as in the file. */
interface Part {
  readonly headers: Headers;
  readonly content: Buffer;
}

const firstLine =
  /^(?:From|To|Subject|Date|MIME-Version|Snapshot-Content-Location|Content-[\w-]+|X-[\w-]+|Message-ID|Return-Path|Received)\s*:/i;

/** Tells whether a file begins as a MIME message that holds a page. */
export const isMime = (head: string): boolean =>
  firstLine.test(head) &&
  /^MIME-Version\s*:/im.test(head) &&
  /^Content-Type\s*:\s*(?:multipart\/|text\/html)/im.test(head);

/** Splits a part into its header fields and its content. */
function partOf(bytes: Buffer): Part {
  const head = bytes.subarray(0, maxHeader).toString('latin1');
  const end = /\r?\n\r?\n/.exec(head);
  const written = end === null ? '' : head.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of written.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, content: end === null ? bytes : bytes.subarray(end.index + end[0].length) };
}

const parameter = (value: string, name: string): string | undefined => {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value);
  return found?.[1] ?? found?.[2];
};

/** Returns the parts between the boundaries of a message; a last one without an end is kept. */
function partsOf(content: Buffer, boundary: string): readonly Part[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const parts: Part[] = [];
  let start = -1;
  for (let at = content.indexOf(mark); parts.length < maxParts; ) {
    const isLineStart = at === 0 || content[at - 1] === 0x0a;
    if (at !== -1 && !isLineStart) {
      at = content.indexOf(mark, at + 1);
      continue;
    }
    if (start !== -1) parts.push(partOf(content.subarray(start, at === -1 ? content.length : at)));
    if (at === -1) return parts;
    const lineEnd = content.indexOf(0x0a, at);
    const isLast = content.toString('latin1', at + mark.length, at + mark.length + 2) === '--';
    if (isLast || lineEnd === -1) return parts;
    start = lineEnd + 1;
    at = content.indexOf(mark, start);
  }
  return parts;
}

/** Returns a line without the blanks at its end, which were added on the way (RFC 2045, 6.7). */
function withoutBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && ' \t\r'.includes(line[end - 1] ?? '')) end -= 1;
  return line.slice(0, end);
}

/** Decodes quoted-printable; what is no code stays as it is. */
function quotedPrintable(content: Buffer): Buffer {
  const lines = content.toString('latin1').split('\n').map(withoutBlanks);
  const text = lines.map((line) => (line.endsWith('=') ? line.slice(0, -1) : `${line}\n`)).join('');
  const decoded = text.replace(/=([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(decoded, 'latin1');
}

function decoded({ headers, content }: Part): Buffer {
  const coding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (coding === 'base64') return Buffer.from(content.toString('latin1'), 'base64');
  return coding === 'quoted-printable' ? quotedPrintable(content) : content;
}

/** Returns all parts that hold no others. */
function* leaves(part: Part, level = 0): Generator<Part> {
  const type = part.headers.get('content-type') ?? '';
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : undefined;
  if (boundary === undefined || boundary === '' || level >= maxLevels) yield part;
  else for (const inner of partsOf(part.content, boundary)) yield* leaves(inner, level + 1);
}

const isPage = ({ headers }: Part): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get('content-type') ?? '');

/** Reads the page of a MIME message; undefined where it holds none. */
export function mimePage(bytes: Uint8Array): MimePage | undefined {
  const message = partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const parts = [...leaves(message).take(maxParts)];
  const page = parts.find(isPage);
  if (page === undefined) return undefined;
  const url =
    page.headers.get('content-location') ?? message.headers.get('snapshot-content-location');
  const byAddress = new Map<string, Part>();
  for (const part of parts) {
    const location = part.headers.get('content-location');
    const id = part.headers.get('content-id')?.replace(/^<|>$/g, '');
    if (location !== undefined) byAddress.set(location, part);
    if (id !== undefined) byAddress.set(`cid:${id}`, part);
  }
  return {
    bytes: decoded(page),
    charset: parameter(page.headers.get('content-type') ?? '', 'charset'),
    url: url !== undefined && /^https?:\/\//i.test(url) ? url : undefined,
    part(address) {
      const absolute =
        url !== undefined && URL.canParse(address, url) ? new URL(address, url).href : address;
      const part = byAddress.get(address) ?? byAddress.get(absolute);
      return part === undefined ? undefined : decoded(part);
    },
  };
}
