import { isWebUrl } from '../sources/metadata-forms.ts';
import {
  isJsonObject,
  type JsonObject,
  jsonAt,
  jsonField,
  jsonList,
  unwrapped,
} from './json-values.ts';

/** Fields of the picture above an article. */
const pictureNames = [
  ...['jetpack_featured_media_url', 'feature_image', 'featured_image', 'featuredImage'],
  ...['cover_image', 'coverImage', 'cover', 'main_image', 'mainImage', 'image', 'الصورة'],
];

/** Fields of the address of a picture that is an object. */
const addressNames = ['url', 'source_url', 'src', 'href', 'path'];

/** The place of the site's address in a dump of Ghost. */
const ghostSite = /^__GHOST_URL__/;

/** Tells whether a text is the address of a picture, on the web or below the site. */
const isAddress = (text: string): boolean =>
  isWebUrl(text) || /^\/[^/\s][^\s]*\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(text);

function addressOfPicture(value: unknown): string | undefined {
  const one = jsonList(value)[0];
  const addresses = isJsonObject(one)
    ? addressNames.map((name) => jsonField(unwrapped(one), name))
    : [one];
  return addresses
    .flatMap((address) =>
      typeof address === 'string' ? [address.trim().replace(ghostSite, '')] : [],
    )
    .find(isAddress);
}

/** Returns the picture above an article; none where it stands in the text as well. */
export function leadPicture(item: JsonObject, content: string): readonly string[] {
  const values = [
    jsonAt(item, '_embedded.wp:featuredmedia'),
    ...pictureNames.map((name) => jsonField(item, name)),
  ];
  const address = values.map(addressOfPicture).find((one) => one !== undefined);
  if (address === undefined) return [];
  // Copies in other sizes have a number before the ending.
  const file = /([^/]+?)(?:-\d+x\d+)?\.\w+$/.exec(address)?.[1] ?? address;
  return content.includes(file) ? [] : [address];
}
