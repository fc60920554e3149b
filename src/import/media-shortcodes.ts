import type { Attachments } from './attachments.ts';

/** Most pictures of a gallery. */
const maxGallery = 200;

/** A gallery, a film or a sound of WordPress, with its attributes. */
const mediaShortcode = /\[(gallery|playlist|video|audio)\b([^[\]]{0,2000})\]/gi;

/** The addresses of a film or a sound: WordPress names them by their format. */
const source =
  /\s(?:src|mp4|m4v|webm|ogv|flv|mp3|m4a|ogg|wav|wma)\s*=\s*["']?(https?:\/\/[^"'\s\]]+)/i;

const escapeAddress = (address: string): string =>
  address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A part without an address is an embedded page that is lost, which is told. */
const lost = '<iframe src="gallery:"></iframe>';

/** Returns the elements of a gallery's or list's attachments. */
function attached(name: string, attributes: string, attachments: Attachments): string {
  const ids = /\s(?:ids|include)\s*=\s*["']?([\d,\s]+)/i.exec(attributes)?.[1]?.match(/\d+/g) ?? [];
  if (ids.length === 0) return lost;
  return ids
    .slice(0, maxGallery)
    .map((id) => {
      const address = attachments.get(id);
      if (address === undefined) return lost;
      const src = escapeAddress(address);
      return name === 'gallery' ? `\n\n<img src="${src}">\n\n` : `<audio src="${src}"></audio>`;
    })
    .join('');
}

/**
 * Replaces WordPress's shortcodes of galleries, films and sounds by elements of HTML, so that pictures are imported and
 * the others become links.
 *
 * @param attachments of the export, by their numbers
 */
export function withMediaElements(text: string, attachments: Attachments): string {
  if (!/\[(?:gallery|playlist|video|audio)\b/i.test(text)) return text;
  return text.replace(mediaShortcode, (_, written: string, attributes: string) => {
    const name = written.toLowerCase();
    if (name === 'gallery' || name === 'playlist') return attached(name, attributes, attachments);
    const address = source.exec(attributes)?.[1];
    return address === undefined ? lost : `<${name} src="${escapeAddress(address)}"></${name}>`;
  });
}
