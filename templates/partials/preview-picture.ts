import type { PageFrame } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/**
 * The site's picture for link previews, in the head of a page that has none of its own; nothing without one, or
 * without the URL that programs need.
 */
export function previewPicture({ head }: PageFrame, { preview, address }: Site): Html | false {
  if (head?.tags.some(({ name }) => name === 'og:image')) return false;
  const url = preview && address(preview.outputPath);
  return (
    preview !== undefined &&
    url !== undefined &&
    html`<meta property="og:image" content="${url}">
<meta property="og:image:type" content="${preview.mediaType}">
`
  );
}
