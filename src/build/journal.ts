import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PageWriter, sitemapOwner } from '../catalogue/pages.ts';
import { isSitemapPlace } from '../outputs/sitemap.ts';
import { isThere } from './is-there.ts';
import { eachManifestLine, isOurSheet, manifestName } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** The folder holds another's file in the place of one of ours, or another's manifest. */
export class ForeignFileError extends Error {
  /** Absolute path. */
  readonly file: string;

  constructor(file: string) {
    super(`not published by Warraq: ${file}`);
    this.name = 'ForeignFileError';
    this.file = file;
  }
}

/**
 * Returns the file that stands in the site while its files change. It names the new ones, for the
 * next build to know as its own if this one is killed; while it stands, the catalogue is not trusted
 * to know the site.
 */
export const journalFile = (out: string): string => join(out, '.warraq-journal');

/** Tells whether a build was stopped while it changed the site. */
export const wasInterrupted = (out: string): boolean => isThere(journalFile(out));

/** States that the site is being changed. */
export const openJournal = (out: string): void =>
  writeFileSync(journalFile(out), '', { flag: 'a' });

/** States that the site is whole. */
export const closeJournal = (out: string): void => rmSync(journalFile(out), { force: true });

const isInside = (url: string): boolean =>
  url !== '' && !url.startsWith('/') && !url.split('/').includes('..');

/** Yields the files that a journal names, which may be whole folders. */
function* journalled(out: string): Generator<string> {
  if (!wasInterrupted(out)) return;
  for (const line of readFileSync(journalFile(out), 'utf8').split('\n')) {
    if (!isInside(line)) continue;
    if (!line.endsWith('/')) yield line;
    else if (isThere(join(out, line))) {
      for (const entry of readdirSync(join(out, line), { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) yield join(entry.parentPath, entry.name).slice(join(out, '/').length);
      }
    }
  }
}

/**
 * Tells a new catalogue which files of the site are ours: those of the manifest, and of a build that
 * was stopped while it changed the site.
 *
 * @throws ForeignFileError where the manifest is that of some other bag of files.
 */
export function adoptSite(out: string, pages: PageWriter, known: (url: string) => boolean): void {
  const manifest = join(out, manifestName);
  // Sitemaps list the site's pages, so they are made and removed after all others.
  const adopt = (url: string, hash: string): void => {
    pages.adopt({ url, hash }, isSitemapPlace(url) ? sitemapOwner : undefined);
  };
  if (isThere(manifest)) {
    const signs = new Set<string>();
    for (const [url, hash] of eachManifestLine(manifest)) {
      if (url === 'index.html' || url === '404.html') signs.add(url);
      else if (isOurSheet(url)) signs.add('sheet');
      if (!known(url)) adopt(url, hash);
    }
    if (signs.size < 3) throw new ForeignFileError(manifest);
  }
  for (const url of journalled(out)) {
    if (url === manifestName) continue;
    const file = join(out, url);
    if (known(url) || !lstatSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    adopt(url, sha256(readFileSync(file)));
  }
}
