import type { Figure, Words } from '../../src/model/block.ts';
import type { EntryPicture } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import {
  type Html,
  html,
  inline,
  isolateLtr,
  languageAttributes,
  languageOf,
  ownLanguage,
} from '../../src/render/html.ts';

/** Width of a line of text in pixels, at the usual size of text: no picture is shown wider. */
const lineWidth = 592;

/** Width at which a page shows a picture: that of the screen on a phone, else that of a line of text, never more than its own. */
const shownWidth = (width: number): string =>
  width < lineWidth
    ? `(max-width: ${width}px) 100vw, ${width}px`
    : '(max-width: 39rem) 100vw, 37rem';

/** The addresses of a picture in all its sizes, with their widths. */
const sources = ({ outputPath, width, sizes = [] }: Figure['asset'], site: Site): Html | false =>
  sizes.length > 0 &&
  width !== undefined &&
  html` srcset="${[...sizes, { outputPath, width }]
    .map((size) => `${site.href(size.outputPath)} ${size.width}w`)
    .join(', ')}" sizes="${shownWidth(width)}"`;

/** A caption; one of another language than the text stands apart from the credit after it. */
function captionText(caption: Words, { textLanguage }: Site): Html {
  const own = ownLanguage(caption.text, textLanguage);
  if (own !== undefined) {
    return html`<bdi${languageAttributes(own)}>${inline(caption, own)}</bdi>`;
  }
  return inline(caption, languageOf(textLanguage));
}

/**
 * A picture with its caption and who took it. Width and height keep its place while it loads; all pictures but the first
 * are loaded when they come near.
 *
 * @param attributes those that all blocks have
 */
export function figure(block: Figure, site: Site, attributes: Html): Html {
  const { asset, caption, credit, isFirst } = block;
  const { outputPath, description, width, height } = asset;
  const size =
    width !== undefined && height !== undefined && html` width="${width}" height="${height}"`;
  const [before = '', after = ''] = site.messages.notices.pictureCredit.split('{name}');
  const words =
    (caption !== undefined || credit !== undefined) &&
    html`<figcaption>${caption !== undefined && captionText(caption, site)}${
      caption !== undefined && credit !== undefined && ' '
    }${credit !== undefined && html`<span class="credit">${before}${isolateLtr(credit)}${after}</span>`}</figcaption>`;
  return html`<figure data-figure${attributes}><img src="${site.href(outputPath)}"${sources(asset, site)}${size} alt="${description}"${!isFirst && html` loading="lazy"`} decoding="async">${words}</figure>`;
}

/** The picture of an article in a list. The title beside it says what it is of, so its text alternative is empty. */
export const thumbnail = (picture: EntryPicture | undefined, site: Site): Html | false =>
  site.thumbnails &&
  picture !== undefined &&
  html`<img class="thumbnail" src="${site.href(picture.thumbnail ?? picture.outputPath)}" width="${picture.width}" height="${picture.height}" alt="" loading="lazy" decoding="async">
`;
