import type { IndexReader } from '../query/index-reader.ts';
import type { PageParts } from './page-elements.ts';
import type { Numbers, Settings } from './words.ts';

/** What the parts of the script share. */
export interface PageContext {
  readonly parts: PageParts;
  readonly settings: Settings;
  readonly numbers: Numbers;
  readonly reader: IndexReader;
  /** Requests again every index file that has not arrived. */
  readonly retry: () => void;
  /** URL of the archive's root. */
  readonly base: string;
}
