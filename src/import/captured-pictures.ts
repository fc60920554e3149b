import { maxImportedArticles } from '../model/limits.ts';
import { capturesIn, isPictureResponse, urlKey } from './captures.ts';
import type { ImportSource } from './import-source.ts';
import type { FindPicture } from './imported-picture.ts';
import type { MediaFolder } from './media-folder.ts';
import { mediaName } from './media-name.ts';

/** The pictures in web archives. */
export interface CapturedPictures {
  /** Returns the finder of the pictures of a page, by their addresses relative to it. */
  readonly of: (page: string) => FindPicture;
}

/** An address without what servers take for the same: its scheme and its fragment. */
const sameAddress = (url: string): string => url.replace(/^https?:/i, '').replace(/#.*$/s, '');

/**
 * Reads which pictures are in web archives. An archive may hold a picture before or after the page that shows it, so
 * that only names are kept, of the newest capture of each; the pictures themselves are read again by
 * `deliverPictures`, once it is known which are needed.
 */
export async function capturedPictures(
  archives: readonly ImportSource[],
): Promise<CapturedPictures> {
  /** Name and date by the key of the address. */
  const names = new Map<string, string>();
  for (const source of archives) {
    try {
      for await (const { url, date, body } of capturesIn(source, () => {}, isPictureResponse)) {
        const key = urlKey(sameAddress(url));
        const known = names.get(key);
        if (known !== undefined && date <= known.slice(known.indexOf(' ') + 1)) continue;
        const bytes = body();
        const name = bytes === undefined ? undefined : mediaName(bytes);
        const isFull = known === undefined && names.size >= maxImportedArticles;
        if (name !== undefined && !isFull) names.set(key, `${name} ${date}`);
      }
    } catch {
      // The error is reported when the pages are read.
    }
  }
  return {
    of: (page) => (address) => {
      const url = URL.parse(address, page);
      const found = url === null ? undefined : names.get(urlKey(sameAddress(url.href)));
      return found === undefined ? undefined : { name: found.slice(0, found.indexOf(' ')) };
    },
  };
}

/** Writes the pictures of web archives that imported seeds wait for; holds one picture at a time. */
export async function deliverPictures(
  archives: readonly ImportSource[],
  media: MediaFolder,
  signal: AbortSignal,
): Promise<void> {
  for (const source of archives) {
    try {
      for await (const { body } of capturesIn(source, () => {}, isPictureResponse)) {
        if (media.awaited() === 0 || signal.aborted) return;
        const bytes = body();
        if (bytes !== undefined) media.deliver(bytes);
      }
    } catch (error) {
      // What the disk refuses is an error; a damage of the archive has been reported.
      if (error instanceof Error && 'syscall' in error) throw error;
    }
  }
}
