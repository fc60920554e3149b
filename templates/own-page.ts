import type { OwnPage } from '../src/model/own-page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { heldLabel } from './partials/held-label.ts';
import { langAttributes, lineOf } from './partials/language.ts';
import { ownText } from './partials/own-text.ts';

/** The data of a page of the site's own. */
export interface OwnPageData {
  readonly page: OwnPage;
}

/** A page of the site's own: its title and its text. */
export function ownPage({ page }: OwnPageData, site: Site): Html {
  const { title, language, held } = page;
  return html`<header class="front">${
    held !== undefined &&
    html`
<p>${heldLabel(held, site)}</p>`
  }
<h1${langAttributes(language, site)}>${lineOf(title, language)}</h1>
</header>
${ownText(page, site, 'h2')}`;
}
