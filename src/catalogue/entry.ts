import type { Entry } from '../model/page.ts';

/** Returns an entry from its JSON; keys without a value are absent, which reads the same. */
export const parseEntry = (json: unknown): Entry => JSON.parse(String(json)) as Entry;
