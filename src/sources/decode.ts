import type { Encoding } from '../model/article.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxSeedBytes } from '../model/limits.ts';
import { firstBadUtf8, firstBadUtf16 } from './ill-formed.ts';

/** A text with the encoding in which it came. */
export interface Decoded {
  /** Without byte-order mark, otherwise unchanged. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * More control characters than this, and more than one in ten, is not a text. Fewer are the marks of
 * some old typesetting system (a newspaper of 2015 has U+001A for its bullets).
 */
const strayControls = 8;

/**
 * Decodes a seed strictly: UTF-8 with or without byte-order mark, UTF-16 with one (Unicode 3.10).
 * Nothing is guessed and nothing replaced by U+FFFD.
 *
 * @param bytes the seed's bytes as received
 * @param file path for diagnostics
 * @returns the text; undefined with one diagnostic where there is none. Never throws
 */
export function decode(bytes: Uint8Array, file: string): Outcome<Decoded | undefined> {
  const at = { severity: 'error', file } as const;
  const fail = (diagnostic: Diagnostic) => ({ value: undefined, diagnostics: [diagnostic] });
  if (bytes.length > maxSeedBytes) {
    const values = { bytes: bytes.length, limit: maxSeedBytes };
    return fail({ ...at, rule: 'seed-too-large', values });
  }
  const encoding = encodingOf(bytes);
  const mark = markLength(encoding);
  const content = bytes.subarray(mark);
  const text = decodeStrictly(content, encoding);
  if (text === undefined) {
    const nul = encoding.startsWith('utf-8') ? content.indexOf(0) : -1;
    if (nul !== -1) return fail({ ...at, rule: 'seed-binary', values: { offset: mark + nul } });
    const offset = mark + (firstBad(content, encoding) ?? 0);
    return fail({ ...at, rule: 'seed-undecodable', values: { offset } });
  }
  if (!/\S/.test(text)) return fail({ ...at, rule: 'seed-empty', values: {} });
  const control = firstTellingControl(text);
  if (control !== undefined) {
    const before = byteLength(text.slice(0, control), encoding);
    return fail({ ...at, rule: 'seed-binary', values: { offset: mark + before } });
  }
  return { value: { text, encoding }, diagnostics: [] };
}

/** Returns the encoding that the beginning of a file shows by its byte-order mark; UTF-8 where there is none. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8-bom' : 'utf-8';
}

/** Returns how many bytes the byte-order mark takes. */
export function markLength(encoding: Encoding): number {
  if (encoding === 'utf-8') return 0;
  return encoding === 'utf-8-bom' ? 3 : 2;
}

const strict = { fatal: true, ignoreBOM: true };
const decoders = {
  'utf-8': new TextDecoder('utf-8', strict),
  'utf-16le': new TextDecoder('utf-16le', strict),
  'utf-16be': new TextDecoder('utf-16be', strict),
};

/** Returns what bytes without a mark say; undefined where they are not sound. Never throws. */
export function decodeStrictly(content: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return decoders[encoding === 'utf-8-bom' ? 'utf-8' : encoding].decode(content);
  } catch {
    return undefined;
  }
}

/** The place of the fault, which the platform's decoder does not tell; ten times slower than it. */
function firstBad(content: Uint8Array, encoding: Encoding): number | undefined {
  return encoding === 'utf-16le' || encoding === 'utf-16be'
    ? firstBadUtf16(content, encoding === 'utf-16le')
    : firstBadUtf8(content);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const anyControl = /[\0-\x08\x0b\x0e-\x1f]/;

/** Where a control character shows that this is no text: the first NUL, or the first of many. */
function firstTellingControl(text: string): number | undefined {
  if (!anyControl.test(text)) return undefined;
  const nul = text.indexOf('\0');
  if (nul !== -1) return nul;
  let first: number | undefined;
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x20 || code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d) continue;
    first ??= index;
    count++;
  }
  return count > strayControls && count * 10 > text.length ? first : undefined;
}

function byteLength(text: string, encoding: Encoding): number {
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  return isWide ? text.length * 2 : new TextEncoder().encode(text).length;
}
