import type { Entry } from '../model/page.ts';

/** Parses the JSON of an entry; members with the value undefined are absent from it. */
export const parseEntry = (json: unknown): Entry => JSON.parse(String(json)) as Entry;
