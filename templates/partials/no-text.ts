import type { Article } from '../../src/model/article.ts';
import type { Block } from '../../src/model/block.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/** Tells whether a block shows words; the caption of a picture is no text of the article. */
function hasWords(block: Block): boolean {
  switch (block.kind) {
    case 'paragraph':
      return block.hidden === undefined && block.text.trim() !== '';
    case 'heading':
    case 'code':
      return block.text.trim() !== '';
    case 'figure':
    case 'separator':
    case 'page-break':
      return false;
    default:
      return true;
  }
}

/** Says that the archive has no text of an article; nothing where it has one. */
export function noText({ lead, sections, metadata }: Article, site: Site): Html | false {
  if (sections.length > 0 || lead.some(hasWords)) return false;
  const { url } = metadata;
  return html`<p class="no-text" data-no-text>${site.messages.article.noText}${
    url !== undefined && html` <a href="${url}">${site.messages.originalAddress}</a>`
  }</p>
`;
}
