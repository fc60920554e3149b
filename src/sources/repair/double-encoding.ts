import { plausibilityOf } from '../../arabic/plausibility.ts';
import { escapeUnit } from '../../model/code-points.ts';
import { unitsOf, unmapped } from '../encodings/single-byte.ts';

/** A legacy encoding in which the bytes of UTF-8 were misread. */
interface Misreading {
  /** The byte of each code unit that represents one. */
  readonly bytes: ReadonlyMap<string, number>;
  /** Three UTF-8 letters or more, with ASCII between them. */
  readonly certain: RegExp;
  /** One or more UTF-8 letters. */
  readonly any: RegExp;
}

/**
 * Bits by which the repaired text must be likelier than the original: an error rate of one in sixteen
 * thousand.
 */
const certainBits = 14;

function misreading(units: readonly (readonly [unit: string, byte: number])[]): Misreading {
  const bytes = new Map(units);
  const classOf = (from: number, to: number): string =>
    `[${units
      .filter(([, byte]) => byte >= from && byte <= to)
      .map(([unit]) => escapeUnit(unit))
      .join('')}]`;
  const trail = classOf(0x80, 0xbf);
  const letter = `(?:${classOf(0xc2, 0xdf)}${trail}|${classOf(0xe0, 0xef)}${trail}{2}|${classOf(0xf0, 0xf4)}${trail}{3})`;
  return {
    bytes,
    // Bounded, because unlimited repetition over a long line would exhaust the matcher's memory.
    certain: new RegExp(`${letter}(?:[\\t\\x20-\\x7e]{0,200}${letter}){2,200}`, 'g'),
    any: new RegExp(`${letter}{1,2000}`, 'g'),
  };
}

function pairsOf(encoding: 'windows-1256' | 'windows-1252'): [string, number][] {
  const pairs: [string, number][] = [];
  unitsOf(encoding).forEach((unit, byte) => {
    if (byte >= 0x80 && unit !== unmapped) pairs.push([String.fromCharCode(unit), byte]);
  });
  return pairs;
}

/** Latin-1 and Windows-1252 together, as programs mix them: «Ø§», «Ù„». */
function latinPairs(): readonly [string, number][] {
  const controls = Array.from({ length: 0x20 }, (_, i): [string, number] => [
    String.fromCharCode(0x80 + i),
    0x80 + i,
  ]);
  return [...controls, ...pairsOf('windows-1252')];
}

let cachedMisreadings: readonly Misreading[] | undefined;

function misreadings(): readonly Misreading[] {
  cachedMisreadings ??= [misreading(pairsOf('windows-1256')), misreading(latinPairs())];
  return cachedMisreadings;
}

/** Second bytes of letters: «§» of alif, «„» of lam and others. */
const secondHalves = /[\x80-\x9f\xa2-\xaa\xac-\xba\u201e\u2020\u2021]/;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reverses the double encoding of a text; undefined where the bytes are not UTF-8. */
function decodeAgain(text: string, { bytes }: Misreading): string | undefined {
  const units = Uint8Array.from(
    { length: text.length },
    (_, i) => bytes.get(text[i] ?? '') ?? text.charCodeAt(i),
  );
  try {
    return utf8.decode(units);
  } catch {
    return undefined;
  }
}

function isCertain(before: string, after: string): boolean {
  const { bits, units, letters } = plausibilityOf(after);
  return letters > 1 && bits >= units / 2 && bits - plausibilityOf(before).bits >= certainBits;
}

/** Tells whether a line certainly contains doubly encoded letters. */
function isDoubled(line: string, misread: Misreading): boolean {
  return (line.match(misread.certain) ?? []).some((part) => {
    const after = decodeAgain(part, misread);
    if (after === undefined || isCertain(part, after)) return after !== undefined;
    const decodedTwice = decodeAgain(after, misread);
    return decodedTwice !== undefined && isCertain(part, decodedTwice);
  });
}

/** Tells whether all characters above ASCII in a line may be doubly encoded letters. */
const isAllDoubled = (line: string, { any }: Misreading): boolean =>
  line.search(any) !== -1 && !/[^\0-\x7f]/.test(line.replace(any, ''));

const repairLine = (line: string, misread: Misreading): string =>
  line.replace(misread.any, (part) => decodeAgain(part, misread) ?? part);

/** A text with repaired lines. */
export interface RepairedLines {
  readonly text: string;
  /** Numbers of the repaired lines, from 1. */
  readonly lines: readonly number[];
}

/**
 * Restores Arabic whose UTF-8 was read as Windows-1256 («ط§ظ„»), Windows-1252 or Latin-1 («Ø§Ù„») and
 * encoded again: in lines where the result reads as Arabic and the original does not.
 *
 * @returns the same text, and no lines, where nothing was doubly encoded
 */
export function repairDoubleEncoding(text: string): RepairedLines {
  const lines: number[] = [];
  if (!secondHalves.test(text)) return { text, lines };
  const candidates = misreadings().filter(({ certain }) => text.search(certain) !== -1);
  if (candidates.length === 0) return { text, lines };
  const input = text.split('\n');
  const count = new Map<Misreading, number>();
  const result = input.map((line, i) => {
    const misread = candidates.find((candidate) => isDoubled(line, candidate));
    if (misread === undefined) return line;
    lines.push(i + 1);
    count.set(misread, (count.get(misread) ?? 0) + 1);
    return repairLine(line, misread);
  });
  const [mostFrequent] = [...count].sort(([, a], [, b]) => b - a);
  const nonAsciiLines = input.filter((line) => /[^\0-\x7f]/.test(line)).length;
  // Where most lines were repaired, lines too short to be certain are as well: «آ » is a no-break
  // space.
  if (mostFrequent !== undefined && mostFrequent[1] * 2 > nonAsciiLines) {
    input.forEach((line, i) => {
      const [misread] = mostFrequent;
      if (result[i] !== line || !isAllDoubled(line, misread)) return;
      result[i] = repairLine(line, misread);
      lines.push(i + 1);
    });
  }
  lines.sort((a, b) => a - b);
  return { text: lines.length === 0 ? text : result.join('\n'), lines };
}
