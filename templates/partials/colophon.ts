import type { PageFrame } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html, trusted } from '../../src/render/html.ts';
import { isolateName } from './language.ts';
import { licenseLink } from './license-link.ts';
import { menuItems } from './masthead.ts';
import { oncePerSite } from './once.ts';

/** Names of the formats of feeds, by output path. */
const feeds: readonly (readonly [outputPath: string, name: string])[] = [
  ...([
    ['feed.xml', 'RSS'],
    ['atom.xml', 'Atom'],
    ['feed.json', 'JSON'],
  ] as const),
];

/** Names of the formats of exports. */
const forms = { jsonl: 'JSON Lines', csv: 'CSV' } as const;

/** Files of the whole archive and its feeds; feeds need URLs, so they exist only with `baseUrl`. */
const files = ({ exports, baseUrl, messages, href }: Site): Html =>
  html`${
    exports.length > 0 &&
    html`<p>${messages.frame.exports} ${exports.map(
      ({ form, outputPath }) => html`<a download href="${href(outputPath)}">${forms[form]}</a> `,
    )}</p>
`
  }${
    baseUrl !== undefined &&
    html`<p>${messages.frame.feeds} ${feeds.map(
      ([outputPath, name]) => html`<a href="${href(outputPath)}">${name}</a> `,
    )}</p>
`
  }`;

/** What the ends of all pages of a folder share. */
interface SharedEnd {
  /** Up to the links of the menu. */
  readonly start: Html;
  readonly end: Html;
  /** As `end`, for the page of an article: its licence may be another one. */
  readonly endOfArticle: Html;
}

const sharedEnd = oncePerSite((site): SharedEnd => {
  const { messages, foot, rights, license } = site;
  const end = (isArticle: boolean): Html => html`${
    site.isAboutOnHome &&
    html`<li><a href="${site.href('index.html')}#about">${messages.about}</a></li>
`
  }</ul>
${files(site)}</nav>
${
  foot !== undefined &&
  html`<div class="site-foot">${trusted(foot)}</div>
`
}<p>${messages.madeWith}</p>
${
  (rights ?? license) !== undefined &&
  html`<p data-rights>${rights !== undefined && isolateName(rights)}${
    rights !== undefined && license !== undefined && messages.listSeparator
  }${license !== undefined && html`${messages.facts.license}: ${licenseLink(license, !isArticle)}`}</p>
`
}</footer>
`;
  return {
    start: html`<footer class="colophon">
<nav class="ways" aria-label="${messages.frame.ways}"><ul>
`,
    end: end(false),
    endOfArticle: end(true),
  };
});

/**
 * The end of every page: links to all articles, the sections, the own pages, files of the whole archive and feeds; the
 * site's own HTML, the program, rights.
 */
export function colophon(page: PageFrame, site: Site): Html {
  const { start, end, endOfArticle } = sharedEnd(site);
  return html`${start}${menuItems(site.ways, page.outputPath, site)}${page.kind === 'article' ? endOfArticle : end}`;
}
