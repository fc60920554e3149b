import { address } from '../model/address.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ParsedPage } from './read-page.ts';

/** Matches a URL that leads out of the archive. */
const hasScheme = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Matches a data URL, which causes no request. */
const isDataUrl = /^data:/i;

/** The target of a link inside the archive: output path and fragment. */
interface LinkTarget {
  readonly file: string;
  readonly fragment: string;
}

/** Resolves a relative link; undefined where it leaves the archive or cannot be decoded. */
export function resolveLink(from: string, link: string): LinkTarget | undefined {
  // The folder stands for any subfolder of a host: a link out of it leaves the archive.
  const folder = 'archive://host/folder/';
  const url = URL.parse(link, address(folder, from));
  if (url === null || !url.href.startsWith(folder)) return undefined;
  try {
    const path = decodeURIComponent(url.pathname.slice('/folder/'.length));
    return {
      file: path === '' || path.endsWith('/') ? `${path}index.html` : path,
      fragment: decodeURIComponent(url.hash.slice(1)),
    };
  } catch {
    return undefined;
  }
}

/** Returns the URLs in a style sheet: `url(…)` and `@import`. */
export const styleSheetUrls = (css: string): readonly string[] =>
  [...css.matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s;]+)/g)].flatMap(([, url]) =>
    url === undefined || url.startsWith('url(') || url.startsWith('#') ? [] : [url],
  );

/** The archive in which links are resolved. */
export interface LinkedArchive {
  /** Output paths of all files. */
  readonly files: ReadonlySet<string>;
  /** Where the archive is published; URLs under it are links within the archive. */
  readonly baseUrl: string | undefined;
  /** Returns the ids of a page. */
  readonly idsOf: (file: string) => ReadonlySet<string>;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Checks links and requests of pages and style sheets. */
export interface LinkChecker {
  /** Reports duplicate ids, inline scripts, foreign requests and broken links of a page. */
  readonly checkPage: (file: string, page: ParsedPage) => void;
  /** Reports URLs that a browser would request from another host, and broken ones. */
  readonly checkRequests: (file: string, urls: readonly string[]) => void;
  /** Number of links checked so far. */
  readonly count: () => number;
}

/** Returns a checker of the links within an archive. */
export function createLinkChecker(archive: LinkedArchive): LinkChecker {
  const { files, baseUrl, idsOf, report } = archive;
  let count = 0;

  /** Makes a link to the published archive relative, so that both kinds are checked alike. */
  function localLink(file: string, link: string): string {
    if (baseUrl === undefined || !link.startsWith(baseUrl)) return link;
    return '../'.repeat(file.split('/').length - 1) + link.slice(baseUrl.length);
  }

  function checkLink(file: string, link: string, page: ParsedPage | undefined): void {
    count += 1;
    const target = resolveLink(file, link);
    const context = { severity: 'error', file, values: { link } } as const;
    if (target === undefined || !files.has(target.file)) {
      report({ ...context, rule: 'link-broken' });
    } else if (target.fragment !== '') {
      const ids = target.file === file && page !== undefined ? page.ids : idsOf(target.file);
      if (!ids.has(target.fragment)) report({ ...context, rule: 'fragment-missing' });
    }
  }

  function checkRequests(file: string, urls: readonly string[]): void {
    for (const url of urls) {
      const link = localLink(file, url);
      if (isDataUrl.test(link)) continue;
      if (!hasScheme.test(link)) checkLink(file, link, undefined);
      else report({ rule: 'request-foreign', severity: 'error', file, values: { address: url } });
    }
  }

  function checkPage(file: string, page: ParsedPage): void {
    for (const id of page.duplicates) {
      report({ rule: 'id-duplicate', severity: 'error', file, values: { id } });
    }
    for (const what of page.inline) {
      report({ rule: 'script-inline', severity: 'error', file, values: { what } });
    }
    checkRequests(file, page.requests);
    for (const link of page.links) {
      const local = localLink(file, link);
      if (!hasScheme.test(local)) checkLink(file, local, page);
    }
  }

  return { checkPage, checkRequests, count: () => count };
}
