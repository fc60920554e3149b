import type { Encoding, LegacyEncoding, Repair } from '../../model/article.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import { maxSeedBytes } from '../../model/limits.ts';
import { hasSuspects } from '../repair/suspects.ts';
import { firstInvalidUtf8, firstInvalidUtf16 } from './ill-formed.ts';
import { decodeMixed, type EncodingHints } from './mixed.ts';
import { mixedDiagnostics } from './report.ts';
import { guessWide } from './wide.ts';

/** A decoded text and its encoding. */
export interface DecodedBytes {
  /** The text without byte-order mark, otherwise unchanged. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether it holds no suspect characters; then no repair is needed. */
  readonly isPlain: boolean;
  /** Repairs done in decoding; absent where there are none. */
  readonly repairs?: readonly Repair[];
}

/**
 * Greatest number of control characters in a text, unless they are under a tenth of it. A few are
 * codes of old typesetting systems (a newspaper of 2015 has U+001A for its bullets).
 */
const maxStrayControls = 8;

/**
 * Decodes a seed: as strict UTF-8; as UTF-16 by its byte-order mark or its bytes (Unicode 3.10); else
 * in the single-byte encoding in which it reads as Arabic, which is reported. Where nearly all bytes
 * are valid, each invalid one becomes U+FFFD, with an error that gives its position; else the seed is
 * rejected.
 *
 * @param bytes the seed's bytes as received
 * @param file path for diagnostics
 * @param hints used where the bytes do not determine the encoding
 * @returns the text; undefined, with an error, where there is none. Never throws
 */
export function decode(
  bytes: Uint8Array,
  file: string,
  hints: EncodingHints = {},
): Outcome<DecodedBytes | undefined> {
  const at = { severity: 'error', file } as const;
  const fail = (diagnostic: Diagnostic) => ({ value: undefined, diagnostics: [diagnostic] });
  if (bytes.length > maxSeedBytes) {
    const values = { bytes: bytes.length, limit: maxSeedBytes };
    return fail({ ...at, rule: 'seed-too-large', values });
  }
  const bom = bomEncoding(bytes);
  const bomBytes = bomLength(bom);
  const unmarked = bytes.subarray(bomBytes);
  let encoding: Encoding = bom;
  let text = decodeStrictly(unmarked, bom);
  let repairs: readonly Repair[] = [];
  let diagnostics: readonly Diagnostic[] = [];
  let isPlain = text !== undefined && !hasSuspects(text);
  // Arabic in UTF-16 can be valid UTF-8 full of control characters: «خبر» is «.␆(␆1␆».
  const mayBeWide =
    bom === 'utf-8' && (text === undefined || (!isPlain && controlCharacter.test(text)));
  const wide = mayBeWide ? guessWide(unmarked) : undefined;
  const wideText = wide && decodeStrictly(unmarked, wide);
  if (wide !== undefined && wideText !== undefined) {
    [encoding, text] = [wide, wideText];
    diagnostics = [
      { rule: 'encoding-guessed', severity: 'warning', file, values: { encoding: wide } },
    ];
  } else if (text === undefined) {
    const isUtf8 = bom === 'utf-8' || bom === 'utf-8-bom';
    const firstNul = isUtf8 ? firstOfManyNuls(unmarked) : -1;
    if (firstNul !== -1)
      return fail({ ...at, rule: 'seed-binary', values: { offset: bomBytes + firstNul } });
    const mixed = isUtf8 ? decodeMixed(unmarked, hints) : undefined;
    if (mixed === undefined) {
      const offset = bomBytes + (firstInvalid(unmarked, bom) ?? 0);
      return fail({ ...at, rule: 'seed-undecodable', values: { offset } });
    }
    if (mixed.guess !== undefined && mixed.ranges.length === 0) encoding = mixed.guess.encoding;
    text = mixed.text;
    ({ repairs, diagnostics } = mixedDiagnostics(mixed, { file, bomLength: bomBytes, hints }));
  }
  if (!/\S/.test(text)) return fail({ ...at, rule: 'seed-empty', values: {} });
  if (encoding !== bom || repairs.length > 0) isPlain = !hasSuspects(text);
  const control = isPlain ? undefined : firstBinaryControl(text);
  if (control !== undefined) {
    const before = byteLength(text.slice(0, control), encoding);
    return fail({ ...at, rule: 'seed-binary', values: { offset: bomBytes + before } });
  }
  const value = { text, encoding, isPlain, ...(repairs.length === 0 ? {} : { repairs }) };
  return { value, diagnostics };
}

/** The encodings of Unicode, each with a byte-order mark. */
type UnicodeEncoding = Exclude<Encoding, LegacyEncoding>;

/** Returns the encoding of a file's byte-order mark; UTF-8 where there is none. */
export function bomEncoding(bytes: Uint8Array): UnicodeEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8-bom' : 'utf-8';
}

/** Returns the length of the byte-order mark in bytes. */
export function bomLength(encoding: UnicodeEncoding): number {
  if (encoding === 'utf-8') return 0;
  return encoding === 'utf-8-bom' ? 3 : 2;
}

const strict = { fatal: true, ignoreBOM: true };
const decoders = {
  'utf-8': new TextDecoder('utf-8', strict),
  'utf-16le': new TextDecoder('utf-16le', strict),
  'utf-16be': new TextDecoder('utf-16be', strict),
};

/** Decodes bytes without byte-order mark; undefined where they are ill-formed. Never throws. */
export function decodeStrictly(bytes: Uint8Array, encoding: UnicodeEncoding): string | undefined {
  try {
    return decoders[encoding === 'utf-8-bom' ? 'utf-8' : encoding].decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Returns the offset of the first error, which the platform's decoder does not give; ten times slower
 * than it.
 */
function firstInvalid(bytes: Uint8Array, encoding: UnicodeEncoding): number | undefined {
  return encoding === 'utf-16le' || encoding === 'utf-16be'
    ? firstInvalidUtf16(bytes, encoding === 'utf-16le')
    : firstInvalidUtf8(bytes);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression matches control characters
const controlCharacter = /[\0-\x08\x0b\x0e-\x1f]/;

/**
 * Returns the offset of the first NUL where there are too many for a text; old programs leave a few
 * at the ends of fields.
 */
function firstOfManyNuls(bytes: Uint8Array): number {
  let count = 0;
  for (
    let at = bytes.indexOf(0);
    at !== -1 && count <= maxStrayControls;
    at = bytes.indexOf(0, at + 1)
  )
    count += 1;
  return count > maxStrayControls || count * 10 > bytes.length ? bytes.indexOf(0) : -1;
}

/**
 * Returns the offset of a control character that shows binary data: the first of several NULs, or of
 * many others.
 */
function firstBinaryControl(text: string): number | undefined {
  if (!controlCharacter.test(text)) return undefined;
  const nuls = text.split('\0').length - 1;
  if (nuls > maxStrayControls || nuls * 10 > text.length) return text.indexOf('\0');
  let first: number | undefined;
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x20 || code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d) continue;
    first ??= index;
    count++;
  }
  return count > maxStrayControls && count * 10 > text.length ? first : undefined;
}

function byteLength(text: string, encoding: Encoding): number {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return text.length * 2;
  const isUtf8 = encoding === 'utf-8' || encoding === 'utf-8-bom';
  return isUtf8 ? new TextEncoder().encode(text).length : text.length;
}
