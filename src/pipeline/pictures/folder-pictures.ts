import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasFigure } from '../../article/map-figures.ts';
import { maxPagePictures } from '../../model/limits.ts';
import type { OwnPage } from '../../model/own-page.ts';
import { isPictureName } from '../../pictures/picture-kind.ts';

/** Returns the pictures in a folder and its subfolders, by their paths in it; links are not followed. */
export function picturesIn(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    let entries: ReturnType<typeof listFolder>;
    try {
      entries = listFolder(join(folder, path));
    } catch {
      // Not there, or not readable: what the pages name in it is told as missing.
      continue;
    }
    for (const entry of entries) {
      if (found.size + waiting.length >= maxPagePictures) return found;
      const inner = `${path}${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) waiting.push(`${inner}/`);
      else if (entry.isFile() && isPictureName(entry.name))
        found.set(inner.normalize('NFC'), join(folder, inner));
    }
  }
  return found;
}

const listFolder = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : Number(a.name > b.name),
  );

/** Tells whether own pages may show pictures, or their folder has any, which some page should show. */
export const needPictures = (pages: readonly OwnPage[], folder: string): boolean =>
  pages.some((page) => page.images !== undefined || hasFigure(page)) || picturesIn(folder).size > 0;
