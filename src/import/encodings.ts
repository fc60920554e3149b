import type { Outcome } from '../model/diagnostic.ts';
import { bomEncoding, decode, decodeStrictly } from '../sources/encodings/decode.ts';

/** Returns the platform's label of an encoding; undefined where it has none. */
function platformLabel(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    // A declaration read as single bytes cannot be in UTF-16.
    return encoding.startsWith('utf-16') ? undefined : encoding;
  } catch {
    return undefined;
  }
}

const declaredByXml = (head: string): string | undefined =>
  /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];

function bomLabel(head: string): string | undefined {
  if (head.startsWith('\xff\xfe')) return 'utf-16le';
  if (head.startsWith('\xfe\xff')) return 'utf-16be';
  return head.startsWith('\xef\xbb\xbf') ? 'utf-8' : undefined;
}

/**
 * Returns the encoding declared by XML, as the platform labels it; UTF-8 where the declaration is
 * missing or unknown. A byte-order mark takes precedence (XML 1.0, appendix F).
 *
 * @param head the first bytes as Latin-1
 */
function xmlEncoding(head: string): string {
  return bomLabel(head) ?? platformLabel(declaredByXml(head)) ?? 'utf-8';
}

/**
 * Returns the encoding of a stream of XML: the declared one; where its first bytes are not UTF-8, the
 * one in which it reads as Arabic, which is reported.
 *
 * @param head the first bytes as Latin-1
 * @param file path for diagnostics
 */
export function feedEncoding(head: string, file: string): Outcome<string> {
  const label = xmlEncoding(head);
  const bytes = Buffer.from(head.slice(0, head.lastIndexOf('>') + 1), 'latin1');
  const isSound = label !== 'utf-8' || decodeStrictly(bytes, bomEncoding(bytes)) !== undefined;
  if (isSound) return { value: label, diagnostics: [] };
  const { value, diagnostics } = decode(bytes, file);
  const guessed = value?.repairs === undefined ? platformLabel(value?.encoding) : undefined;
  return guessed === undefined
    ? { value: label, diagnostics: [] }
    : { value: guessed, diagnostics };
}

/** Returns bytes as UTF-8 where they are sound and hold more than ASCII; undefined otherwise. */
function soundUtf8(bytes: Uint8Array): string | undefined {
  if (!bytes.some((byte) => byte > 0x7f)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Decodes a page: bytes that are sound UTF-8 with letters beyond ASCII are UTF-8, whatever the server or the page says,
 * which is told. Else as browsers do (WHATWG HTML, 13.2.3.2): by its byte-order mark, the server's charset, the page's
 * declaration. Where that gives no valid text, or there is none, it is decoded as seeds are: as UTF-8, else in an
 * encoding in which it reads as Arabic.
 *
 * @param file path for diagnostics
 * @param serverCharset the charset of the server's response, where there was one
 * @returns the text, with U+FFFD for undecodable bytes. Never throws
 */
export function decodePage(
  bytes: Uint8Array,
  file: string,
  serverCharset?: string,
): Outcome<string> {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const meta = /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
  const mark = bomLabel(head);
  const declared = [serverCharset, meta, declaredByXml(head)].map(platformLabel);
  const label = mark ?? declared.find((one) => one !== undefined);
  const sound = mark === undefined ? soundUtf8(bytes) : undefined;
  if (sound !== undefined) {
    const other = declared.find((one) => one !== undefined && one !== 'utf-8');
    if (other === undefined || !/\p{L}/u.test(lettersBeyondAscii(sound)))
      return { value: sound, diagnostics: [] };
    const at = { rule: 'import-declared-encoding', severity: 'warning', file } as const;
    return { value: sound, diagnostics: [{ ...at, values: { declared: other } }] };
  }
  const text = label === undefined ? undefined : new TextDecoder(label).decode(bytes);
  if (text !== undefined && !text.includes('\ufffd')) return { value: text, diagnostics: [] };
  const { value, diagnostics } = decode(bytes, file);
  if (value !== undefined) return { value: value.text, diagnostics };
  return { value: text ?? new TextDecoder('utf-8').decode(bytes), diagnostics: [] };
}

/** Returns the first characters of a text that are not ASCII. */
function lettersBeyondAscii(text: string): string {
  const from = text.search(/[^\p{ASCII}]/u);
  return from === -1 ? '' : text.slice(from, from + 2000).replace(/\p{ASCII}+/gu, '');
}
