import type { MetaTag, PageFrame } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { escapeHtml, type Html, html, trusted } from '../src/render/html.ts';
import { colophon } from './partials/colophon.ts';
import { masthead } from './partials/masthead.ts';
import { oncePerSite } from './partials/once.ts';
import { previewPicture } from './partials/preview-picture.ts';
import { trail } from './partials/trail.ts';

/**
 * Content security policy: everything comes from the archive, its scripts too: the reader script, which pages do
 * without, and that of the search page. It is in the page itself because some hosts set no headers, and for pages on
 * a disk. Pages open no connections; `connect-src` allows audit tools to fetch robots.txt from a page.
 */
const contentPolicy =
  "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

const isOpenGraph = /^(?:og|article):/;

/**
 * Elements `meta`; Open Graph's have the attribute `property` in place of `name`, or beside that of the same value. Built
 * without `html`, for speed.
 */
function metaTags(tags: readonly MetaTag[]): Html {
  let source = '';
  for (const { name, content, property } of tags) {
    const key = isOpenGraph.test(name) ? 'property' : 'name';
    const also = property === undefined ? '' : ` property="${property}"`;
    source += `<meta ${key}="${escapeHtml(name)}" content="${escapeHtml(content)}"${also}>\n`;
  }
  return trusted(source);
}

/** Link previews show the description of a page that has metadata for them. */
const described = html` property="og:description"`;

/** What the pages of a folder share: their frame, but for what names the page. */
interface SharedFrame {
  /** Up to the title. */
  readonly start: Html;
  /** Robots, colours, favicon, assets. */
  readonly head: Html;
  readonly feeds: Html;
  /** The reader script. */
  readonly reader: Html;
  readonly skip: Html;
  /** The site's own HTML above the content. */
  readonly above: Html;
}

const sharedFrame = oncePerSite((site): SharedFrame => {
  const { messages, name, href } = site;
  // Font preloads are cross-origin requests, which fail for pages on a disk.
  const preloads = site.baseUrl === undefined ? [] : site.preloads;
  return {
    start: html`<!doctype html>
<html lang="${messages.language}" dir="${messages.direction}" data-digits="${site.digits}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>`,
    head: html`${
      site.drafts &&
      html`<meta name="robots" content="noindex, nofollow">
`
    }${metaTags(site.robots)}<meta name="color-scheme" content="light dark">
${
  site.icon !== undefined &&
  html`<link rel="icon" href="${href(site.icon)}">
`
}${preloads.map(
  ({ outputPath, type }) =>
    html`<link rel="preload" href="${href(outputPath)}" as="font" type="${type}" crossorigin>
`,
)}${site.styles.map(
  (outputPath) => html`<link rel="stylesheet" href="${href(outputPath)}">
`,
)}`,
    // Feeds need URLs, so they exist only with `baseUrl`.
    feeds: html`${
      site.baseUrl !== undefined &&
      html`<link rel="alternate" type="application/rss+xml" title="${name}" href="${href('feed.xml')}">
<link rel="alternate" type="application/atom+xml" title="${name}" href="${href('atom.xml')}">
<link rel="alternate" type="application/feed+json" title="${name}" href="${href('feed.json')}">
`
    }${
      site.baseUrl !== undefined &&
      site.search !== undefined &&
      html`<link rel="search" type="application/opensearchdescription+xml" title="${name}" href="${href('opensearch.xml')}">
`
    }`,
    // Not deferred: it runs before the first paint, so that the chosen theme and size are there from the start.
    reader: html`${
      site.reader !== undefined &&
      html`<script src="${href(site.reader)}"></script>
`
    }`,
    skip: html`<a class="skip" href="#content">${messages.skipToContent}</a>
`,
    above: html`${
      site.head !== undefined &&
      html`<aside class="site-head">${trusted(site.head)}</aside>
`
    }`,
  };
});

/** Canonical URL, feeds, search description and metadata of a page, for its `head`. */
function headElements(page: PageFrame, site: Site, { feeds, reader }: SharedFrame): Html {
  const canonical = page.kind === 'not-found' ? undefined : site.address(page.outputPath);
  return html`${
    page.kind === 'search' &&
    site.search !== undefined &&
    html`<script src="${site.href(site.search.script)}" defer></script>
`
  }${
    canonical !== undefined &&
    html`<link rel="canonical" href="${canonical}">
`
  }${feeds}${
    page.head?.feed !== undefined &&
    html`<link rel="alternate" type="application/atom+xml" title="${page.title}" href="${site.href(page.head.feed)}">
`
  }${metaTags(page.head?.tags ?? [])}${previewPicture(page, site)}${
    page.head?.linkedData !== undefined &&
    html`<script type="application/ld+json">${trusted(page.head.linkedData)}</script>
`
  }${reader}`;
}

/** The frame of every page: head, masthead, `content` in the main element, footer. */
export function layout(page: PageFrame, content: Html, site: Site): Html {
  const home = page.kind === 'home';
  const title = home ? site.name : `${page.title} – ${site.name}`;
  const shared = sharedFrame(site);
  return html`${shared.start}${title}</title>
<meta name="description" content="${page.description}"${page.head !== undefined && described}>
${shared.head}${headElements(page, site, shared)}</head>
<body class="page-${page.kind}">
${shared.skip}${
  // The front page has the name as its heading, and the menu below it.
  !home && masthead(page, site)
}${trail(page, site)}${shared.above}<main id="content">
${content}
</main>
${colophon(page, site)}</body>
</html>
`;
}
