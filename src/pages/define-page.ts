import type { Archive } from '../model/archive.ts';
import type { Config } from '../model/config.ts';
import type { Messages } from '../model/messages.ts';
import type { Page, PageKind } from '../model/page.ts';

/** What a page kind plans from. */
export interface Planning {
  readonly archive: Archive;
  readonly config: Config;
  readonly messages: Messages;
}

/** A kind of page: which pages of it exist and what each shows. */
export interface PageKindDefinition<K extends PageKind> {
  readonly kind: K;
  /** Places that are this kind's own: no article may be written there. */
  readonly reserves?: RegExp;
  /** Yields the pages one at a time; nothing holds them all. */
  pages(planning: Planning): Iterable<Page<K>>;
}

/** Types a page kind: its data must be what its template takes. */
export const definePage = <K extends PageKind>(
  definition: PageKindDefinition<K>,
): PageKindDefinition<K> => definition;
