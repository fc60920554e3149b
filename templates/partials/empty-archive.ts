import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/** What an archive without articles shows in their place, and what its maker is to do. */
export function emptyArchive(site: Site): Html {
  const { noArticles, lists } = site.messages;
  const parts = lists.emptyHelp.split(/\{(folder|command)\}/);
  return html`<p>${noArticles}</p>
<p class="empty-help">${parts.map((part, i) =>
    i % 2 === 0 ? part : html`<code>${part === 'folder' ? 'seeds' : 'npx warraq build'}</code>`,
  )}</p>
`;
}
