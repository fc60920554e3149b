import { mayHold } from '../model/importable-name.ts';

/**
 * Groups of file formats that no build reads, by what to do with them; `nameless` is a file without an
 * extension, `ocr` text with its places on scanned pages.
 */
export type FormatGroup =
  | 'importable'
  | 'ocr'
  | 'markup'
  | 'word'
  | 'pdf'
  | 'book'
  | 'sheet'
  | 'slides'
  | 'scan'
  | 'media'
  | 'packed'
  | 'nameless'
  | 'other';

/** Extensions by group. */
const extensions: readonly (readonly [FormatGroup, RegExp])[] = [
  ['ocr', /^\.(?:hocr|alto)$/],
  ['word', /^\.(?:docx?|docm|dotx?|odt|ott|rtf|pages|wpd|wps)$/],
  ['pdf', /^\.(?:pdf|djvu?|ps|eps|xps)$/],
  ['book', /^\.(?:epub|mobi|azw3?|fb2|chm)$/],
  ['sheet', /^\.(?:xls|xlsx|xlsm|ods|numbers)$/],
  ['slides', /^\.(?:ppt|pptx|odp|key)$/],
  ['packed', /^\.(?:zip|rar|7z|tar|tgz|bz2|xz|zst|gz)$/],
  ['scan', /^\.(?:jpe?g|jpe|png|bmp|tiff?|webp|heic|jp2)$/],
  [
    'media',
    /^\.(?:gif|svg|psd|ico|mp[34]|m4a|wav|ogg|avi|mov|mkv|wmv|css|js|exe|dll|lnk|ttf|woff2?)$/,
  ],
];

/**
 * Returns the group of a file.
 *
 * @param extension in lower case, with its dot; empty where there is none
 * @param content `damaged`, or the format of its markup, where that was seen
 */
export function formatGroup(extension: string, content?: string): FormatGroup {
  if (content === 'tei' || content === 'web') return 'importable';
  if (content === 'mets') return 'markup';
  if (content !== undefined && content !== 'damaged') return 'ocr';
  if (extension === '') return 'nameless';
  if (mayHold(extension)) return 'importable';
  return extensions.find(([, names]) => names.test(extension))?.[0] ?? 'other';
}
