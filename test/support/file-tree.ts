import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { tagFiles } from '../../src/publish/manifest.ts';

/** Returns a short hash of a content. */
export const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12);

/** Returns every file under a folder with a short hash of its content, in order. */
export function treeOf(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), hashOf(readFileSync(file))]),
  );
}

/** Matches the page at an old address, which leads to the article's new one. */
const oldAddressPage = /<meta http-equiv="refresh"/;

/**
 * Returns the tree of a site without what depends on the record of addresses: the pages of old addresses, and the
 * manifests, which list them, with the version that they give the archive.
 */
export const treeWithoutOldAddresses = (dist: string): ReadonlyMap<string, string> =>
  new Map(
    [...treeOf(dist)].filter(
      ([file]) =>
        !tagFiles.includes(file) &&
        !(file.endsWith('.html') && oldAddressPage.test(readFileSync(join(dist, file), 'utf8'))),
    ),
  );

/** Returns the empty folders under a folder. */
export const emptyFolders = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readdirSync(path).length === 0)
    .map((path) => relative(folder, path));

/**
 * Copies a folder and keeps the times of its files to the nanosecond, because a site whose files have other
 * times is not trusted. Node's copy functions round times.
 */
export function copyFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  execFileSync('cp', ['-a', from, to]);
}

/** Matches the links of a published page, whose attributes are all in double quotes. */
const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );

/**
 * Returns the dead links of all pages that can be reached from the front page; none if there is no site.
 */
export function deadLinks(dist: string): readonly string[] {
  if (!existsSync(join(dist, 'index.html'))) return [];
  const dead: string[] = [];
  const seen = new Set(['index.html']);
  for (const url of seen) {
    const html = readFileSync(join(dist, url), 'utf8');
    if (!html.trimEnd().endsWith('</html>')) dead.push(`${url} is cut short`);
    for (const link of linksOf(html)) {
      if (/^[a-z]+:|^#/i.test(link)) continue;
      const target = normalize(join(dirname(url), decodeURIComponent(link.replace(/[?#].*/, ''))));
      if (!existsSync(join(dist, target))) dead.push(`${url} → ${target}`);
      else if (target.endsWith('.html')) seen.add(target);
    }
  }
  return dead;
}
