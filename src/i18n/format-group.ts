import { mayHold } from '../model/importable-name.ts';

/** Groups of file formats that no build reads; `nameless` is a file without an extension. */
export type FormatGroup = 'importable' | 'media' | 'nameless' | 'other';

const media =
  /^\.(?:jpe?g|jpe|png|gif|bmp|tiff?|webp|heic|svg|psd|ico|mp[34]|m4a|wav|ogg|avi|mov|mkv|wmv|css|js|exe|dll|lnk|ttf|woff2?)$/;

/** Returns the group of a file extension (`.jpg`, in lower case; empty where there is none). */
export function formatGroup(extension: string): FormatGroup {
  if (extension === '') return 'nameless';
  if (mayHold(extension)) return 'importable';
  return media.test(extension) ? 'media' : 'other';
}
