import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Formats that are told by the beginning of an XML or HTML file, in the order in which they are looked for. */
const markupFormats = [
  ['alto', /<(?:\w+:)?alto[\s>]|loc\.gov\/standards\/alto/i],
  ['page', /<(?:\w+:)?PcGts[\s>]/],
  ['hocr', /\bocr-system\b|class=["']?ocr_(?:page|carea|par|line)\b/i],
  ['mets', /<(?:\w+:)?mets[\s>]/i],
  ['tei', /<(?:\w+:)?TEI(?:\.2)?[\s>]/],
] as const;

/** The beginning of a web page, by which a file without an ending is told. */
const webPage =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** Extensions of files that are ZIP packages. */
const packages = /^\.(?:docx|docm|dotx|odt|ott|epub|xlsx|xlsm|ods|pptx|odp|pages|numbers)$/;

/** Bytes read at the beginning of a file. */
const headBytes = 4096;

/** Bytes of the record at the end of a ZIP package that has no comment (APPNOTE, 4.3.16), and its signature. */
const [endBytes, endSignature] = [22, 0x06054b50];

/** The beginning and the end of a file. */
interface Ends {
  readonly bytes: number;
  readonly head: Buffer;
  /** The last bytes, up to those of the end record. */
  readonly tail: Buffer;
}

/** Reads the beginning and the end of a regular file; undefined where it cannot be read. */
function readEnds(absolute: string): Ends | undefined {
  try {
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const descriptor = openSync(absolute, flags);
    try {
      const { size } = fstatSync(descriptor);
      const read = (length: number, position: number): Buffer => {
        const buffer = Buffer.alloc(length);
        return buffer.subarray(0, readSync(descriptor, buffer, 0, length, position));
      };
      const end = Math.min(size, endBytes);
      return { bytes: size, head: read(Math.min(size, headBytes), 0), tail: read(end, size - end) };
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** Tells whether a file cannot be what its extension says: it was cut, or is something else. */
function isDamaged(extension: string, { head, tail }: Ends): boolean {
  if (extension === '.pdf') return !head.subarray(0, 1024).includes('%PDF-');
  if (!packages.test(extension)) return false;
  // A package may have a comment after its end record; office programs write none.
  return !head.subarray(0, 2).equals(Buffer.from('PK')) || !hasEndRecord(tail);
}

const hasEndRecord = (tail: Buffer): boolean =>
  tail.length === endBytes && tail.readUInt32LE(0) === endSignature;

/**
 * Returns the diagnostic of a file of a format that no build reads. Opens only files whose fix depends on
 * what is in them: packages and PDF files, which may be damaged, and files of markup.
 *
 * @param extension in lower case, with its dot
 */
export function foreignFile(
  file: { readonly path: string; readonly absolute: string },
  extension: string,
): Diagnostic {
  const at = { severity: 'warning', file: file.path } as const;
  const isPackage = extension === '.pdf' || packages.test(extension);
  const isMarkup = /^(?:\.(?:xml|x?html?|hocr|alto))?$/.test(extension);
  const ends = isPackage || isMarkup ? readEnds(file.absolute) : undefined;
  if (ends !== undefined && isDamaged(extension, ends))
    return { ...at, rule: 'seed-unknown-format', values: { extension, content: 'damaged' } };
  const start = isMarkup && ends !== undefined ? ends.head.toString('utf8') : '';
  const seen = markupFormats.find(([, sign]) => sign.test(start))?.[0];
  const content = seen ?? (extension === '' && webPage.test(start) ? 'web' : undefined);
  const values = content === undefined ? { extension } : { extension, content };
  return { ...at, rule: 'seed-unknown-format', values };
}
