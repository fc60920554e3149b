import type { CutAddress, StoredFields } from './stored-fields.ts';

function cutAddress(outputPath: string, id: string): CutAddress {
  const at = outputPath.indexOf(id);
  return at < 0 ? outputPath : [outputPath.slice(0, at), outputPath.slice(at + id.length)];
}

/**
 * Writes stored fields as a line of JSON, field by field, which compresses best; the id is left out
 * of output paths.
 */
export const writeStoredFields = (cards: readonly StoredFields[]): string =>
  JSON.stringify([
    cards.map(({ id }) => id),
    cards.map(({ outputPath, id }) => cutAddress(outputPath, id)),
    cards.map(({ title }) => title),
    cards.map(({ date }) => date),
    cards.map(({ day }) => day),
    cards.map(({ source }) => source),
  ]);
