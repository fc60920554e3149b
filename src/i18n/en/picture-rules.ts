import type { CliMessages } from '../cli-messages.ts';
import { englishMegabytes, englishNumber, plural } from './words.ts';

const kilobytes = (bytes: number): string => `${englishNumber(Math.round(bytes / 1024))} KB`;

/** Why a file is not published as a picture, in English. */
const problems = {
  empty: () => 'the file is empty',
  bytes: (detail: string) => `it is ${englishMegabytes(Number(detail))}, over the limit`,
  pixels: (detail: string) => `it measures ${detail} pixels, more than browsers open`,
  'no-picture': (detail: string) =>
    detail === 'html'
      ? 'the file is a web page, perhaps an error page saved under the name of the picture'
      : 'the file is not a picture',
  kind: (detail: string) => `browsers do not show ${detail} pictures`,
  cut: () => 'the file is truncated',
  damaged: () => 'the file is damaged',
  drawing: () => 'the drawing (SVG) is not well-formed XML',
  unreadable: (detail: string) => `the file cannot be read (${detail})`,
} as const;

const fixes = {
  empty: 'Replace the empty file with the picture.',
  bytes: 'Make the picture smaller.',
  pixels: 'Make the picture smaller.',
  'no-picture': 'Replace the file with the picture.',
  kind: 'Convert it to JPEG, PNG or WebP.',
  cut: 'Copy the file again from its source.',
  damaged: 'Open it in an image editor and save it again.',
  drawing: 'Save the drawing again as SVG or PNG.',
  unreadable: 'Make the file readable.',
} as const;

/** Diagnostics of pictures, in English. */
export const englishPictureRules: Pick<
  CliMessages['rules'],
  | 'metadata-picture'
  | 'picture-missing'
  | 'picture-outside'
  | 'picture-unusable'
  | 'picture-ending'
  | 'picture-remote'
  | 'picture-alt'
  | 'picture-large'
  | 'picture-withheld'
  | 'picture-drawing'
  | 'pictures-too-many'
  | 'pictures-unused'
  | 'pictures-without-sharp'
  | 'imported-picture-unusable'
  | 'imported-picture-link'
  | 'imported-picture-missing'
> = {
  'metadata-picture': () => ({
    message: '“image” or “images” holds something that is not the address of a picture.',
    fix: 'Write the name of the file, or “src” with “alt”, “caption” and “credit”.',
  }),
  'picture-missing': ({ picture, nearest }) => ({
    message: `The picture “${picture}” was not found; the text was published without it.`,
    fix:
      nearest === ''
        ? 'Put the picture beside the text, or correct its name.'
        : `Did you mean “${nearest}”? Write the name in the same letter case as on the disk.`,
  }),
  'picture-outside': ({ picture }) => ({
    message: `The picture “${picture}” is outside the seeds folder or behind a symbolic link; it was not published.`,
    fix: 'Copy the picture beside the text.',
  }),
  'picture-unusable': ({ picture, problem, detail }) => ({
    message: `The picture “${picture}” was not published: ${problems[problem](detail)}.`,
    fix: fixes[problem],
  }),
  'picture-ending': ({ picture, kind }) => ({
    message: `The picture “${picture}” is ${kind}; it was published with that extension.`,
    fix: 'Change the extension of the file, if you like.',
  }),
  'picture-remote': ({ count }) => ({
    message: `${plural(count, 'picture', 'pictures')} of the text ${count === 1 ? 'is' : 'are'} on another site; pages load nothing from other sites, so ${count === 1 ? 'it became a link' : 'they became links'}.`,
    fix: 'Download what you may publish, put it beside the text, and write its name in place of the address.',
  }),
  'picture-alt': ({ count }) => ({
    message: `${plural(count, 'picture has', 'pictures have')} no text alternative, so readers who cannot see ${count === 1 ? 'it' : 'them'} do not know what ${count === 1 ? 'it shows' : 'they show'}.`,
    fix: 'Describe the picture: ![what it shows](photo.jpg), or “alt” in the metadata.',
  }),
  'picture-large': ({ picture, bytes, limit }) => ({
    message: `The picture “${picture}” is ${kilobytes(bytes)}; above ${kilobytes(limit)} it is slow on a phone.`,
    fix: 'Make it smaller, or set pictures: {sizes: [480, 960, 1600]}.',
  }),
  'picture-withheld': ({ count }) => ({
    message: `Names are withheld in the article, so ${plural(count, 'picture was', 'pictures were')} not published: a picture may show the name.`,
    fix: 'If nothing in the pictures must be withheld, publish them in another article.',
  }),
  'picture-drawing': ({ picture }) => ({
    message: `The drawing “${picture}” has a script, a foreign element or an external address; these were removed from the published copy.`,
    fix: 'Save the drawing without scripts and external links (Plain SVG).',
  }),
  'pictures-too-many': ({ pictures, limit }) => ({
    message: `The article has ${englishNumber(pictures)} pictures; the limit is ${englishNumber(limit)}. The others were left out.`,
    fix: 'Split the article.',
  }),
  'pictures-unused': ({ count, names }) => ({
    message: `No article shows ${plural(count, 'picture', 'pictures')} of the seeds folder: ${names}`,
    fix: 'Name them in a text or in its “image”, or delete them. Warraq does not read the text in scanned pages.',
  }),
  'pictures-without-sharp': ({ reason }) => ({
    message: `The settings ask for smaller pictures (pictures.sizes), but the package sharp, which makes them, is not installed or does not run: ${reason}`,
    fix: 'Install it: npm install sharp; or remove “pictures” from the settings.',
  }),
  'imported-picture-unusable': ({ picture }) => ({
    message: `“${picture}” in the source is not a picture that can be published, or is over the limit; it was not imported.`,
    fix: 'Convert it to JPEG, PNG or WebP and put it beside the text.',
  }),
  'imported-picture-link': ({ count }) => ({
    message: `${plural(count, 'picture', 'pictures')} of this article ${count === 1 ? 'is' : 'are'} not in the source; ${count === 1 ? 'it became a link' : 'they became links'}.`,
    fix: 'Put the files of the pictures beside the source (wp-content/uploads, or the folder of a saved page) and import again.',
  }),
  'imported-picture-missing': ({ count }) => ({
    message: `${plural(count, 'picture', 'pictures')} of this article ${count === 1 ? 'is' : 'are'} neither in the source nor at a known address; ${count === 1 ? 'its name was' : 'their names were'} kept as written.`,
    fix: 'Put the files of the pictures beside the source and import again.',
  }),
};
