import { mayHold } from '../model/importable-name.ts';

/** What a file may be whose format no build reads. */
export type FormatGroup = 'importable' | 'media' | 'nameless' | 'other';

const media =
  /^\.(?:jpe?g|jpe|png|gif|bmp|tiff?|webp|heic|svg|psd|ico|mp[34]|m4a|wav|ogg|avi|mov|mkv|wmv|css|js|exe|dll|lnk|ttf|woff2?)$/;

/** Returns what a file is by its ending, with its dot and in lower case; empty where it has none. */
export function formatGroup(extension: string): FormatGroup {
  if (extension === '') return 'nameless';
  if (mayHold(extension)) return 'importable';
  return media.test(extension) ? 'media' : 'other';
}
