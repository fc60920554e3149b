/** Rules of the site's own pages and its menu, with the values of their messages. */
export interface OwnPageRuleValues {
  /** A file of `pages/` that is no Markdown. */
  'own-page-format': Record<never, never>;
  /** A folder in `pages/` that holds Markdown. */
  'own-page-folder': Record<never, never>;
  'own-page-pictures': { readonly count: number; readonly names: string };
  'own-page-link': { readonly link: string };
  /** Front matter that withholds names. */
  'own-page-redact': Record<never, never>;
  'own-page-value': { readonly key: string; readonly value: string; readonly expected: string };
  'own-page-twice': { readonly url: string; readonly other: string };
  'own-pages-too-many': { readonly limit: number };
  'menu-no-page': { readonly target: string };
}
