/** Download formats of an article: the original bytes, its text, its text as Markdown with metadata. */
export const downloadForms = ['original', 'text', 'markdown'] as const;

/** The name of a download format. */
export type DownloadForm = (typeof downloadForms)[number];

/** Export formats of all articles: one record or one table row for each. */
export const exportForms = ['jsonl', 'csv'] as const;

/** The name of an export format. */
export type ExportForm = (typeof exportForms)[number];
