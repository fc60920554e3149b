import type { MetaTag, PageFrame } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html, trusted } from '../src/render/html.ts';
import { colophon } from './partials/colophon.ts';
import { masthead } from './partials/masthead.ts';
import { previewPicture } from './partials/preview-picture.ts';
import { trail } from './partials/trail.ts';

/**
 * Content security policy: everything comes from the archive, its scripts too: the reader script, which pages do
 * without, and that of the search page. It is in the page itself because some hosts set no headers, and for pages on
 * a disk. Pages open no connections; `connect-src` allows audit tools to fetch robots.txt from a page.
 */
const contentPolicy =
  "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

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

/** Scripts, assets, canonical URL, feeds, search description and metadata of a page, for its `head`. */
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
  }${
    // Not deferred: it runs before the first paint, so that the chosen theme and size are there from the start.
    site.reader !== undefined &&
    html`<script src="${site.href(site.reader)}"></script>
`
  }`;
}

/** The frame of every page: head, masthead, `content` in the main element, footer. */
export function layout(page: PageFrame, content: Html, site: Site): Html {
  const { messages } = site;
  const home = page.kind === 'home';
  const title = home ? site.name : `${page.title} – ${site.name}`;
  return html`<!doctype html>
<html lang="${messages.language}" dir="${messages.direction}" data-digits="${site.digits}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy)}">
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
  // The front page has the name as its heading, and the menu below it.
  !home && masthead(page, site)
}${trail(page, site)}${
  site.head !== undefined &&
  html`<aside class="site-head">${trusted(site.head)}</aside>
`
}<main id="content">
${content}
</main>
${colophon(page, site)}</body>
</html>
`;
}
