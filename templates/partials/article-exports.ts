import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/**
 * Links to files of the articles of a term or a year, which the search page makes of the archive's exports; nothing
 * without search or exports.
 *
 * @param filter parameters of the search page that choose the articles: `{ source: 'الأهرام' }`
 */
export const articleExports = (
  filter: Readonly<Record<string, string>>,
  { search, exports, messages, href }: Site,
): Html | false => {
  if (search === undefined || exports.length === 0) return false;
  const query = Object.entries(filter)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  const texts = messages.searchPanel.files;
  return html`<p class="more">${texts.articles} ${exports.map(
    ({ form }) =>
      html`<a href="${href(search.page)}?${query}&amp;download=${form}" data-download="${form}">${texts.forms[form]}</a> `,
  )}</p>
`;
};
