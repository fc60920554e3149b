import type { Correction } from './correction.ts';
import type { DateOrder, PlainDate } from './date.ts';
import type { FieldValue } from './field.ts';
import type { OtherKey } from './other-key.ts';
import type { PictureMention } from './picture.ts';
import type { Publication } from './publication.ts';
import type { Withdrawal } from './withdrawal.ts';

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
  /** What search engines and listings show in place of the standfirst; only where there is one too. */
  readonly description?: string;
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
  /** The volume of the newspaper or journal; with some newspapers the year («السنة ٤٢»). */
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  /** The series that the article belongs to, and its place in it («الحلقة ٣»). */
  readonly series?: string;
  readonly part?: string;
  /** BCP 47 tag; the site's language where absent. */
  readonly language?: string;
  readonly rights?: string;
  /** The licence: its name («CC BY 4.0») or its URL. */
  readonly license?: string;
  /** Day of the last change of the article itself. */
  readonly updated?: PlainDate;
  /** Corrections, shown above the text. */
  readonly corrections?: readonly Correction[];
  /** Persistent identifiers: DOI, ARK, URN, the number of a library. */
  readonly identifier?: readonly string[];
  readonly doi?: string;
  readonly ark?: string;
  /** An editor's headings in order: exact strings of the text. They replace recovered ones. */
  readonly headings?: readonly string[];
  /** Set for an article that was withdrawn: its address says so, and nothing else of it is published. */
  readonly withdrawn?: Withdrawal;
  /** Names that no output may show; never published. An entry that is no usable name holds the article back. */
  readonly redact?: readonly string[];
  /** What the keys about publication say (`draft`, `status`, `embargo`); never part of an article. */
  readonly publication?: Publication;
  /** Words for `{slug}` in the permalink, in place of the title. */
  readonly slug?: string;
  /** Pictures of the article besides those in its text (`image`, `images`); the first stands above it. */
  readonly images?: readonly PictureMention[];
  /** Output paths at which the article was published before, here or on an old site. */
  readonly aliases?: readonly string[];
  /** Which number of `3/4/2011` is the day in the texts of a folder; never part of an article. */
  readonly dateOrder?: DateOrder;
  /** Values of the fields that the settings declare, by their names there. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
  /** Keys that are neither ours nor declared, in the order written; they stay in the exports. */
  readonly others?: readonly OtherKey[];
}

/** The name of a metadata key; those about publication are in `publication.ts`. */
export type MetadataKey = Exclude<
  keyof Metadata,
  'publication' | 'fields' | 'others' | 'dateOrder'
>;
