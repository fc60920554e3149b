import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { address } from '../model/address.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { manifestName, parseManifest } from '../publish/manifest.ts';
import { hashOfFile, sha256 } from '../publish/sha256.ts';
import type { SiteSize } from './hosts.ts';
import { type ParsedPage, readPage } from './read-page.ts';
import { feedError } from './validate-feed.ts';
import { openHtmlValidator } from './validate-html.ts';

/** The result of a check. */
export interface CheckResult {
  readonly pages: number;
  readonly links: number;
  /** Number of pages whose HTML was validated; in a large archive a sample. */
  readonly validated: number;
  readonly size: SiteSize;
  readonly diagnostics: readonly Diagnostic[];
}

/** The scheme of a URL that leads out of the archive. */
const outside = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** A data URL, which causes no request. */
const carried = /^data:/i;

/** The target of a link inside the archive: output path and fragment. */
interface Target {
  readonly file: string;
  readonly fragment: string;
}

/** Resolves a relative link; undefined where it leaves the archive or cannot be decoded. */
function resolveLink(from: string, link: string): Target | undefined {
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
const styleRequests = (css: string): readonly string[] =>
  [...css.matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s;]+)/g)].flatMap(([, address]) =>
    address === undefined || address.startsWith('url(') || address.startsWith('#') ? [] : [address],
  );

/**
 * Verifies a built archive: links and fragments resolve, ids are unique, pages make no request to
 * another host and have no inline script, and every file matches the manifest.
 *
 * @param out the output folder, with its manifest
 * @param baseUrl where the archive is published; URLs under it are links within the archive
 * @param thorough whether every page is validated, however many there are
 * @returns undefined where the folder holds no archive
 */
export function check(out: string, baseUrl?: string, thorough = false): CheckResult | undefined {
  const found = listFiles(out);
  if (!found.has(manifestName)) return undefined;
  const manifest = new Map(parseManifest(readFileSync(join(out, manifestName), 'utf8')));
  const diagnostics: Diagnostic[] = [];
  const known = new Map<string, ReadonlySet<string>>();
  let links = 0;
  let pages = 0;
  let validated = 0;
  const size = { files: 0, bytes: 0, largest: 0 };
  const validate = openHtmlValidator();
  const total = [...found].filter((file) => file.endsWith('.html')).length;
  const chosen = thorough ? () => true : sampler(total);

  /** Returns the ids of a page, which is parsed again only where another page links into it. */
  function idsOf(file: string): ReadonlySet<string> {
    const ids = known.get(file) ?? readPage(readFileSync(join(out, file), 'utf8')).ids;
    known.set(file, ids);
    return ids;
  }

  /** Makes a link to the published archive relative, so that both kinds are checked alike. */
  function localLink(file: string, link: string): string {
    if (baseUrl === undefined || !link.startsWith(baseUrl)) return link;
    return '../'.repeat(file.split('/').length - 1) + link.slice(baseUrl.length);
  }

  function checkLink(file: string, link: string, own: ParsedPage | undefined): void {
    links += 1;
    const target = resolveLink(file, link);
    const at = { severity: 'error', file } as const;
    if (target === undefined || !found.has(target.file)) {
      diagnostics.push({ ...at, rule: 'link-broken', values: { link } });
    } else if (target.fragment !== '') {
      const ids = target.file === file && own !== undefined ? own.ids : idsOf(target.file);
      if (ids.has(target.fragment)) return;
      diagnostics.push({ ...at, rule: 'fragment-missing', values: { link } });
    }
  }

  function checkRequests(file: string, requests: readonly string[]): void {
    for (const address of requests) {
      const request = localLink(file, address);
      if (carried.test(request)) continue;
      if (!outside.test(request)) checkLink(file, request, undefined);
      else {
        const at = { severity: 'error', file } as const;
        diagnostics.push({ ...at, rule: 'request-foreign', values: { address } });
      }
    }
  }

  function checkPage(file: string, facts: ParsedPage): void {
    const at = { severity: 'error', file } as const;
    for (const id of facts.duplicates) {
      diagnostics.push({ ...at, rule: 'id-duplicate', values: { id } });
    }
    for (const what of facts.inline) {
      diagnostics.push({ ...at, rule: 'script-inline', values: { what } });
    }
    checkRequests(file, facts.requests);
    for (const link of facts.links.map((one) => localLink(file, one))) {
      if (!outside.test(link)) checkLink(file, link, facts);
    }
  }

  for (const file of found) {
    if (file === manifestName) continue;
    const { size: length } = statSync(join(out, file));
    size.files += 1;
    size.bytes += length;
    size.largest = Math.max(size.largest, length);
    // Other files are hashed as streams: an export may be larger than the memory.
    const bytes = read.test(file) ? readFileSync(join(out, file)) : undefined;
    const hash = manifest.get(file);
    if (hash === undefined) {
      diagnostics.push({ rule: 'file-unlisted', severity: 'warning', file, values: {} });
    } else if ((bytes === undefined ? hashOfFile(join(out, file)) : sha256(bytes)) !== hash) {
      diagnostics.push({ rule: 'file-changed', severity: 'error', file, values: {} });
    }
    if (bytes === undefined) continue;
    const text = bytes.toString('utf8');
    if (file.endsWith('.css')) checkRequests(file, styleRequests(text));
    const error = feedError(file, text);
    if (error !== undefined) {
      const values = { reason: error };
      diagnostics.push({ rule: 'feed-invalid', severity: 'error', file, values });
    }
    if (!file.endsWith('.html')) continue;
    pages += 1;
    checkPage(file, readPage(text));
    if (!chosen(file)) continue;
    validated += 1;
    diagnostics.push(...validate(file, text));
  }
  for (const file of manifest.keys()) {
    if (found.has(file)) continue;
    diagnostics.push({ rule: 'file-missing', severity: 'error', file, values: {} });
  }
  return { pages, links, validated, size, diagnostics };
}

/** Files whose content is checked. */
const read = /\.(?:html|css|xml|json)$/;

/** Number of pages validated by default; more take too long. */
const sampleSize = 500;

/**
 * Returns a function that selects the pages to validate: all of a small archive; of a large one the
 * first pages of each folder and a sample of others, the same at every check.
 */
function sampler(pages: number): (file: string) => boolean {
  const every = Math.ceil(pages / sampleSize);
  const seen = new Map<string, number>();
  return (file) => {
    const folder = file.slice(0, file.indexOf('/') + 1);
    const number = (seen.get(folder) ?? 0) + 1;
    seen.set(folder, number);
    return number <= 10 || number % every === 0;
  };
}

/** Returns the paths of all files under a folder, sorted. */
function listFiles(folder: string): ReadonlySet<string> {
  const files: string[] = [];
  const waiting = [''];
  for (let prefix = waiting.pop(); prefix !== undefined; prefix = waiting.pop()) {
    let entries: ReturnType<typeof readDirectory>;
    try {
      entries = readDirectory(join(folder, prefix));
    } catch {
      continue;
    }
    for (const entry of entries) {
      if (entry.isDirectory()) waiting.push(`${prefix}${entry.name}/`);
      else files.push(prefix + entry.name);
    }
  }
  return new Set(files.sort());
}

const readDirectory = (folder: string) => readdirSync(folder, { withFileTypes: true });
