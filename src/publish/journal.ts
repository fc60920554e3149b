import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PageWriter, sitemapGroup } from '../catalogue/pages.ts';
import { isSitemapPath } from '../outputs/sitemap.ts';
import { exists } from './exists.ts';
import { eachManifestLine, isOurSheet, manifestName } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** The output folder holds a file or a manifest that Warraq has not published. */
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
 * Returns the path of the journal, which exists while files of the site are being changed. It lists the
 * new ones, so that the next build knows them as its own if this one is killed; while it exists, the
 * catalogue is not trusted to record the site.
 */
export const journalFile = (out: string): string => join(out, '.warraq-journal');

/** Tells whether a build was interrupted while it changed the site. */
export const wasInterrupted = (out: string): boolean => exists(journalFile(out));

/** Creates the journal. */
export const openJournal = (out: string): void =>
  writeFileSync(journalFile(out), '', { flag: 'a' });

/** Removes the journal: the site is complete. */
export const closeJournal = (out: string): void => rmSync(journalFile(out), { force: true });

const isInside = (outputPath: string): boolean =>
  outputPath !== '' && !outputPath.startsWith('/') && !outputPath.split('/').includes('..');

/** Yields the files that a journal lists; of a folder that it lists, every file. */
function* journalled(out: string): Generator<string> {
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
 * Records in a catalogue that does not know them the files of the site that are Warraq's: those of the
 * manifest, and of a build that was interrupted while it changed the site.
 *
 * @throws ForeignFileError where the manifest is that of another BagIt bag
 */
export function adoptSite(
  out: string,
  pages: PageWriter,
  known: (outputPath: string) => boolean,
): void {
  const manifest = join(out, manifestName);
  // Sitemaps list the site's pages, so they are made and removed after all others.
  const adopt = (outputPath: string, contentHash: string): void => {
    pages.adopt({ outputPath, contentHash }, isSitemapPath(outputPath) ? sitemapGroup : undefined);
  };
  if (exists(manifest)) {
    const signs = new Set<string>();
    for (const [outputPath, hash] of eachManifestLine(manifest)) {
      if (outputPath === 'index.html' || outputPath === '404.html') signs.add(outputPath);
      else if (isOurSheet(outputPath)) signs.add('sheet');
      if (!known(outputPath)) adopt(outputPath, hash);
    }
    if (signs.size < 3) throw new ForeignFileError(manifest);
  }
  for (const outputPath of journalled(out)) {
    if (outputPath === manifestName) continue;
    const file = join(out, outputPath);
    if (known(outputPath) || !lstatSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    adopt(outputPath, sha256(readFileSync(file)));
  }
}
