import { maxHeaderBytes, maxHeaderLine, maxHeaders, maxPageBytes } from '../model/limits.ts';
import { type StreamReader, streamReader } from './stream-reader.ts';

/** Header fields by name in lower case; those given several times are joined with commas. */
export type HeaderFields = ReadonlyMap<string, string>;

/** A response in a WARC file (WARC 1.1, ISO 28500). */
export interface WarcResponse {
  /** Offset of its record in the unpacked file. */
  readonly offset: number;
  readonly fields: HeaderFields;
  /** The first line of the HTTP response, and its header. */
  readonly status: string;
  readonly http: HeaderFields;
  /** The HTTP body as sent; undefined where it is larger than a page may be. */
  readonly body: Buffer | undefined;
}

/**
 * What is wrong with a record: a header over the limits, a length that is no number or not that of the record,
 * bytes that belong to no record, or the end of the file within it.
 */
export type WarcFault = 'header' | 'length' | 'boundary' | 'cut';

/** What a reader of records asks and reports. */
export interface WarcEffects {
  /** Tells by the header of a response whether its body is wanted. */
  readonly wants: (response: Omit<WarcResponse, 'body'>) => boolean;
  readonly report: (fault: WarcFault, offset: number) => void;
}

/** The beginning of every record. */
const recordStart = Buffer.from('WARC/');

/** A record that begins after the end of another. */
const nextRecord = /\r?\n\r?\nWARC\/\d\.\d{1,2}\r?\nWARC-/;

/** Bytes within which `nextRecord` stands. */
const nextRecordBytes = 32;

/**
 * Returns a line of a header: UTF-8, as crawlers write addresses; each byte of other encodings as a percent code, so
 * that an address stays what it was.
 */
function headerText(line: Buffer): string {
  const text = line.toString('utf8');
  if (!text.includes('\ufffd')) return text;
  return line
    .toString('latin1')
    .replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

type Fields = { readonly stop: 'header' | 'end' | 'gap' } | { readonly fields: HeaderFields };

/** Reads header fields up to the empty line after them, of at most `available` bytes. */
async function readFields(reader: StreamReader, available: number): Promise<Fields> {
  const fields = new Map<string, string>();
  const end = reader.offset() + Math.min(available, maxHeaderBytes);
  let name = '';
  for (let count = 0; count <= maxHeaders; count += 1) {
    const left = end - reader.offset();
    // A header without an empty line after it may end with its record.
    if (left <= 0 && available <= maxHeaderBytes) return { fields };
    const line = await reader.line(Math.min(maxHeaderLine, left));
    if (line === 'long') return { stop: 'header' };
    if (line === 'end' || line === 'gap') return { stop: line };
    if (line.length === 0) return { fields };
    const text = headerText(line);
    const isFolded = /^[ \t]/.test(text);
    const colon = text.indexOf(':');
    if (!isFolded && colon === -1) continue;
    if (!isFolded) name = text.slice(0, colon).trim().toLowerCase();
    const value = (isFolded ? text : text.slice(colon + 1)).trim();
    const known = fields.get(name);
    fields.set(name, known === undefined ? value : `${known}${isFolded ? ' ' : ', '}${value}`);
  }
  return { stop: 'header' };
}

/** Reads bytes to their end; the part that is held is cut at the limit. */
async function takeAll(
  bytes: AsyncGenerator<Buffer, 'whole' | 'end' | 'gap'>,
): Promise<{ readonly held: Buffer; readonly stop: 'whole' | 'end' | 'gap' }> {
  const parts: Buffer[] = [];
  let next = await bytes.next();
  for (; next.done !== true; next = await bytes.next()) parts.push(next.value);
  return { held: Buffer.concat(parts), stop: next.value };
}

/** Skips bytes; stops before a record that begins in them, because then the length is wrong. */
async function skip(
  reader: StreamReader,
  count: number,
  mayHoldRecords: boolean,
): Promise<'whole' | 'end' | 'gap' | 'record'> {
  let tail = '';
  const bytes = reader.take(count);
  let next = await bytes.next();
  for (; next.done !== true; next = await bytes.next()) {
    if (mayHoldRecords || count <= maxPageBytes) continue;
    const text = tail + next.value.toString('latin1');
    const found = nextRecord.exec(text);
    if (found !== null) {
      const at = text.indexOf('WARC/', found.index);
      reader.unread(Buffer.from(text.slice(at), 'latin1'));
      return 'record';
    }
    tail = text.slice(-nextRecordBytes);
  }
  return next.value;
}

/** Tells whether a record ends here: a line end, another record or the end of the file follows. */
async function endsHere(reader: StreamReader): Promise<boolean> {
  const next = (await reader.peek(recordStart.length)).toString('latin1');
  return next === '' || /^[\r\n]/.test(next) || next === 'WARC/';
}

/** How a record's content ended: at its length, at the end of the file, at a gap, or at another record. */
type ContentEnd = 'whole' | 'end' | 'gap' | 'record';

/** The content of a record. */
interface Content {
  /** Undefined where it is too large or not whole. */
  readonly body: Buffer | undefined;
  readonly end: ContentEnd;
  /** Whether the length in the record's header is not that of its content. */
  readonly isWrongLength: boolean;
}

/** Reads the body of a wanted response, which is no larger than a page may be. */
async function readBody(reader: StreamReader, length: number): Promise<Content> {
  const { held, stop } = await takeAll(reader.take(length));
  const isAtEnd = stop === 'whole' && (await endsHere(reader));
  if (isAtEnd) return { body: held, end: stop, isWrongLength: false };
  const found = stop === 'gap' ? null : nextRecord.exec(held.toString('latin1'));
  if (found === null) return { body: undefined, end: stop, isWrongLength: stop === 'whole' };
  // The length is too large: the next record stands in the body.
  reader.unread(held.subarray(held.indexOf(recordStart, found.index)));
  return { body: held.subarray(0, found.index), end: 'record', isWrongLength: true };
}

/** Reads the HTTP header of a response; undefined, with a report, where it is over the limits. */
async function readHead(
  reader: StreamReader,
  end: number,
): Promise<Pick<WarcResponse, 'status' | 'http'> | undefined> {
  const status = await reader.line(Math.min(maxHeaderLine, end - reader.offset()));
  if (!Buffer.isBuffer(status)) return undefined;
  const http = await readFields(reader, end - reader.offset());
  return 'fields' in http ? { status: status.toString('latin1'), http: http.fields } : undefined;
}

/**
 * Reads the responses of an unpacked WARC file of any size. A record with a fault is reported; reading goes on
 * with the next record.
 */
export async function* warcResponses(
  chunks: AsyncIterable<unknown>,
  { wants, report }: WarcEffects,
): AsyncGenerator<WarcResponse> {
  const reader = streamReader(chunks);
  /** Whether the fault of the bytes before the next record has been reported. */
  let isReported = false;
  for (;;) {
    const offset = reader.offset();
    const first = await reader.line(maxHeaderLine);
    if (first === 'end') return;
    if (first === 'gap' || first.length === 0) continue;
    const isRecord = first !== 'long' && first.indexOf(recordStart) === 0;
    const header = isRecord ? await readFields(reader, Number.POSITIVE_INFINITY) : undefined;
    const stop = header !== undefined && 'stop' in header ? header.stop : undefined;
    if (stop === 'end') report('cut', offset);
    if (stop === 'end') return;
    if (stop === 'gap') continue;
    const fields: HeaderFields =
      header !== undefined && 'fields' in header ? header.fields : new Map();
    const written = fields.get('content-length') ?? '';
    if (!/^\d{1,15}$/.test(written)) {
      if (!isReported) {
        const fault = stop ?? (first === 'long' ? 'header' : isRecord ? 'length' : 'boundary');
        report(fault, offset);
      }
      isReported = true;
      if (!(await reader.seekLine(recordStart))) return;
      continue;
    }
    const end = reader.offset() + Number(written);
    const isResponse = fields.get('warc-type')?.toLowerCase() === 'response' && written !== '0';
    const head = isResponse ? await readHead(reader, end) : undefined;
    if (isResponse && head === undefined) report('header', offset);
    const response = head === undefined ? undefined : { offset, fields, ...head };
    const isWanted = response !== undefined && wants(response);
    const left = end - reader.offset();
    let content: Content;
    if (isWanted && left <= maxPageBytes) content = await readBody(reader, left);
    else {
      const isPackage = /\bwarc\b/i.test(fields.get('content-type') ?? '');
      const skipped = await skip(reader, left, isPackage);
      content = { body: undefined, end: skipped, isWrongLength: skipped === 'record' };
    }
    isReported = content.isWrongLength;
    if (isReported) report('length', offset);
    const isLarge = left > maxPageBytes && content.end === 'whole';
    if (isWanted && (isLarge || content.body !== undefined))
      yield { ...response, body: content.body };
    if (content.end === 'end') report('cut', offset);
    if (content.end === 'end') return;
  }
}
