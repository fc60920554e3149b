import { closeSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, UrlListProblem } from '../model/diagnostic.ts';
import { maxReportedUrls } from '../model/limits.ts';
import { isOutputPath } from '../model/old-path.ts';
import { listedUrls, listProblem } from './listed-urls.ts';
import { readPage } from './read-page.ts';

/** The result of looking for the addresses of an old site. */
export interface OldUrlResult {
  /** Number of addresses in the list. */
  readonly checked: number;
  /** Number of those that lead nowhere. */
  readonly dead: number;
  /** One for each of the first that lead nowhere. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The path of an address below the archive's folder, percent-decoded; undefined where it has none. */
function pathOf(url: string, folder: string): string | undefined {
  const [address = ''] = url.split(/[?#]/);
  const path = address.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, '').replace(/^\//, '');
  try {
    const decoded = decodeURIComponent(path);
    return decoded.startsWith(folder) ? decoded.slice(folder.length) : decoded;
  } catch {
    return undefined;
  }
}

/** The files with which hosts answer a path: itself, with the extension of a page, or the index of a folder. */
const candidates = (path: string): readonly string[] =>
  path === '' || path.endsWith('/')
    ? [`${path}index.html`, ...(path === '' ? [] : [`${path.slice(0, -1)}.html`])]
    : [path, `${path}.html`, `${path}/index.html`];

/** Returns the redirects in a host's list, from path to path. */
function hostList(out: string, folder: string): ReadonlyMap<string, string> {
  const file = join(out, '_redirects');
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return new Map();
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Map(
    lines.flatMap((text) => {
      const [from, to] = text.trim().split(/\s+/);
      const source = from?.startsWith('/') === true ? pathOf(from, folder) : undefined;
      const target = to?.startsWith('/') === true ? pathOf(to, folder) : undefined;
      return source === undefined || target === undefined ? [] : [[source, target] as const];
    }),
  );
}

/** Most redirects that are followed from one address. */
const maxHops = 10;

/** Bytes of a page in which its redirect is looked for. */
const headBytes = 4096;

/** Returns the path to which the page in a file leads by itself; undefined where it is a page of its own. */
function refreshOf(out: string, file: string): string | undefined {
  const descriptor = openSync(join(out, file), 'r');
  try {
    const buffer = Buffer.alloc(headBytes);
    const head = buffer.subarray(0, readSync(descriptor, buffer)).toString('utf8');
    const { refresh } = head.includes('http-equiv="refresh"') ? readPage(head) : {};
    if (refresh === undefined) return undefined;
    const url = URL.parse(refresh, `archive://host/${encodeURI(file)}`);
    return url === null ? undefined : pathOf(url.href, '');
  } finally {
    closeSync(descriptor);
  }
}

/** Returns a function that tells whether a path leads to a page or file, directly or over redirects. */
function resolver(out: string, folder: string): (path: string) => boolean {
  const hostRedirects = hostList(out, folder);
  const isFile = (path: string): boolean =>
    isOutputPath(path) && lstatSync(join(out, path), { throwIfNoEntry: false })?.isFile() === true;
  return (path) => {
    let at: string | undefined = path;
    for (let hop = 0; hop < maxHops && at !== undefined; hop += 1) {
      const listed: string | undefined = hostRedirects.get(at) ?? hostRedirects.get(`${at}/`);
      const file: string | undefined = candidates(at).find(isFile);
      if (listed === undefined && file === undefined) return false;
      const next: string | undefined =
        listed ?? (file?.endsWith('.html') === true ? refreshOf(out, file) : undefined);
      if (next === undefined) return true;
      at = next;
    }
    return false;
  };
}

/**
 * Tells which addresses of an old site lead nowhere in a built archive. A query is ignored, as static hosts do,
 * except at the front page, which is not what the address showed.
 *
 * @param out absolute path of the output folder
 * @param list a file of addresses, one a line, or a sitemap
 * @param name the list as shown to the user
 * @param baseUrl where the archive is published; addresses in its folder lead into the archive
 * @throws the file system's error if the list cannot be read
 */
export function checkOldUrls(
  out: string,
  list: string,
  name: string,
  baseUrl: string | undefined,
): OldUrlResult {
  const folder = baseUrl === undefined ? '' : (pathOf(baseUrl, '') ?? '');
  const leads = resolver(out, folder);
  const diagnostics: Diagnostic[] = [];
  let [checked, dead] = [0, 0];
  function reportList(problem: UrlListProblem): OldUrlResult {
    const values = { problem };
    diagnostics.push({ rule: 'old-url-list', severity: 'error', file: name, values });
    return { checked, dead, diagnostics };
  }
  const problem = listProblem(list);
  if (problem !== undefined) return reportList(problem);
  for (const { url, line } of listedUrls(list)) {
    checked += 1;
    const path = pathOf(url, folder);
    const isQueryOfFront = path === '' && url.includes('?');
    if (path !== undefined && !isQueryOfFront && leads(path)) continue;
    dead += 1;
    if (dead > maxReportedUrls) continue;
    const values = { url };
    diagnostics.push({ rule: 'old-url-dead', severity: 'error', file: name, line, values });
  }
  if (checked === 0) return reportList('empty');
  return { checked, dead, diagnostics };
}
