import type { Article } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { DownloadForm } from '../model/download.ts';
import type { Download } from '../model/page.ts';

/** Folder of the bytes from which articles were read; no article may be there. */
export const originalsFolder = 'originals';

/** What a file is called at its end: that of its seed, or that of one record of it. */
function originalEnd({ path, record }: Article['provenance']): string {
  const name = path.replace(/\.gz$/i, '');
  const end = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  if (record === undefined) return end;
  return end === 'jsonl' || end === 'ndjson' ? 'json' : end;
}

const withoutEnd = (url: string): string => url.slice(0, -'.html'.length);

/** Returns where a download of an article is written. */
function downloadPlace(article: Article, form: DownloadForm): string {
  const stem = withoutEnd(article.url);
  if (form === 'text') return `${stem}.txt`;
  if (form === 'markdown') return `${stem}.md`;
  return `${originalsFolder}/${stem}.${originalEnd(article.provenance)}`;
}

/** Returns the downloads that an article has; the original only where its bytes are known. */
export const downloadsOf = (
  article: Article,
  { downloads }: Config,
  original: Uint8Array | undefined,
): readonly Download[] =>
  downloads
    .filter((form) => form !== 'original' || original !== undefined)
    .map((form) => ({ form, url: downloadPlace(article, form) }));

/** Tells whether a place may be that of a download of the article at `url`. */
export function isDownloadOf(url: string, place: string): boolean {
  const stem = withoutEnd(url);
  if (place === `${stem}.txt` || place === `${stem}.md`) return true;
  const original = `${originalsFolder}/${stem}.`;
  return place.startsWith(original) && /^[a-z0-9]+$/.test(place.slice(original.length));
}
