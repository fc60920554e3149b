import type { PlainDate } from './date.ts';

/**
 * Metadata of an article: the keys of front matter, of a sidecar (`name.yaml` beside `name.txt`) and
 * of a record. Every key is optional; texts are NFC, trimmed and not empty, lists are not empty.
 */
export interface Metadata {
  readonly id?: string;
  readonly title?: string;
  /** The line above the title («تقرير»). */
  readonly kicker?: string;
  /** The summary under the title. */
  readonly standfirst?: string;
  /** The printed byline («كتب: …»). */
  readonly byline?: string;
  readonly authors?: readonly string[];
  /** Place and agency before the first sentence («القاهرة - رويترز»). */
  readonly dateline?: string;
  readonly date?: PlainDate;
  /** A printed Hijri date, kept as printed; never recalculated. */
  readonly hijri?: string;
  readonly source?: string;
  /** The newspaper's own section («السياسة»), not a section of the article. */
  readonly section?: string;
  readonly topics?: readonly string[];
  readonly people?: readonly string[];
  readonly places?: readonly string[];
  /** URL of the first publication: http or https. */
  readonly url?: string;
  readonly issue?: string;
  readonly page?: string;
  /** BCP 47 tag; the site's language where absent. */
  readonly language?: string;
  readonly rights?: string;
  /** An editor's headings in order: exact strings of the text. They replace recovered ones. */
  readonly headings?: readonly string[];
  /** Words for `{slug}` in the permalink, in place of the title. */
  readonly slug?: string;
  /** Output paths at which the article was published before, here or on an old site. */
  readonly aliases?: readonly string[];
}

/** The name of a metadata key. */
export type MetadataKey = keyof Metadata;
