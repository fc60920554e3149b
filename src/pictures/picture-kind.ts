/** The kinds of pictures that are published. */
export const pictureKinds = ['jpeg', 'png', 'gif', 'webp', 'avif', 'svg'] as const;

/** A kind of picture. */
export type PictureKind = (typeof pictureKinds)[number];

/** Media types of the kinds. */
export const pictureMediaTypes: Readonly<Record<PictureKind, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};

/** Extensions of the kinds, without the dot; the first is that of a published file. */
const extensions: Readonly<Record<PictureKind, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  gif: ['gif'],
  webp: ['webp'],
  avif: ['avif'],
  svg: ['svg'],
};

/** Endings of pictures of other kinds, which no browser shows or which are not published. */
const otherExtensions = ['tif', 'tiff', 'bmp', 'heic', 'heif', 'jp2', 'jxl', 'ico', 'psd', 'apng'];

const kindByExtension: ReadonlyMap<string, PictureKind> = new Map(
  pictureKinds.flatMap((kind) => extensions[kind].map((extension) => [extension, kind] as const)),
);

/** Returns the extension of a published picture of a kind, without the dot. */
export const pictureExtension = (kind: PictureKind): string => extensions[kind][0] ?? kind;

const endingOf = (path: string): string => {
  const dot = path.lastIndexOf('.');
  return dot === -1 ? '' : path.slice(dot + 1).toLowerCase();
};

/** Returns the kind that a file's ending says; undefined for other endings. */
export const kindOfName = (path: string): PictureKind | undefined =>
  kindByExtension.get(endingOf(path));

/** Tells whether a file's ending is that of a picture, also of a kind that is not published. */
export function isPictureName(path: string): boolean {
  const ending = endingOf(path);
  return kindByExtension.has(ending) || otherExtensions.includes(ending);
}

/** Returns a part of some bytes as Latin-1. */
const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Brands of AVIF files (AV1 Image File Format, 6). */
const avifBrands = /avi[fso]/;

/** What bytes that are no picture of a published kind are; `other` where it is not known. */
export type NoPicture = 'html' | 'heif' | 'tiff' | 'bmp' | 'pdf' | 'other';

function textKind(bytes: Uint8Array): PictureKind | NoPicture {
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 4096)).replace(/^\ufeff/, '');
  const start = head.replace(
    /^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->|<!doctype\s+svg[^>[]*(?:\[[\s\S]*?\])?\s*>)+/i,
    '',
  );
  if (/^<(?:\w+:)?svg[\s>]/i.test(start)) return 'svg';
  return /^<!doctype\s+html|^<(?:html|head|body|div|p|script)\b/i.test(start) ? 'html' : 'other';
}

/** Returns the kind of picture that bytes are by their first ones, whatever the file's ending says; else what they are. */
export function pictureKindOf(bytes: Uint8Array): PictureKind | NoPicture {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xd8 && c === 0xff) return 'jpeg';
  const head = latin1(bytes, 0, 16);
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp';
  if (head.startsWith('ftyp', 4)) {
    const size = Math.min(((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0), 256, bytes.length);
    return avifBrands.test(latin1(bytes, 8, size)) ? 'avif' : 'heif';
  }
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.startsWith('BM')) return 'bmp';
  if (head.startsWith('%PDF-')) return 'pdf';
  return textKind(bytes);
}

/** Tells whether bytes are a picture of a published kind. */
export const isPictureKind = (kind: PictureKind | NoPicture): kind is PictureKind =>
  (pictureKinds as readonly string[]).includes(kind);
