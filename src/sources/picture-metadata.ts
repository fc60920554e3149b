import type { PictureMention } from '../model/picture.ts';
import { cleanText } from './metadata-forms.ts';
import type { YamlValue } from './yaml/yaml-value.ts';

/** Names of the parts of a picture, as other programs write them; the first that is filled counts. */
const parts = {
  src: [
    'src',
    'path',
    'url',
    'file',
    'filename',
    'image',
    'href',
    'relative',
    'feature',
    'thumbnail',
    'ملف',
    'المسار',
    'الصورة',
  ],
  alt: ['alt', 'alttext', 'alternative', 'وصف', 'الوصف', 'النصالبديل'],
  caption: [
    'caption',
    'title',
    'description',
    'text',
    'legend',
    'تعليق',
    'التعليق',
    'شرح',
    'الشرح',
  ],
  credit: [
    'credit',
    'credits',
    'photographer',
    'author',
    'copyright',
    'source',
    'creator',
    'تصوير',
    'المصور',
    'المصدر',
    'عدسة',
  ],
} as const;

/** Returns the name of a part without letter case, spaces and signs. */
const nameOf = (written: string): string => written.toLowerCase().replace(/[\s_-]+/g, '');

const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value);

const textOf = (value: YamlValue | undefined): string =>
  typeof value === 'string' ? cleanText(value).text : '';

/** Tells whether a text looks like the address of a picture. */
const isAddress = (text: string): boolean =>
  /\.(?:jpe?g|jpe|jfif|png|gif|webp|avif|svg|tiff?|bmp|heic)(?:[?#].*)?$/i.test(text) ||
  /^(?:https?:|data:image\/|\/|\.{1,2}\/)/i.test(text);

function ofMap(
  value: Exclude<YamlValue, string | readonly YamlValue[]>,
): PictureMention | undefined {
  const named = new Map<string, YamlValue>();
  for (const [key, entry] of value) named.set(nameOf(key), entry.value);
  const part = (names: readonly string[]): string => {
    for (const name of names) {
      const text = textOf(named.get(name));
      if (text !== '') return text;
    }
    return '';
  };
  const src = part(parts.src);
  if (src === '') return undefined;
  const [alt, caption, credit] = [part(parts.alt), part(parts.caption), part(parts.credit)];
  return {
    src,
    ...(alt === '' ? {} : { alt }),
    ...(caption === '' ? {} : { caption }),
    ...(credit === '' ? {} : { credit }),
  };
}

/** The pictures that a value names. */
export interface PictureMentions {
  readonly pictures: readonly PictureMention[];
  /** Whether a part of the value names no picture. */
  readonly hasOthers: boolean;
}

/** Obsidian's form of an address: `[[photo.jpg]]`, `![[photo.jpg|text]]`. */
const wikiAddress = /^!?\[\[([^[\]|#]+)(?:\|[^[\]]*)?\]\]$/;

/** Signs between the addresses of one text: lists in cells of tables. */
const separators = /\s*[;؛|\n]\s*|\s*,\s+(?=\S+\.\w{3,4}\b)/;

function ofText(text: string): PictureMentions {
  const wiki = wikiAddress.exec(text)?.[1]?.trim();
  if (wiki !== undefined) return { pictures: [{ src: wiki }], hasOthers: false };
  const found = isAddress(text) && !/^data:/i.test(text) ? text.split(separators) : [text];
  const addresses = found.map((one) => one.trim()).filter((one) => one !== '');
  const sound = addresses.filter(isAddress);
  return { pictures: sound.map((src) => ({ src })), hasOthers: sound.length < addresses.length };
}

/**
 * Reads the value of `image` or `images`: an address, a list of them, maps with `src`, `alt`, `caption`, `credit`, or a
 * list of maps. Pure; never throws.
 */
export function readPictures(value: YamlValue): PictureMentions {
  if (typeof value === 'string') return ofText(cleanText(value).text);
  if (isList(value)) {
    const all = value.map(readPictures);
    return {
      pictures: all.flatMap(({ pictures }) => pictures),
      hasOthers: all.some(({ hasOthers }) => hasOthers),
    };
  }
  const picture = ofMap(value);
  return { pictures: picture === undefined ? [] : [picture], hasOthers: picture === undefined };
}
