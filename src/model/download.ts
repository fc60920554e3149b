/**
 * Files that an article can be taken away as: the bytes from which it was read, its text, its text as
 * Markdown with what is known of it.
 */
export const downloadForms = ['original', 'text', 'markdown'] as const;

/** The name of such a form. */
export type DownloadForm = (typeof downloadForms)[number];

/** Files that hold all articles: a record a line, a row of a table each. */
export const exportForms = ['jsonl', 'csv'] as const;

/** The name of such a form. */
export type ExportForm = (typeof exportForms)[number];
