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

/**
 * Names of the archives: `own` has the repository's own seeds, `rich` is the fixture site without a `baseUrl`, `addressed`
 * with the host's address as its `baseUrl`, `english` with an interface in English.
 */
export type ArchiveName = 'own' | 'rich' | 'addressed' | 'english';

/** Archives of the browser tests, and the browser. */
export type Archives<Name extends ArchiveName> = Readonly<Record<Name, BuiltArchive>> & {
  readonly browser: Browser;
  close(): Promise<void>;
};

/** Settings of the fixture site, by the address of its host; undefined for its own. */
const settings: Readonly<
  Record<Exclude<ArchiveName, 'own'>, ((origin: string) => string) | undefined>
> = {
  rich: undefined,
  addressed: (origin) => `baseUrl: ${origin}${subfolder}\n`,
  english: () => 'language: en\n',
};

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

/** Builds archives in temporary folders, serves them and starts one browser. */
export async function openArchives<const Name extends ArchiveName>(
  ...names: readonly Name[]
): Promise<Archives<Name>> {
  const folder = temporaryFolder();
  const hosts: StaticHost[] = [];
  async function open(name: ArchiveName): Promise<BuiltArchive> {
    const root = join(folder, name);
    const dist = join(root, 'dist');
    const host = await startHost(dist);
    hosts.push(host);
    if (name === 'own') return built(dist, host, repository);
    copyFixture(root, settings[name]?.(host.origin));
    return built(dist, host, root);
  }
  const archives: [ArchiveName, BuiltArchive][] = [];
  for (const name of names) archives.push([name, await open(name)]);
  const browser = await launchChromium();
  return {
    ...(Object.fromEntries(archives) as Record<Name, BuiltArchive>),
    browser,
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
