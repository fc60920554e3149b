import type { Diagnostic } from '../model/diagnostic.ts';
import { maxPictureBytes } from '../model/limits.ts';
import { markdownAddress, replacePictures } from '../pictures/markdown-pictures.ts';
import type { ImportedArticle } from './imported-article.ts';
import type { ImportedPicture } from './imported-picture.ts';
import { mediaFolder, mediaName } from './media-name.ts';

/** A picture that a seed refers to. */
export interface PlacedPicture {
  /** Its name in the folder `media/`. */
  readonly name: string;
  /** Absent where it is written when it comes by. */
  readonly read?: () => Uint8Array | undefined;
}

/** An article whose pictures are named as they will lie beside its seed. */
export interface PlacedArticle {
  readonly article: ImportedArticle;
  readonly pictures: readonly PlacedPicture[];
  /** Number of pictures that became links. */
  readonly links: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A picture written in its own address. */
const dataAddress = /^data:image\/[\w.+-]{1,40}(?:;[\w=-]{1,40}){0,4};base64,([A-Za-z\d+/=\s%]*)$/i;

/** Returns the picture that a `data:` address holds. */
function pictureInAddress(address: string): ImportedPicture | undefined {
  const packed = /^data:/i.test(address) ? dataAddress.exec(address)?.[1] : undefined;
  if (packed === undefined || packed.length > 1.4 * maxPictureBytes) return undefined;
  return { read: () => Buffer.from(packed.replace(/%2B/gi, '+').replace(/%2F/gi, '/'), 'base64') };
}

/** Returns the URL of a picture; undefined where it has none. */
function urlOf(address: string, base: string | undefined): string | undefined {
  const absolute = /^\/\//.test(address) ? `https:${address}` : address;
  if (!URL.canParse(absolute, base)) return undefined;
  const url = new URL(absolute, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

const fileName = (address: string): string =>
  address.replace(/[?#].*$/s, '').replace(/^.*[/\\]/s, '') || address;

/** What becomes of the pictures of an article. */
interface Placement {
  /** Names in `media/` by address; undefined for those that the archive does not have. */
  readonly names: Map<string, string | undefined>;
  readonly pictures: Map<string, PlacedPicture>;
  readonly unusable: string[];
  links: number;
  missing: number;
}

/** Returns the name of a picture; undefined where the archive does not have it, or it is none. */
function place(
  article: ImportedArticle,
  address: string,
  placement: Placement,
): string | undefined {
  const { names, pictures, unusable } = placement;
  if (names.has(address)) return names.get(address);
  const found = pictureInAddress(address) ?? article.pictures?.(address);
  let name: string | undefined;
  if (found !== undefined && 'name' in found) name = found.name;
  else if (found !== undefined) {
    const bytes = found.read();
    name = bytes === undefined || bytes.length > maxPictureBytes ? undefined : mediaName(bytes);
  }
  if (found !== undefined && name === undefined) unusable.push(address);
  if (found !== undefined && name !== undefined && !pictures.has(name))
    pictures.set(name, 'name' in found ? { name } : { name, read: found.read });
  names.set(address, name);
  return name;
}

/** Returns the caption of a picture that becomes a link, on the same line; empty where it repeats its text. */
function captionText(title: string, alt: string): string {
  const words = title
    .slice(1, -1)
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' || words === alt.trim()
    ? ''
    : ` — ${words.replace(/[[\]\\*_`<&~|]/g, '\\$&')}`;
}

/** Returns what stands in a text for a picture that the archive does not have; undefined to leave it. */
function linkFor(
  { alt, address, title, isLinked }: Parameters<Parameters<typeof replacePictures>[1]>[0],
  base: string | undefined,
  placement: Placement,
): string | undefined {
  const url = urlOf(address, base);
  if (url === undefined && !/^data:/i.test(address)) {
    placement.missing += 1;
    return undefined;
  }
  placement.links += 1;
  const words = alt.trim() === '' ? fileName(url ?? '').replace(/[[\]\\*_`]/g, '\\$&') : alt;
  const caption = captionText(title, alt);
  return isLinked || url === undefined
    ? `${words}${caption}`
    : `[${words}](${markdownAddress(url)})${caption}`;
}

/**
 * Names the pictures of an article as they will lie in `media/` beside its seed: in its Markdown and in `images` of its
 * metadata. One that the archive does not have becomes a link to where it is on the web; without a known address it
 * stays as written.
 *
 * @param file the source, for diagnostics
 */
export function placePictures(article: ImportedArticle, file: string): PlacedArticle {
  const { images } = article.metadata;
  const hasPictures = article.format === 'markdown' && article.body.includes('![');
  if (!hasPictures && images === undefined)
    return { article, pictures: [], links: 0, diagnostics: [] };
  const placement: Placement = {
    ...{ names: new Map(), pictures: new Map(), unusable: [] },
    ...{ links: 0, missing: 0 },
  };
  const addressOf = (name: string): string => `${mediaFolder}/${name}`;
  const body = !hasPictures
    ? article.body
    : replacePictures(article.body, (picture) => {
        const name = place(article, picture.address, placement);
        if (name === undefined) return linkFor(picture, article.url, placement);
        const title = picture.title === '' ? '' : ` ${picture.title}`;
        return `![${picture.alt}](${addressOf(name)}${title})`;
      });
  const placed = (typeof images === 'string' ? [images] : (images ?? [])).map((address) => {
    const name = place(article, address, placement);
    if (name === undefined) placement.links += 1;
    return name === undefined ? (urlOf(address, article.url) ?? address) : addressOf(name);
  });
  const { pictures, links, missing, unusable } = placement;
  const at = { severity: 'warning', file } as const;
  const diagnostics: Diagnostic[] = unusable.map((address) => ({
    ...at,
    rule: 'imported-picture-unusable',
    values: { picture: fileName(address).slice(0, 100) },
  }));
  if (links > 0)
    diagnostics.push({ ...at, rule: 'imported-picture-link', values: { count: links } });
  if (missing > 0)
    diagnostics.push({ ...at, rule: 'imported-picture-missing', values: { count: missing } });
  return {
    article: {
      ...article,
      body,
      metadata: images === undefined ? article.metadata : { ...article.metadata, images: placed },
    },
    ...{ pictures: [...pictures.values()], links, diagnostics },
  };
}
