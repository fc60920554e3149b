import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PageWriter, sitemapGroup } from '../catalogue/pages.ts';
import { isSitemapPath } from '../outputs/sitemap.ts';
import { exists } from './exists.ts';
import { eachManifestLine, isOurSheet, manifestName } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** The output folder contains a file or a manifest that Warraq has not published. */
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
 * Returns the path of the journal, which exists while files of the site are being changed. It lists new
 * files, so that the next build recognises them if this one is killed. While it exists, the catalogue's
 * record of the site is not trusted.
 */
export const journalFile = (out: string): string => join(out, '.warraq-journal');

/** Tells whether a build was interrupted while it was changing the site. */
export const wasInterrupted = (out: string): boolean => exists(journalFile(out));

/** Creates the journal, unless it exists. */
export const openJournal = (out: string): void =>
  writeFileSync(journalFile(out), '', { flag: 'a' });

/** Removes the journal: the site is complete. */
export const closeJournal = (out: string): void => rmSync(journalFile(out), { force: true });

const isInside = (outputPath: string): boolean =>
  outputPath !== '' && !outputPath.startsWith('/') && !outputPath.split('/').includes('..');

/** Yields the files that the journal lists; for a folder, every file in it. */
function* journalFiles(out: string): Generator<string> {
  if (!wasInterrupted(out)) return;
  for (const line of readFileSync(journalFile(out), 'utf8').split('\n')) {
    if (!isInside(line)) continue;
    if (!line.endsWith('/')) yield line;
    else if (exists(join(out, line))) {
      for (const entry of readdirSync(join(out, line), { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) yield join(entry.parentPath, entry.name).slice(join(out, '/').length);
      }
    }
  }
}

/**
 * Records files of the site that the catalogue lacks: those in the manifest, and those of a build that was
 * interrupted while it was changing the site.
 *
 * @param known whether the catalogue records a file
 * @throws ForeignFileError if the manifest belongs to another BagIt bag
 */
export function adoptSite(
  out: string,
  pages: PageWriter,
  known: (outputPath: string) => boolean,
): void {
  const manifest = join(out, manifestName);
  // Sitemaps are removed separately, after all other files.
  const adopt = (outputPath: string, contentHash: string): void => {
    pages.adopt({ outputPath, contentHash }, isSitemapPath(outputPath) ? sitemapGroup : undefined);
  };
  if (exists(manifest)) {
    // A manifest of Warraq lists the front page, the error page and a style sheet.
    const siteFiles = new Set<string>();
    for (const [outputPath, contentHash] of eachManifestLine(manifest)) {
      if (outputPath === 'index.html' || outputPath === '404.html') siteFiles.add(outputPath);
      else if (isOurSheet(outputPath)) siteFiles.add('sheet');
      if (!known(outputPath)) adopt(outputPath, contentHash);
    }
    if (siteFiles.size < 3) throw new ForeignFileError(manifest);
  }
  for (const outputPath of journalFiles(out)) {
    if (outputPath === manifestName) continue;
    const file = join(out, outputPath);
    if (known(outputPath) || !lstatSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    adopt(outputPath, sha256(readFileSync(file)));
  }
}
