import type { ElementContent } from 'hast';
import { embeddedImage, embeddedMedia, emojiOf, type MediaKind } from './embedded.ts';
import { hastElement, lineBreak } from './safe-text.ts';
import type { HtmlElement } from './tree.ts';

/** What became of images, films, sounds and frames. */
export interface EmbeddedCounts {
  images: number;
  /** Those for which a link stands, by kind. */
  readonly linked: Record<MediaKind, number>;
  /** Those without an address that can be followed. */
  lost: number;
}

/** Counts of a text without any. */
export const nothingEmbedded: Readonly<EmbeddedCounts> = {
  ...{ images: 0, lost: 0 },
  linked: { video: 0, audio: 0, frame: 0 },
};

/** The address of the page, and the counts. */
export interface EmbeddedWalk {
  readonly base: string | undefined;
  readonly embedded: EmbeddedCounts;
}

/** Returns a link's absolute URL; undefined where it may not be followed. */
export function linkUrl(href: string | undefined, base: string | undefined): string | undefined {
  const address = href?.trim() ?? '';
  if (address === '' || address.startsWith('#') || !URL.canParse(address, base)) return undefined;
  const { protocol, href: absolute } = new URL(address, base);
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? absolute : undefined;
}

/** Returns an image; an emoji as a letter. */
export function imageNodes(walk: EmbeddedWalk, node: HtmlElement): ElementContent[] {
  const emoji = emojiOf(node);
  if (emoji !== '') return [{ type: 'text', value: emoji }];
  const image = embeddedImage(node);
  if (image === undefined) return [];
  walk.embedded.images += 1;
  const { address: src, alt, title } = image;
  return [
    hastElement('img', [], { src, alt, ...(title === '' || title === alt ? {} : { title }) }),
  ];
}

/** Returns the link that stands for a film, a sound or a frame, on a line of its own. */
export function mediaNodes(walk: EmbeddedWalk, node: HtmlElement): ElementContent[] {
  const media = embeddedMedia(node);
  if (media === undefined) return [];
  const href = linkUrl(media.address, walk.base);
  if (href === undefined) {
    walk.embedded.lost += 1;
    return [];
  }
  walk.embedded.linked[media.kind] += 1;
  const link = hastElement('a', [{ type: 'text', value: media.name || href }], { href });
  return [lineBreak(), lineBreak(), link, lineBreak(), lineBreak()];
}
