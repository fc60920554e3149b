import type { SplitOutputPath, StoredFields } from './stored-fields.ts';

function splitOutputPath(outputPath: string, id: string): SplitOutputPath {
  const at = outputPath.indexOf(id);
  return at < 0 ? outputPath : [outputPath.slice(0, at), outputPath.slice(at + id.length)];
}

/**
 * Writes stored fields as a line of JSON, field by field, which compresses best. The id is omitted
 * from output paths.
 */
export const writeStoredFields = (articles: readonly StoredFields[]): string =>
  JSON.stringify([
    articles.map(({ id }) => id),
    articles.map(({ outputPath, id }) => splitOutputPath(outputPath, id)),
    articles.map(({ title }) => title),
    articles.map(({ date }) => date),
    articles.map(({ day }) => day),
    articles.map(({ source }) => source),
  ]);
