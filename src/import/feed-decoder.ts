import type { Diagnostic } from '../model/diagnostic.ts';
import { feedEncoding } from './encodings.ts';

/** Decodes the chunks of a stream of XML. */
export interface FeedDecoder {
  /** Decodes a chunk; without one, the rest. */
  readonly decode: (chunk?: Uint8Array) => string;
  /** Returns what is to be told so far, once. */
  readonly takeDiagnostics: () => readonly Diagnostic[];
}

const hasHighBytes = (chunk: Uint8Array): boolean => chunk.some((byte) => byte > 0x7f);

/** Tells whether bytes are UTF-8; the last character may be incomplete. */
function isSoundUtf8(chunk: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns a decoder of a stream of XML. Of one that declares an encoding of single bytes, the first chunk with
 * letters beyond ASCII decides: sound UTF-8 is UTF-8 whatever is declared, and that is told.
 *
 * @param head the first bytes as Latin-1
 * @param file path for diagnostics
 */
export function feedDecoder(head: string, file: string): FeedDecoder {
  const { value: label, diagnostics } = feedEncoding(head, file);
  const pending: Diagnostic[] = [...diagnostics];
  let decoder = new TextDecoder(label);
  // Invalid bytes become U+FFFD, and the items that hold one are reported.
  let isDecided = /^utf-/.test(label);
  return {
    decode(chunk) {
      if (chunk === undefined) return decoder.decode();
      if (!isDecided && hasHighBytes(chunk)) {
        isDecided = true;
        if (isSoundUtf8(chunk)) {
          decoder = new TextDecoder('utf-8');
          const values = { declared: label };
          pending.push({ rule: 'import-declared-encoding', severity: 'warning', file, values });
        }
      }
      return decoder.decode(chunk, { stream: true });
    },
    takeDiagnostics: () => pending.splice(0),
  };
}
