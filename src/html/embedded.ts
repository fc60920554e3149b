import { attribute, type HtmlElement, isElement } from './tree.ts';

/** What a text cannot hold and a link stands for. */
export type MediaKind = 'video' | 'audio' | 'frame';

/** An embedded film, sound or page: its kind, address as written, and name where it has one. */
export interface EmbeddedMedia {
  readonly kind: MediaKind;
  readonly address: string;
  readonly name: string;
}

/** An image: its address as written, which may be empty, and the texts of its attributes. */
export interface EmbeddedImage {
  readonly address: string;
  readonly alt: string;
  readonly title: string;
}

const mediaTags: ReadonlyMap<string, MediaKind> = new Map([
  ...(['video', 'amp-video', 'amp-youtube'] as const).map((tag) => [tag, 'video'] as const),
  ...(['audio', 'amp-audio'] as const).map((tag) => [tag, 'audio'] as const),
  ...(['iframe', 'embed', 'object', 'amp-iframe'] as const).map((tag) => [tag, 'frame'] as const),
]);

/** Attributes in which programs that load images late write the address. */
const lateAddresses = [
  ...['data-src', 'data-lazy-src', 'data-original', 'data-orig-file', 'data-lazy', 'data-url'],
];

/** Addresses of counters and advertising, which are no part of an article. */
const counters =
  /(?:googletagmanager|doubleclick|googlesyndication|google-analytics|adservice|\/ads?\/|facebook\.com\/(?:tr|plugins\/(?:like|share))|platform\.twitter\.com\/widgets\/(?:tweet_button|follow_button))/i;

/** Sites whose frames hold films. */
const filmSites = /(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com)\//i;
const soundSites = /(?:soundcloud\.com|spotify\.com|podcasts\.apple\.com|anchor\.fm)\//i;

/** Tells whether an element shows a film, a sound or another page. */
export const isMedia = ({ tagName }: HtmlElement): boolean => mediaTags.has(tagName);

/** Tells whether an element is an image. */
export const isImage = ({ tagName }: HtmlElement): boolean =>
  tagName === 'img' || tagName === 'amp-img';

const isTiny = (element: HtmlElement): boolean =>
  ['width', 'height'].some((name) => /^[012](?:px)?$/.test(attribute(element, name)?.trim() ?? ''));

const written = (element: HtmlElement, name: string): string =>
  attribute(element, name)?.trim() ?? '';

/** Returns what is embedded; undefined where it has no address, or only counts readers. */
export function embeddedMedia(element: HtmlElement): EmbeddedMedia | undefined {
  const kind = mediaTags.get(element.tagName);
  if (kind === undefined) return undefined;
  const inner = element.childNodes.filter(isElement);
  const source = inner.find(({ tagName }) => tagName === 'source' || tagName === 'embed');
  const clip = written(element, 'data-videoid');
  const address =
    written(element, 'src') ||
    lateAddresses.map((name) => written(element, name)).find((one) => one !== '') ||
    written(element, 'data') ||
    (source === undefined ? '' : written(source, 'src')) ||
    (clip === '' ? '' : `https://www.youtube.com/watch?v=${clip}`);
  if (address === '' || /^(?:about|javascript|data|blob):/i.test(address)) return undefined;
  if (counters.test(address) || isTiny(element)) return undefined;
  const shown =
    kind !== 'frame'
      ? kind
      : filmSites.test(address)
        ? 'video'
        : soundSites.test(address)
          ? 'audio'
          : kind;
  return {
    kind: shown,
    address,
    name: written(element, 'title') || written(element, 'aria-label'),
  };
}

/** Returns the widest candidate of `srcset`. */
function widest(candidates: string): string {
  let [best, bestWidth] = ['', -1];
  // Candidates are separated by a comma and a space; an address may hold a comma.
  for (const candidate of candidates.slice(0, 20_000).split(/,\s+/)) {
    const [address = '', size = '1x'] = candidate.trim().split(/\s+/);
    const width = Number.parseFloat(size);
    if (address !== '' && width > bestWidth) [best, bestWidth] = [address, width];
  }
  return best;
}

/** A placeholder that is shown until the image itself is loaded. */
const isPlaceholder = (address: string): boolean =>
  /^data:image\/(?:gif|svg)/i.test(address) ||
  /\b(?:blank|spacer|placeholder|transparent|grey|1x1)\.(?:gif|png|svg)\b/i.test(address);

/** Returns an image with its address as written; undefined where it is a counter of one dot. */
export function embeddedImage(element: HtmlElement): EmbeddedImage | undefined {
  if (isTiny(element)) return undefined;
  const src = written(element, 'src');
  const late = lateAddresses.map((name) => written(element, name)).find((one) => one !== '');
  const sets = ['data-srcset', 'data-lazy-srcset', 'srcset'].map((name) =>
    widest(written(element, name)),
  );
  const isShown = src !== '' && !isPlaceholder(src);
  const address =
    late ?? (isShown ? src : (sets.find((one) => one !== '' && !isPlaceholder(one)) ?? ''));
  if (address === '' || counters.test(address)) return undefined;
  const alt = written(element, 'alt').replace(/\s+/g, ' ');
  return { address, alt, title: written(element, 'title').replace(/\s+/g, ' ') };
}

/** Returns the signs that an image stands for, as programs write emoji; empty for other images. */
export function emojiOf(element: HtmlElement): string {
  const alt = written(element, 'alt');
  const isEmoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}){1,12}$/u.test(alt);
  return isEmoji && !/^\d+$/.test(alt) ? alt : '';
}
