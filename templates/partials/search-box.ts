import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/** A search field that opens the search page; nothing without search. */
export const searchBox = ({ search, messages, href }: Site): Html | false =>
  search !== undefined &&
  html`<form class="search" role="search" action="${href(search.page)}">
<div class="search-line"><input name="q" type="search" dir="auto" aria-label="${messages.search.label}" placeholder="${messages.search.title}" autocomplete="off" enterkeyhint="search" maxlength="1000"><button>${messages.search.button}</button></div>
</form>
`;
