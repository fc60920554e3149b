import type { MetaTag, PageFrame } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html, trusted } from '../src/render/html.ts';
import { isolateName } from './partials/language.ts';
import { licenseLink } from './partials/license-link.ts';
import { previewPicture } from './partials/preview-picture.ts';

/**
 * Content security policy: all resources come from the archive, and no script runs. It is in the page
 * itself because some hosts set no headers, and for pages on a disk. Pages open no connections;
 * `connect-src` allows audit tools to fetch robots.txt from a page.
 */
const contentPolicy =
  "default-src 'none'; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

/** The policy of the search page, which runs the archive's own script. */
const searchPolicy = `${contentPolicy}; script-src 'self'`;

/**
 * The favicon, a sheet of paper. It is inside the page, so that browsers do not request one from the
 * root of the host, and pages at any depth have it.
 */
const icon = html`${`data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="2" y="1" width="12" height="14" rx="1" fill="#7b1e1e"/><path d="M5 5h6M7 8h4M5 11h6" stroke="#fcfaf5" stroke-width="1.4"/></svg>',
)}`}`;

/** A `meta` element; Open Graph's have the attribute `property` in place of `name`. */
const tag = ({ name, content }: MetaTag): Html =>
  /^(?:og|article):/.test(name)
    ? html`<meta property="${name}" content="${content}">
`
    : html`<meta name="${name}" content="${content}">
`;

/** Assets, canonical URL, feeds, search description and metadata of a page, for its `head`. */
function headElements(page: PageFrame, site: Site): Html {
  const canonical = page.kind === 'not-found' ? undefined : site.address(page.outputPath);
  // Font preloads are cross-origin requests, which fail for pages on a disk.
  const preloads = site.baseUrl === undefined ? [] : site.preloads;
  return html`${preloads.map(
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
    // Feeds need URLs, so they exist only with `baseUrl`.
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
  }${page.head?.tags.map(tag)}${previewPicture(page, site)}${
    page.head?.linkedData !== undefined &&
    html`<script type="application/ld+json">${trusted(page.head.linkedData)}</script>
`
  }`;
}

/** The site's menu; nothing where it has none. */
const menu = (
  { outputPath: own }: PageFrame,
  { menu: links, messages, href }: Site,
): Html | false =>
  links.length > 0 &&
  html`<nav class="site-menu" aria-label="${messages.menu}"><ul>
${links.map((link) =>
  'url' in link
    ? html`<li><a href="${link.url}">${isolateName(link.title)}</a></li>
`
    : html`<li><a href="${href(link.outputPath)}"${link.outputPath === own && html` aria-current="page"`}>${isolateName(link.title)}</a></li>
`,
)}</ul></nav>
`;

/** The frame of every page: head, masthead, `content` in the main element, footer. */
export function layout(page: PageFrame, content: Html, site: Site): Html {
  const { messages } = site;
  const home = page.kind === 'home';
  // The name is beside it, so the alternative text is empty.
  const logo =
    site.logo !== undefined && html`<img class="logo" src="${site.href(site.logo)}" alt=""> `;
  const title = home ? site.name : `${page.title} – ${site.name}`;
  return html`<!doctype html>
<html lang="${messages.language}" dir="${messages.direction}" data-digits="${site.digits}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(page.kind === 'search' ? searchPolicy : contentPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
${
  site.drafts &&
  html`<meta name="robots" content="noindex, nofollow">
`
}${site.robots.map(tag)}<meta name="color-scheme" content="light dark">
<link rel="icon" href="${icon}">
${headElements(page, site)}</head>
<body class="page-${page.kind}">
<a class="skip" href="#content">${messages.skipToContent}</a>
${
  // The front page has the name as its heading.
  !home &&
  html`<header class="masthead"><a class="masthead-name" href="${site.href('index.html')}">${logo}${site.name}</a>${
    site.search !== undefined &&
    html` <a class="masthead-search" href="${site.href(site.search.page)}">${messages.search.title}</a>`
  }</header>
`
}${menu(page, site)}${
  site.head !== undefined &&
  html`<aside class="site-head">${trusted(site.head)}</aside>
`
}<main id="content">
${content}
</main>
<footer class="colophon">
${
  site.foot !== undefined &&
  html`<div class="site-foot">${trusted(site.foot)}</div>
`
}<p>${messages.madeWith}</p>
${
  (site.rights ?? site.license) !== undefined &&
  html`<p data-rights>${site.rights !== undefined && isolateName(site.rights)}${
    site.rights !== undefined && site.license !== undefined && messages.listSeparator
  }${site.license !== undefined && html`${messages.facts.license}: ${licenseLink(site.license, page.kind !== 'article')}`}</p>
`
}</footer>
</body>
</html>
`;
}
