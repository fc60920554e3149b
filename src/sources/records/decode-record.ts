import type { LegacyEncoding } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RawRecord } from '../../model/record.ts';
import { decodeStrictly } from '../encodings/decode.ts';
import { decodeMixed } from '../encodings/mixed.ts';
import { mixedDiagnostics } from '../encodings/report.ts';

/** A record's text, and its decoding where it is not all UTF-8. */
export type DecodedRecord = Pick<RawRecord, 'text' | 'decoded'>;

/** Decodes the records of one seed in sequence. */
export type RecordDecoder = (bytes: Uint8Array, line: number) => DecodedRecord | undefined;

/**
 * Returns a decoder for the records of one seed. Each is decoded separately; a record too short to
 * determine its encoding takes that of most records, else of the record before.
 *
 * @param file path for diagnostics
 * @param declared the encoding declared for the seed in the site's settings
 * @param usual the encoding of most of its records, where that is known
 */
export function recordDecoder(
  file: string,
  declared: LegacyEncoding | undefined,
  usual?: LegacyEncoding,
): RecordDecoder {
  let lastEncoding: LegacyEncoding | undefined;
  let isReported = false;
  /** Reports the legacy encoding of the seed only once. */
  const isFirst = ({ rule }: Diagnostic): boolean => {
    if (rule !== 'encoding-guessed') return true;
    const wasReported = isReported;
    isReported = true;
    return !wasReported;
  };
  return (bytes, line) => {
    const utf8Text = decodeStrictly(bytes, 'utf-8');
    if (utf8Text !== undefined) return { text: utf8Text };
    const hints = { declared, neighbours: () => usual ?? lastEncoding };
    const mixed = decodeMixed(bytes, hints);
    if (mixed === undefined) return undefined;
    const { text, guess, ranges } = mixed;
    if (guess?.isSure === true) lastEncoding = guess.encoding;
    const { diagnostics, repairs } = mixedDiagnostics(mixed, { file, line, bomLength: 0, hints });
    const encoding = guess !== undefined && ranges.length === 0 ? guess.encoding : 'utf-8';
    const received = Uint8Array.from(bytes);
    return {
      text,
      decoded: { received, encoding, repairs, diagnostics: diagnostics.filter(isFirst) },
    };
  };
}
