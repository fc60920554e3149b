import type { Section } from './article.ts';
import type { Block } from './block.ts';
import type { HeldState, PublicationMark } from './publication.ts';
import type { Destination } from './reference.ts';
import type { TermKind } from './term-kind.ts';

/** The folder of the site's own pages, in the root and in `dist/`. */
export const ownPagesFolder = 'pages';

/** A page of the site's own in `pages/`: about the archive, contact. It is no article. */
export interface OwnPage {
  /** Name of its file without the ending: the settings call it by this name. */
  readonly name: string;
  readonly outputPath: string;
  readonly title: string;
  readonly description: string;
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
  /** Where its links lead, by their numbers in the markup. */
  readonly links: readonly { readonly href: string; readonly destination: Destination }[];
  /** BCP 47 tag; the site's language where absent. */
  readonly language?: string;
  /** The words of the menu; `false` where the page is not in it. */
  readonly menu: string | false;
  /** Position in the menu; pages of equal positions are in the order of their names. */
  readonly order: number;
  /** What may hold the page back. */
  readonly marks?: readonly PublicationMark[];
  /** The state in which it is held back; only in a site that shows such pages. */
  readonly held?: HeldState;
}

/** Indexes and other pages of the archive that the menu can name. */
export const menuIndexes = [
  ...(['home', 'articles', 'dates', 'search', 'sources', 'sections', 'topics'] as const),
  ...(['authors', 'people', 'places'] as const),
] as const;

/** The name of an index in the menu. */
export type MenuIndex = (typeof menuIndexes)[number];

/** Where an entry of the menu leads: an own page, an index, a path in `dist/`, an address on another site. */
export type MenuTarget =
  | { readonly page: string }
  | { readonly index: MenuIndex }
  | { readonly outputPath: string }
  | { readonly url: string };

/** An entry of the site's menu; without a title of its own it has that of its target. */
export interface MenuEntry {
  readonly title?: string;
  readonly target: MenuTarget;
}

/** Parts of the front page that are not made from terms. */
export const homePartNames = ['latest', 'years', 'anniversaries', 'indexes', 'downloads'] as const;

/** A part of the front page: one of the archive, the index of one kind of terms, or the text of an own page. */
export type HomePart =
  | (typeof homePartNames)[number]
  | { readonly terms: TermKind }
  | { readonly page: string };

/** Safe HTML of the site's own above and below every page; links to pages of the archive are `site:` and the path. */
export interface SiteHtml {
  readonly head?: string;
  readonly foot?: string;
}
