import { lastNotAfter } from '../codec/index-manifest.ts';
import { type Answer, find, type Request } from '../query/find.ts';
import type { IndexReader } from '../query/index-reader.ts';

/** Returns the first document of a day or a later one. */
async function firstFrom(reader: IndexReader, day: number): Promise<number> {
  const { storedFields: files, articles } = reader.manifest;
  const index = lastNotAfter(files, ({ date }) => date >= day);
  const end = files[index + 1]?.first ?? articles;
  for (let document = files[index]?.first ?? end; document < end; document += 1) {
    const fields = await reader.storedFields(document);
    if (fields !== undefined && fields.day >= day) return document;
  }
  return index < 0 ? 0 : end;
}

/** Tells whether a request asks for nothing. */
export const isEmptyRequest = ({ query, facets, from, to }: Request): boolean =>
  query.trim() === '' && facets.length === 0 && from === 0 && to === 0;

/**
 * Answers a request; one that names only dates is answered with all articles between them, newest first.
 *
 * @param isIncomplete whether the last word may be incomplete because it is being typed
 * @throws what the loading of an index file throws
 */
export async function answerTo(
  reader: IndexReader,
  request: Request,
  isIncomplete: boolean,
): Promise<Answer> {
  const answer = await find(reader, request, isIncomplete);
  const { query, facets, from, to, sort } = request;
  const isOnlyDates = query.trim() === '' && facets.length === 0 && (from > 0 || to > 0);
  if (!isOnlyDates || answer.documents.length > 0) return answer;
  const first = await firstFrom(reader, Math.max(from, 1));
  const end = to > 0 ? await firstFrom(reader, to + 1) : reader.manifest.articles;
  const documents = Array.from({ length: Math.max(0, end - first) }, (_, i) =>
    sort === 'oldest' ? first + i : end - 1 - i,
  );
  return { ...answer, documents, complete: documents.length };
}
