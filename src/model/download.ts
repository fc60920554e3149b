/** Download formats of an article: the original bytes, its text, its text as Markdown with metadata. */
export const downloadForms = ['original', 'text', 'markdown'] as const;

/** The name of a download format. */
export type DownloadForm = (typeof downloadForms)[number];

/**
 * What the owner may choose of downloads: one file of originals for each source and year, and files of each article.
 */
export const downloadChoices = ['packs', ...downloadForms] as const;

/** A choice of downloads. */
export type DownloadChoice = (typeof downloadChoices)[number];

/** Tells whether a site with these downloads offers the bytes received of its articles. */
export const offersOriginals = (downloads: readonly DownloadChoice[]): boolean =>
  downloads.some((choice) => choice === 'original' || choice === 'packs');

/** A pack: slug of its source, and its name without extension. */
export interface Pack {
  readonly source: string;
  readonly stem: string;
  /** Originals in it. */
  readonly articles: number;
}

/** The place of an article's original in a pack. */
export interface PackedOriginal {
  /** Output path of the pack. */
  readonly outputPath: string;
  /** Name of the original in it. */
  readonly member: string;
}

/** Export formats of all articles: one record or one table row for each. */
export const exportForms = ['jsonl', 'csv'] as const;

/** The name of an export format. */
export type ExportForm = (typeof exportForms)[number];
