import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Catalogue } from '../catalogue/database.ts';
import {
  countNewlyWithheld,
  countPublishedArticles,
  countVacated,
  documentIds,
  hasArticles,
  originalHashes,
  unclaimedPages,
} from '../catalogue/published-articles.ts';
import { removalGuard } from '../model/limits.ts';
import { reservedBy } from '../pages/kinds.ts';
import { exists } from '../publish/exists.ts';
import { eachManifestLine, manifestName } from '../publish/manifest.ts';

/** What a build would do to the articles that the last one published. */
export interface Removal {
  /** Articles that are published. */
  readonly published: number;
  /** Those of them that would go, and have neither moved nor been held back. */
  readonly removed: number;
}

/** Tells whether a page of unknown kind may be an article's: no other page kind reserves its path. */
const mayBeArticle = (outputPath: string): boolean => reservedBy(outputPath) === undefined;

/** Returns the number of published articles, as far as the catalogue and the manifest of the site say. */
export const publishedArticles = (catalogue: Catalogue): number =>
  countPublishedArticles(catalogue, mayBeArticle);

/** Tells by its manifest whether a folder holds a site with articles, without a catalogue. */
export function siteHasArticles(out: string): boolean {
  const manifest = join(out, manifestName);
  if (!exists(manifest)) return false;
  for (const [outputPath] of eachManifestLine(manifest)) {
    if (outputPath.endsWith('.html') && mayBeArticle(outputPath)) return true;
  }
  return false;
}

/** The identity of an article, as its published page shows it. */
interface PageIdentity {
  readonly id: string;
  /** Hashes that the page shows; that of the original bytes is among them. */
  readonly hashes: readonly string[];
}

/** Signs of a page that stands at an address without an article: one that leads elsewhere, or tells of a gone one. */
const noArticle = /http-equiv="?refresh|<meta\b[^>]*\bnoindex/i;

/**
 * Reads the identity of an article from its page. A template without the mark of an article shows it at an
 * address that mostly ends with the id.
 *
 * @returns undefined where the file is gone or shows no article
 */
function pageIdentity(file: string): PageIdentity | undefined {
  let page: string;
  try {
    page = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const id = /<article\b[^>]*\sdata-article="?([A-Za-z0-9._-]+)/.exec(page)?.[1];
  if (id === undefined && noArticle.test(page)) return undefined;
  return { id: id ?? basename(file, '.html'), hashes: page.match(/\b[0-9a-f]{64}\b/g) ?? [] };
}

/**
 * Counts the articles among published pages, and those that are gone: no document has their id or bytes. The
 * pages are read, because they alone say which article they show where the catalogue was lost.
 */
function countGone(
  catalogue: Catalogue,
  out: string,
  pages: readonly string[],
): { readonly gone: number; readonly articles: number } {
  const byId = new Map<string, PageIdentity>();
  for (const outputPath of pages) {
    const page = pageIdentity(join(out, outputPath));
    if (page !== undefined) byId.set(page.id, page);
  }
  const articles = byId.size;
  for (const id of documentIds(catalogue)) byId.delete(id);
  const gone = [...byId.values()];
  if (gone.length === 0) return { gone: 0, articles };
  // Of each page one entry remains until a document with one of its hashes is found.
  const byHash = new Map<string, Set<PageIdentity>>();
  for (const page of gone) {
    for (const hash of page.hashes) {
      const holders = byHash.get(hash);
      if (holders === undefined) byHash.set(hash, new Set([page]));
      else holders.add(page);
    }
  }
  const moved = new Set<PageIdentity>();
  for (const hash of originalHashes(catalogue)) {
    for (const page of byHash.get(hash) ?? []) moved.add(page);
  }
  const lost = gone.filter((page) => !moved.has(page));
  // The page of an article of which something is withheld shows no hash, and moves again when more is withheld.
  const nameless = lost.filter(({ hashes }) => hashes.length === 0).length;
  const withheld = nameless === 0 ? 0 : countNewlyWithheld(catalogue);
  return { gone: lost.length - Math.min(nameless, withheld), articles };
}

/** Tells whether a removal, after which articles remain or not, is more than a build does unasked. */
const isTooMuch = ({ published, removed }: Removal, remains: boolean): boolean =>
  removed > 0 &&
  (!remains || (removed > removalGuard.articles && removed > published * removalGuard.share));

/**
 * Returns the removal that a build would do, once the seeds are read, where it is more than a build does
 * unasked: every article, or more than half of them and more than twenty. What has moved (another address,
 * the same id or bytes) or is held back is no removal. Decides by what is published, not by what earlier
 * builds read, so that every build decides the same until something is published.
 *
 * @param out the site's folder
 * @param tracks whether the change log records every output path that articles no longer have
 */
export function excessiveRemoval(
  catalogue: Catalogue,
  out: string,
  tracks: boolean,
): Removal | undefined {
  const remains = hasArticles(catalogue);
  // Nearly all builds end here, without a look at the published pages.
  if (tracks && remains && countVacated(catalogue) <= removalGuard.articles) return undefined;
  const published = publishedArticles(catalogue);
  if (published === 0) return undefined;
  const pages = [...unclaimedPages(catalogue, mayBeArticle)];
  const atMost = { published, removed: pages.length };
  if (!isTooMuch(atMost, remains)) return undefined;
  const { gone, articles } = countGone(catalogue, out, pages);
  const removal = { published: published - (pages.length - articles), removed: gone };
  return isTooMuch(removal, remains) ? removal : undefined;
}
