import type { LegacyEncoding } from './article.ts';
import type { Authority } from './authority.ts';
import type { DateOrder } from './date.ts';
import type { DownloadChoice, ExportForm } from './download.ts';
import type { FieldSetting } from './field.ts';
import type { HeadingDecision } from './heading-decision.ts';
import type { LearnedHeadings } from './learned-headings.ts';
import type { Metadata } from './metadata.ts';
import type { HomePart, MenuEntry, OwnPage, SiteHtml } from './own-page.ts';
import type { PictureSettings } from './picture.ts';
import type { RecordSettings } from './record.ts';
import type { RedirectHost } from './redirect.ts';
import type { RobotsSettings } from './robots.ts';
import type { Theme } from './theme.ts';

/** Level of heading recovery: `cautious` allows at most one false heading in 500 clean articles. */
export type HeadingSensitivity = 'cautious' | 'balanced' | 'eager' | 'off';

/** The settings in `warraq.yaml`; every key has a default, so the file is optional. */
export interface Config {
  readonly name: string;
  readonly description: string;
  /** Language of the interface. */
  readonly language: string;
  /** ISO 3166 country code that selects month names and digits; undefined for the most common ones. */
  readonly region: string | undefined;
  /** URL of the published archive, with a slash at its end; only for absolute URLs. */
  readonly baseUrl: string | undefined;
  /** What the id of an article without its own is derived from: its file name, or its path. */
  readonly ids: 'name' | 'path';
  /** Pattern of an article's output path. */
  readonly permalink: string;
  /** Whether the record of addresses is kept beside the settings, even where there is no file yet. */
  readonly addresses: boolean;
  /** The host for which a list of redirects is written. */
  readonly redirects: RedirectHost | 'none';
  /** Whether the address of a deleted article has a page that says so. */
  readonly gone: 'page' | 'none';
  readonly recovery: {
    readonly headings: HeadingSensitivity;
    readonly paragraphs: boolean;
    /** Whether metadata is inferred from mastheads, bylines and datelines. */
    readonly metadata: boolean;
    /** What the archive taught: of the file beside the settings, no key of theirs. */
    readonly learned?: LearnedHeadings | undefined;
  };
  /** How dates are written: which number of `3/4/2011` is the day, where nothing beside shows it. */
  readonly dates: { readonly order?: DateOrder | undefined };
  readonly records: RecordSettings;
  /** Metadata fields of the site's own, in the order of the settings. */
  readonly fields: readonly FieldSetting[];
  /**
   * Encodings of files that are not UTF-8, by path under the seeds folder: `{ '1998': 'cp720' }`; the
   * empty path is the folder itself.
   */
  readonly encodings: Readonly<Record<string, LegacyEncoding>>;
  /** Metadata of the articles in folders, by path under the seeds folder; the empty path is the folder itself. */
  readonly folders: Readonly<Record<string, Metadata>>;
  /** The theme: `look` in `warraq.yaml`. */
  readonly look: Theme;
  /** The site's own pages, those that are shown. */
  readonly pages: readonly OwnPage[];
  /** Entries of the menu; undefined for the own pages that are in it. */
  readonly menu: readonly MenuEntry[] | undefined;
  /** Parts of the front page in their order; undefined for all parts of the archive. */
  readonly home: readonly HomePart[] | undefined;
  /** HTML of the site's own above and below every page. */
  readonly siteHtml: SiteHtml;
  /** Packs of originals, and download formats of an article. */
  readonly downloads: readonly DownloadChoice[];
  /** Whether files of articles that an earlier build published stay: the owner has not chosen the downloads himself. */
  readonly keepsDownloads: boolean;
  /**
   * Set where an earlier build published Markdown of articles that the settings do not ask for: it stays. It is no key of
   * the settings.
   */
  readonly keepsMarkdown?: boolean;
  /** Export formats of the archive. */
  readonly exports: readonly ExportForm[];
  /** Smaller copies of pictures; undefined where files are published as they are. */
  readonly pictures: PictureSettings | undefined;
  /** Whether the archive has a search page. */
  readonly search: boolean;
  /** Names that no output of the site may show. */
  readonly redact: readonly string[];
  /**
   * The day on which the archive is shown, YYYY-MM-DD: it decides about embargoes, expiry and later dates. `today` in
   * the settings; a build is given a day. Undefined where the owner gives none.
   */
  readonly asOf: string | undefined;
  /** Whether articles that are held back are shown, marked: `--drafts`, no key of the settings. */
  readonly drafts?: boolean;
  /** Rights and licence of all articles that say neither themselves. */
  readonly rights?: string | undefined;
  readonly license?: string | undefined;
  /** Where readers report mistakes: an address of mail or of a form, with `{url}`, `{title}`, `{id}`. */
  readonly feedback?: string | undefined;
  /** What programs may do with the archive; undefined where the owner takes no stance. */
  readonly robots?: RobotsSettings | undefined;
  /** Entries of `authority.yaml`. */
  readonly authority: readonly Authority[];
  /** Lines of `headings.jsonl`: an editor's decisions about single headings. */
  readonly decisions: readonly HeadingDecision[];
}
