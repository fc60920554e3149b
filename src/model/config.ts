import type { LegacyEncoding } from './article.ts';
import type { Authority } from './authority.ts';
import type { DownloadForm, ExportForm } from './download.ts';
import type { Look } from './look.ts';
import type { RecordSettings } from './record.ts';

/** How bold recovery is: `cautious` puts no more than one false heading in 500 clean articles. */
export type Boldness = 'cautious' | 'balanced' | 'eager' | 'off';

/** What `warraq.yaml` says; every key has a default, so an archive needs no config. */
export interface Config {
  readonly name: string;
  readonly description: string;
  /** Language of the interface. */
  readonly language: string;
  /** ISO 3166 country code: decides month names and digits; none is the common usage. */
  readonly region: string | undefined;
  /** Where the archive will be published, with a slash at its end; only for absolute addresses. */
  readonly baseUrl: string | undefined;
  /** What names an article that has no id of its own: its file alone, or with its folders. */
  readonly ids: 'name' | 'path';
  /** Pattern of an article's place in `dist/`. */
  readonly permalink: string;
  readonly recovery: {
    readonly headings: Boldness;
    readonly paragraphs: boolean;
    /** Whether mastheads, bylines and datelines of the texts complete their metadata. */
    readonly metadata: boolean;
  };
  readonly records: RecordSettings;
  /**
   * In which encoding the files under a path of the seeds folder are that are not UTF-8:
   * `{ '1998': 'cp720' }`; the empty path is the folder itself.
   */
  readonly encodings: Readonly<Record<string, LegacyEncoding>>;
  readonly look: Look;
  /** What each article can be taken away as. */
  readonly downloads: readonly DownloadForm[];
  /** What the whole archive can be taken away as. */
  readonly exports: readonly ExportForm[];
  /** Whether the archive can be searched. */
  readonly search: boolean;
  /** What `subjects.yaml` says: names under which articles are gathered. */
  readonly authority: readonly Authority[];
}
