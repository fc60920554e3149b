import { documentsBetween } from '../query/documents.ts';
import { type Answer, find, type Request } from '../query/find.ts';
import type { IndexReader } from '../query/index-reader.ts';

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
  if (!isOnlyDates) return answer;
  const between = await documentsBetween(reader, from, to);
  const oldestFirst = [...between.keys()].filter((document) => between[document] === 1);
  const documents = sort === 'oldest' ? oldestFirst : oldestFirst.toReversed();
  return { ...answer, documents, complete: documents.length };
}
