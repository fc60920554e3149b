import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { maxCheckedBytes } from '../model/limits.ts';
import {
  eachManifestLine,
  isManifestTagged,
  manifestName,
  tagFiles,
  tagManifestName,
} from '../publish/manifest.ts';
import { hashOfFile, sha256 } from '../publish/sha256.ts';
import { createLinkChecker, resolveLink, styleSheetUrls } from './check-links.ts';
import { checkPacks, type NamedOriginal } from './check-packs.ts';
import type { SiteSize } from './hosts.ts';
import { readPage } from './read-page.ts';
import { feedError } from './validate-feed.ts';
import { openHtmlValidator } from './validate-html.ts';

/** The result of a check. */
export interface CheckResult {
  readonly pages: number;
  readonly links: number;
  /** Number of pages whose HTML was validated; in a large archive a sample. */
  readonly validated: number;
  readonly size: SiteSize;
  /** Bytes of every file that is transferred to a host. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Text of `_redirects`; undefined where there is none. */
  readonly redirects: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Files whose content is checked. */
const textFile = /\.(?:html|css|xml|json)$/;

/**
 * Verifies a built archive: links and fragments resolve, ids are unique, pages make no request to
 * another host and have no inline script, feeds and HTML are valid, and every file matches the
 * manifest.
 *
 * @param out absolute path of the output folder
 * @param baseUrl where the archive is published; URLs under it are links within the archive
 * @param thorough whether every page is validated, however many there are
 * @returns undefined where the folder holds no archive
 */
export function check(out: string, baseUrl?: string, thorough = false): CheckResult | undefined {
  const files = listFiles(out);
  if (!files.has(manifestName)) return undefined;
  const manifest = new Map(eachManifestLine(join(out, manifestName)));
  const diagnostics: Diagnostic[] = [];
  /** The seed of the page that is checked. */
  let seed: string | undefined;
  const report = (diagnostic: Diagnostic): void =>
    void diagnostics.push(seed === undefined ? diagnostic : { ...diagnostic, seed });
  const links = createLinkChecker({ files, baseUrl, idsOf: idReader(out), report });
  const validate = openHtmlValidator();
  const htmlFiles = [...files].filter((file) => file.endsWith('.html')).length;
  const isSampled = thorough ? () => true : sampler(htmlFiles);
  let pages = 0;
  let validated = 0;
  const size = { files: 0, bytes: 0, largest: 0 };
  const sizes = new Map<string, number>();
  let redirects: string | undefined;
  const originals = new Map<string, NamedOriginal[]>();

  function checkText(file: string, text: string): void {
    if (file.endsWith('.css')) links.checkRequests(file, styleSheetUrls(text));
    const reason = feedError(file, text);
    if (reason !== undefined) {
      report({ rule: 'feed-invalid', severity: 'error', file, values: { reason } });
    }
    if (!file.endsWith('.html')) return;
    pages += 1;
    const page = readPage(text);
    seed = page.seed;
    links.checkPage(file, page);
    const { original } = page;
    const pack = original && resolveLink(file, original.pack)?.file;
    if (original !== undefined && pack !== undefined && files.has(pack)) {
      const named = originals.get(pack) ?? [];
      originals.set(pack, named);
      named.push({ ...original, file, seed });
    }
    if (!isSampled(file)) return;
    validated += 1;
    validate(file, text).forEach(report);
  }

  for (const file of files) {
    const path = join(out, file);
    const { size: bytes } = statSync(path);
    if (!file.startsWith('.git/')) sizes.set(file, bytes);
    if (file === '_redirects' && bytes <= maxCheckedBytes) redirects = readFileSync(path, 'utf8');
    if (tagFiles.includes(file)) {
      if (file === tagManifestName && !isManifestTagged(out))
        report({ rule: 'file-changed', severity: 'error', file, values: {} });
      continue;
    }
    seed = undefined;
    size.files += 1;
    size.bytes += bytes;
    size.largest = Math.max(size.largest, bytes);
    // Other files are hashed as streams: an export may be larger than the memory.
    const isText = textFile.test(file);
    if (isText && bytes > maxCheckedBytes) {
      const values = { bytes, limit: maxCheckedBytes };
      report({ rule: 'check-too-large', severity: 'error', file, values });
    }
    const content = isText && bytes <= maxCheckedBytes ? readFileSync(path) : undefined;
    const contentHash = manifest.get(file);
    if (content !== undefined) checkText(file, content.toString('utf8'));
    if (contentHash === undefined) {
      // The manifest does not list an address that shows what is withheld.
      if (content?.includes('data-withheld="') && file.endsWith('.html')) continue;
      report({ rule: 'file-unlisted', severity: 'warning', file, values: {} });
    } else if ((content === undefined ? hashOfFile(path) : sha256(content)) !== contentHash) {
      report({ rule: 'file-changed', severity: 'error', file, values: {} });
    }
  }
  seed = undefined;
  checkPacks(out, originals, report);
  for (const file of manifest.keys()) {
    if (!files.has(file)) report({ rule: 'file-missing', severity: 'error', file, values: {} });
  }
  return { pages, links: links.count(), validated, size, sizes, redirects, diagnostics };
}

/** Returns a function that returns the ids of a page; pages are parsed on demand, once each. */
function idReader(out: string): (file: string) => ReadonlySet<string> {
  const cache = new Map<string, ReadonlySet<string>>();
  return (file) => {
    const known = cache.get(file);
    if (known !== undefined) return known;
    const path = join(out, file);
    const isLarge = statSync(path).size > maxCheckedBytes;
    const ids = isLarge ? new Set<string>() : readPage(readFileSync(path, 'utf8')).ids;
    cache.set(file, ids);
    return ids;
  };
}

/** Number of pages validated by default: validation is slow. */
const sampleSize = 500;

/**
 * Returns a function that selects the pages to validate: all of a small archive; of a large one the
 * first ten pages of each folder and every n-th of the others, the same at every check.
 */
function sampler(pages: number): (file: string) => boolean {
  const interval = Math.ceil(pages / sampleSize);
  const counts = new Map<string, number>();
  return (file) => {
    const folder = file.slice(0, file.indexOf('/') + 1);
    const number = (counts.get(folder) ?? 0) + 1;
    counts.set(folder, number);
    return number <= 10 || number % interval === 0;
  };
}

/** Returns the output paths of all files under a folder, sorted; unreadable folders are skipped. */
function listFiles(folder: string): ReadonlySet<string> {
  const files: string[] = [];
  const stack = [''];
  for (let prefix = stack.pop(); prefix !== undefined; prefix = stack.pop()) {
    let entries: ReturnType<typeof readDirectory>;
    try {
      entries = readDirectory(join(folder, prefix));
    } catch {
      continue;
    }
    for (const entry of entries) {
      if (entry.isDirectory()) stack.push(`${prefix}${entry.name}/`);
      else files.push(prefix + entry.name);
    }
  }
  return new Set(files.sort());
}

const readDirectory = (folder: string) => readdirSync(folder, { withFileTypes: true });
