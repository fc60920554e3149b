import type { BitWriter } from './bit-writer.ts';
import { impactBits, impactCount } from './impacts.ts';
import { gammaParameter, riceParameter } from './postings.ts';

/**
 * Writes the postings of a form.
 *
 * @param documentsByImpact the documents of each impact, ascending
 * @param docCapacity document capacity of the index
 */
export function writePostings(
  bits: BitWriter,
  documentsByImpact: readonly (readonly number[])[],
  docCapacity: number,
): void {
  let remaining = documentsByImpact.reduce((sum, { length }) => sum + length, 0);
  for (let impact = impactCount - 1; impact >= 0 && remaining > 0; impact -= 1) {
    const documents = documentsByImpact[impact] ?? [];
    if (documents.length === 0) continue;
    bits.bits(impact, impactBits);
    if (remaining > 1) bits.gamma(documents.length - 1, 0);
    const low = riceParameter(docCapacity, documents.length);
    let last = -1;
    for (const document of documents) {
      bits.rice(document - last - 1, low);
      last = document;
    }
    remaining -= documents.length;
  }
}

/** Writes the positions of a word in one article. */
export function writePositions(bits: BitWriter, positions: readonly number[]): void {
  bits.gamma(positions.length - 1, 0);
  const low = gammaParameter(positions.length);
  let last = -1;
  for (const position of positions) {
    bits.gamma(position - last - 1, low);
    last = position;
  }
}
