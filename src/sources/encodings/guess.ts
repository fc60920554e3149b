import { type Plausibility, plausibilityOf } from '../../arabic/plausibility.ts';
import { type LegacyEncoding, legacyEncodings } from '../../model/article.ts';
import { decodeSingleByte, firstUnmapped } from './single-byte.ts';

/** A probable encoding of some bytes. */
export interface Guess {
  readonly encoding: LegacyEncoding;
  /** Whether it is far likelier than any other. */
  readonly isSure: boolean;
  /** The second likeliest encoding with another reading. */
  readonly rival: LegacyEncoding | undefined;
}

/** Bytes examined; more add no evidence. */
const sampleBytes = 32 * 1024;

/**
 * Bits by which a reading must be likelier than chance, and than every other reading, to be certain:
 * an error rate of one in four thousand. Six words of newspaper text reach it in 99 % of cases, three
 * words in 91 %.
 */
const sureBits = 12;

/** Minimum bits of Arabic for each byte above ASCII, which usually has three, and in total. */
const minBits = { each: 1, all: 6 } as const;

/**
 * Minimum bits for a text to take the encoding of its neighbours: excludes impossible words, not
 * rare ones.
 */
const minAmongNeighbours = -2;

/**
 * Returns the plausibility of a text: the better of logical and visual order, because old systems
 * stored texts as displayed.
 */
function bestPlausibility(text: string): Plausibility {
  const asIs = plausibilityOf(text);
  const reversed = plausibilityOf([...text].reverse().join(''));
  return reversed.bits > asIs.bits ? reversed : asIs;
}

interface Candidate {
  readonly encoding: LegacyEncoding;
  readonly text: string;
  readonly plausibility: Plausibility;
}

/**
 * Tells whether a reading is plausible. One without Arabic letters is Latin with accents or quotation
 * marks.
 */
const isPlausible = ({ text, plausibility: { bits, units, letters } }: Candidate): boolean =>
  letters === 0
    ? bits >= 0 && /[a-z]/i.test(text)
    : bits >= Math.max(units * minBits.each, minBits.all);

/**
 * Guesses the encoding in which bytes that are not UTF-8 read as Arabic, or as Latin with accents.
 *
 * @param neighbours called where the bytes are too few: returns the encoding of neighbouring texts
 * @returns undefined where no encoding is plausible
 */
export function guessEncoding(
  bytes: Uint8Array,
  neighbours: () => LegacyEncoding | undefined,
): Guess | undefined {
  const first = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - 1);
  const sample = bytes.subarray(first, first + sampleBytes);
  const candidates = legacyEncodings
    .filter((encoding) => firstUnmapped(bytes, encoding) === -1)
    .map((encoding): Candidate => {
      const text = decodeSingleByte(sample, encoding);
      return { encoding, text, plausibility: bestPlausibility(text) };
    })
    // The sort is stable, so that the first named of equals stays first.
    .sort((a, b) => b.plausibility.bits - a.plausibility.bits);
  const [best, ...others] = candidates.filter(isPlausible);
  const rival = others.find(({ text }) => text !== best?.text);
  const isSure =
    best !== undefined && best.plausibility.bits - (rival?.plausibility.bits ?? 0) >= sureBits;
  if (isSure) return { encoding: best.encoding, isSure, rival: rival?.encoding };
  const neighbourEncoding = neighbours();
  const neighbour = candidates.find(
    ({ encoding, plausibility }) =>
      encoding === neighbourEncoding &&
      plausibility.bits >= plausibility.units * minAmongNeighbours,
  );
  if (neighbour !== undefined) {
    return { encoding: neighbour.encoding, isSure: true, rival: undefined };
  }
  return best && { encoding: best.encoding, isSure, rival: rival?.encoding };
}
