import type { MetaTag, PageFrame } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html, trusted } from '../src/render/html.ts';

/**
 * Everything comes from this archive; nothing runs. The policy stands in the page itself because an
 * archive must hold on hosts that set no headers, and on a disk. Nothing in a page connects to anything;
 * `connect-src` is for auditors that ask for robots.txt in a page's name.
 */
const contentPolicy =
  "default-src 'none'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

/** The page that searches runs the archive's own script, and reads the archive's own pages. */
const searchPolicy = `${contentPolicy}; script-src 'self'`;

/**
 * A sheet of lines. It stands in the page, so that no browser asks the host's root for one, and so that
 * a page shown at any depth has it.
 */
const icon = html`${`data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="2" y="1" width="12" height="14" rx="1" fill="#7b1e1e"/><path d="M5 5h6M7 8h4M5 11h6" stroke="#fcfaf5" stroke-width="1.4"/></svg>',
)}`}`;

/** A piece of metadata; Open Graph's have an attribute of their own. */
const tag = ({ name, content }: MetaTag): Html =>
  /^(?:og|article):/.test(name)
    ? html`<meta property="${name}" content="${content}">
`
    : html`<meta name="${name}" content="${content}">
`;

/** The frame of every page: head, masthead, `content` as the main part, footer. */
export function layout(page: PageFrame, content: Html, site: Site): Html {
  const { messages } = site;
  const home = page.kind === 'home';
  // The name stands beside it: the picture says nothing more to those who hear the page.
  const logo =
    site.logo !== undefined && html`<img class="logo" src="${site.href(site.logo)}" alt=""> `;
  const title = home ? site.name : `${page.title} – ${site.name}`;
  const canonical = page.kind === 'not-found' ? undefined : site.address(page.outputPath);
  // A browser asks for a preloaded font as for another site's, which a page on a disk may not do.
  const preloads = site.baseUrl === undefined ? [] : site.preloads;
  return html`<!doctype html>
<html lang="${messages.language}" dir="${messages.direction}" data-digits="${site.digits}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(page.kind === 'search' ? searchPolicy : contentPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${icon}">
${preloads.map(
  ({ outputPath, type }) =>
    html`<link rel="preload" href="${site.href(outputPath)}" as="font" type="${type}" crossorigin>
`,
)}${site.styles.map(
  (outputPath) => html`<link rel="stylesheet" href="${site.href(outputPath)}">
`,
)}${
  page.kind === 'search' &&
  site.search !== undefined &&
  html`<script src="${site.href(site.search.script)}" defer></script>
`
}${
  canonical !== undefined &&
  html`<link rel="canonical" href="${canonical}">
`
}${
  // A feed names its articles by whole addresses, so there is one only where those are known.
  site.baseUrl !== undefined &&
  html`<link rel="alternate" type="application/rss+xml" title="${site.name}" href="${site.href('feed.xml')}">
<link rel="alternate" type="application/atom+xml" title="${site.name}" href="${site.href('atom.xml')}">
<link rel="alternate" type="application/feed+json" title="${site.name}" href="${site.href('feed.json')}">
`
}${
  site.baseUrl !== undefined &&
  site.search !== undefined &&
  html`<link rel="search" type="application/opensearchdescription+xml" title="${site.name}" href="${site.href('opensearch.xml')}">
`
}${
  page.head?.feed !== undefined &&
  html`<link rel="alternate" type="application/atom+xml" title="${page.title}" href="${site.href(page.head.feed)}">
`
}${page.head?.tags.map(tag)}${
  page.head?.linkedData !== undefined &&
  html`<script type="application/ld+json">${trusted(page.head.linkedData)}</script>
`
}</head>
<body class="page-${page.kind}">
<a class="skip" href="#content">${messages.skipToContent}</a>
${
  // The front page opens with the name itself.
  !home &&
  html`<header class="masthead"><a class="masthead-name" href="${site.href('index.html')}">${logo}${site.name}</a>${
    site.search !== undefined &&
    html` <a class="masthead-search" href="${site.href(site.search.page)}">${messages.search.title}</a>`
  }</header>
`
}<main id="content">
${content}
</main>
<footer class="colophon">
<p>${messages.madeWith}</p>
</footer>
</body>
</html>
`;
}
