import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { repository } from '../paths.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { launchChromium } from './chromium.ts';
import { buildSite, copyFixture, type StaticHost, startHost, subfolder } from './site.ts';

/** One built archive, on a disk and on a host. */
export interface BuiltArchive {
  readonly dist: string;
  readonly code: number;
  readonly said: string;
  /** Address of a page opened from the disk. */
  file(page: string): string;
  /** Address of a page served from a subfolder of a static host. */
  hosted(page: string): string;
  /** Text of a file of the archive. */
  read(path: string): string;
}

/** The archives of the browser tests, and the browser. */
export interface Archives {
  readonly browser: Browser;
  /** The repository's own seeds. */
  readonly own: BuiltArchive;
  /** The fixture site without a `baseUrl`. */
  readonly rich: BuiltArchive;
  /** The fixture site with the host's address as its `baseUrl`. */
  readonly addressed: BuiltArchive;
  /** The fixture site with an interface in English. */
  readonly english: BuiltArchive;
  close(): Promise<void>;
}

async function built(dist: string, host: StaticHost, root: string): Promise<BuiltArchive> {
  // Beside the archive: test files that run at the same time build the repository's own seeds.
  const { code, said } = await buildSite(root, dist, `${dist}.cache`);
  return {
    dist,
    code,
    said,
    file: (page) => pathToFileURL(join(dist, page)).href,
    hosted: (page) => `${host.origin}${subfolder}${page}`,
    read: (path) => readFileSync(join(dist, path), 'utf8'),
  };
}

/** Builds all archives in temporary folders, serves them and starts one browser. */
export async function openArchives(): Promise<Archives> {
  const folder = temporaryFolder();
  const hosts: StaticHost[] = [];
  const serve = async (dist: string): Promise<StaticHost> => {
    const host = await startHost(dist);
    hosts.push(host);
    return host;
  };
  async function fixture(name: string, config?: (origin: string) => string): Promise<BuiltArchive> {
    const root = join(folder, name);
    const dist = join(root, 'dist');
    const host = await serve(dist);
    copyFixture(root, config?.(host.origin));
    return built(dist, host, root);
  }
  const ownDist = join(folder, 'own');
  const own = await built(ownDist, await serve(ownDist), repository);
  const rich = await fixture('rich');
  const addressed = await fixture('addressed', (origin) => `baseUrl: ${origin}${subfolder}\n`);
  const english = await fixture('english', () => 'language: en\n');
  const browser = await launchChromium();
  return {
    ...{ browser, own, rich, addressed, english },
    async close() {
      await browser.close();
      for (const host of hosts) await host.close();
    },
  };
}

/** The repository's article. */
export const seedPage = 'articles/000_8c196781ef486721.html';

/** Returns one page of each kind in an archive, by kind. */
export function pageOfEachKind({ dist }: BuiltArchive): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.html')).sort()) {
    const kind = /<body class="page-([a-z-]+)">/.exec(readFileSync(join(dist, file), 'utf8'))?.[1];
    // A page at an old address leads away at once.
    if (kind !== undefined && kind !== 'moved' && !found.has(kind))
      found.set(kind, file.replaceAll('\\', '/'));
  }
  return found;
}

/** Pages of every kind and with every kind of difficult content in the fixture site. */
export const richPages = [
  'index.html',
  'all/index.html',
  'all/page-1.html',
  '404.html',
  'articles/mixed.html',
  'articles/long-title.html',
  'articles/long-word.html',
  'articles/vowelled.html',
  'articles/markdown.html',
  'articles/many-sections.html',
  'articles/untitled.html',
  'articles/override.html',
  'articles/latin-first.html',
  'sources/صحيفة-الميناء.html',
  'dates/1998/index.html',
];
