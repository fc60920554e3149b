import type { BitWriter } from './bit-writer.ts';
import { impactBits, impactCount } from './impacts.ts';
import { gammaParameter, riceParameter } from './postings.ts';

/** Writes which documents of a form, by their indices in stored order, have it in their title. */
function writeTitles(bits: BitWriter, titles: readonly number[], count: number): void {
  if (count === 1) bits.bits(titles.length, 1);
  if (count < 2) return;
  bits.gamma(titles.length, 0);
  let last = -1;
  for (const index of titles) {
    bits.gamma(index - last - 1, 0);
    last = index;
  }
}

/**
 * Writes the postings of a form.
 *
 * @param documentsByImpact the documents of each impact, ascending
 * @param titlesByImpact indices in these lists of the documents whose title contains the form, ascending
 * @param docCapacity document capacity of the index
 */
export function writePostings(
  bits: BitWriter,
  documentsByImpact: readonly (readonly number[])[],
  titlesByImpact: readonly (readonly number[])[],
  docCapacity: number,
): void {
  const count = documentsByImpact.reduce((sum, { length }) => sum + length, 0);
  const titles: number[] = [];
  let remaining = count;
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
    for (const index of titlesByImpact[impact] ?? []) titles.push(count - remaining + index);
    remaining -= documents.length;
  }
  writeTitles(bits, titles, count);
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
