import type { XmlItem } from './xml-fields.ts';

/** Elements that name the picture of an item: RSS 2.0, Media RSS, iTunes. */
const pictureFields = ['enclosure', 'media:content', 'media:thumbnail', 'itunes:image'];

/** Most pictures of an item that are kept. */
const maxPictures = 50;

/** The file of an address, without the size that programs write into its name. */
const fileOf = (address: string): string =>
  address
    .replace(/[?#].*$/s, '')
    .replace(/-\d{1,5}x\d{1,5}(?=\.[a-z]+$)/i, '')
    .toLowerCase();

/**
 * Returns the addresses of pictures that belong to an item of a feed and do not stand in its text.
 *
 * @param html the item's text
 */
export function picturesOfItem(
  { fields }: Pick<XmlItem, 'fields'>,
  html: string,
): readonly string[] {
  const found = new Map<string, string>();
  const text = html.toLowerCase();
  for (const name of pictureFields) {
    for (const { attributes } of fields.get(name) ?? []) {
      const address = (attributes.get('url') ?? attributes.get('href') ?? '').trim();
      const isPicture =
        /^image\b/i.test(attributes.get('type') ?? attributes.get('medium') ?? '') ||
        /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(address);
      const file = fileOf(address);
      const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, '');
      const isNew = !found.has(file) && !(text.includes(`/${stem}.`) || text.includes(`/${stem}-`));
      if (isPicture && isNew && /^https?:\/\//i.test(address) && found.size < maxPictures)
        found.set(file, address);
    }
  }
  return [...found.values()];
}
