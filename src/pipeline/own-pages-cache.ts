import { join } from 'node:path';
import { cataloguePath } from '../catalogue/open.ts';
import type { Outcome } from '../model/diagnostic.ts';
import type { OwnPage } from '../model/own-page.ts';
import { readChecked, writeChecked } from '../publish/checked-file.ts';
import { exists } from '../publish/exists.ts';
import { sha256 } from '../publish/sha256.ts';
import type { RawFile } from '../sources/read-document.ts';
import { programHash } from './file-hashes.ts';

/** Own pages with the key of all that they follow from. */
interface KnownPages {
  readonly key: string;
  readonly pages: Outcome<readonly OwnPage[]>;
}

/** Returns the key of what is read of some files: their names and bytes, and the program. */
const keyOf = (files: readonly RawFile[]): string =>
  sha256(
    Buffer.from(
      [programHash(), ...files.map(({ path, bytes }) => `${sha256(bytes)} ${path}`)].join('\n'),
    ),
  );

/**
 * Returns what keeps the site's own pages in a cache folder, once a build has made it. One that cannot be read or written
 * keeps nothing: the pages are read from their files.
 *
 * @param folder the cache
 */
export function ownPagesCache(folder: string) {
  const file = join(folder, 'own-pages.json');
  return {
    read(files: readonly RawFile[]): Outcome<readonly OwnPage[]> | undefined {
      try {
        if (!exists(file)) return undefined;
        const { key, pages } = JSON.parse(readChecked(file).toString()) as KnownPages;
        return key === keyOf(files) ? pages : undefined;
      } catch {
        return undefined;
      }
    },
    write(files: readonly RawFile[], pages: Outcome<readonly OwnPage[]>): void {
      try {
        if (!exists(cataloguePath(folder))) return;
        writeChecked(file, JSON.stringify({ key: keyOf(files), pages } satisfies KnownPages));
      } catch {
        // The next command reads the pages again.
      }
    },
  };
}
