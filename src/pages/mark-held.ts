import { heldLabel } from '../../templates/partials/held-label.ts';
import type { Site } from '../model/site.ts';
import { type Html, html } from '../render/html.ts';
import type { Page } from './kinds.ts';

/** Returns the content of a page with the label of its held article, where a site's own template has none. */
export function withHeldLabel(page: Page, content: Html, site: Site): Html {
  const label = page.kind === 'article' && heldLabel(page.data.article.held, site);
  return label === false || content.source.includes('data-held=')
    ? content
    : html`<p>${label}</p>
${content}`;
}

/** Returns a page that search engines do not list, where a site's own layout does not say so. */
export const withNoIndex = (source: string): string =>
  source.includes('content="noindex')
    ? source
    : source.replace(/<head[^>]*>/i, '$&\n<meta name="robots" content="noindex, nofollow">');
