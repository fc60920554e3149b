import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PageWriter } from '../catalogue/page-writer.ts';
import { sitemapGroup } from '../catalogue/pages.ts';
import { isSitemapPath } from '../outputs/sitemap.ts';
import { exists } from './exists.ts';
import { ForeignFileError, type JournalEntry, journalEntries } from './journal.ts';
import { eachManifestLine, isOurSheet, manifestName } from './manifest.ts';
import { hashOfFile } from './sha256.ts';

/** Records a file of the site with its present bytes, not those that the catalogue expects. */
function adopt(pages: PageWriter, outputPath: string, contentHash: string): void {
  // Sitemaps are removed separately, after all other files.
  pages.adopt({ outputPath, contentHash }, isSitemapPath(outputPath) ? sitemapGroup : undefined);
}

/** Returns the SHA-256 of a file of the site; undefined for anything but a file. */
function hashAt(out: string, outputPath: string): string | undefined {
  const file = join(out, outputPath);
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ? hashOfFile(file) : undefined;
}

/**
 * Records the files that the manifest lists and the catalogue lacks, or knows with other bytes than the site
 * has.
 *
 * @param recorded returns the hash that the catalogue records
 * @param isOurs whether catalogue or journal show that the site is Warraq's
 * @throws ForeignFileError if the manifest belongs to another BagIt bag
 */
function adoptManifest(
  out: string,
  pages: PageWriter,
  recorded: (outputPath: string) => string | undefined,
  isOurs: boolean,
): void {
  const manifest = join(out, manifestName);
  if (!lstatSync(manifest, { throwIfNoEntry: false })?.isFile()) return;
  // A manifest of Warraq lists the front page, the error page and a style sheet.
  const siteFiles = new Set<string>();
  for (const [outputPath, contentHash] of eachManifestLine(manifest)) {
    if (outputPath === 'index.html' || outputPath === '404.html') siteFiles.add(outputPath);
    else if (isOurSheet(outputPath)) siteFiles.add('sheet');
    const known = recorded(outputPath);
    if (known === undefined) adopt(pages, outputPath, contentHash);
    else if (known !== contentHash && hashAt(out, outputPath) === contentHash) {
      adopt(pages, outputPath, contentHash);
    }
  }
  if (siteFiles.size < 3 && !isOurs) throw new ForeignFileError(manifest);
}

/** Records what became of a file that an interrupted build was to change. */
function adoptEntry(
  out: string,
  pages: PageWriter,
  known: string | undefined,
  { outputPath, formerHash, contentHash }: JournalEntry,
): void {
  const actual = hashAt(out, outputPath);
  if (actual === undefined) {
    // The build was stopped before it had removed the folder of a removed file.
    const hash = formerHash ?? contentHash;
    const isFolderLeft = known === undefined && exists(dirname(join(out, outputPath)));
    if (isFolderLeft && hash !== undefined) adopt(pages, outputPath, hash);
    return;
  }
  if (actual === contentHash || actual === formerHash) {
    if (actual !== known) adopt(pages, outputPath, actual);
  } else if (actual === known) {
    // As another build left it.
  } else if (contentHash === undefined || formerHash === undefined) {
    // Removed by the build, or not written yet: somebody else's file stands there now.
    if (known !== undefined) pages.remove(outputPath);
  } else if (known === undefined) {
    // A page of the site that another program has changed.
    adopt(pages, outputPath, formerHash);
  }
}

/**
 * Records the files of a site that the catalogue does not describe: those in the manifest, and those of a
 * build that was interrupted while it was changing the site. A file is recorded as Warraq's only by a hash
 * that a build wrote down, so that no other is removed or replaced.
 *
 * @param recorded returns the hash that the catalogue records for an output path
 * @param hasRecords whether the catalogue records any file of this site
 * @throws ForeignFileError if the manifest belongs to another BagIt bag; the file system's error
 */
export function adoptSite(
  out: string,
  pages: PageWriter,
  recorded: (outputPath: string) => string | undefined,
  hasRecords: boolean,
): void {
  if (!exists(out)) return;
  const [first] = journalEntries(out);
  adoptManifest(out, pages, recorded, hasRecords || first !== undefined);
  for (const entry of journalEntries(out)) {
    adoptEntry(out, pages, recorded(entry.outputPath), entry);
  }
}
