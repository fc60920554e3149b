import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Archive, writeArchive } from '../archive/archive.ts';
import type { StorySource } from '../archive/article.ts';
import { measure } from '../archive/measure.ts';
import { warraq } from '../archive/warraq.ts';

/** The root of the repository. */
export const root: string = resolve(import.meta.dirname, '../..');

/** The generator, as `bench/archive` runs it, on Markdown with front matter. */
export const product = warraq('warraq', join(root, 'src/cli/warraq.js'));

/** Writes the settings of a site that has only pages and, optionally, a search. */
export function writeSettings(site: string, search: 'on' | 'off'): void {
  const settings = `name: أرشيف الصحف
baseUrl: https://archive.example.org/
recovery:
  headings: off
  paragraphs: off
downloads: []
exports: []
search: ${search}
`;
  writeFileSync(join(site, 'warraq.yaml'), settings);
}

/** A built site and its archive. */
export interface BuiltSite {
  readonly name: string;
  readonly folder: string;
  readonly archive: Archive;
}

const limitSeconds = 1800;

/** Replaces the title of each story by a number that occurs in no text and in no query. */
export const withoutTitles = (source: StorySource): StorySource => ({
  name: `${source.name}, without their titles`,
  story: (index) => ({ ...source.story(index), title: `a${String(index).padStart(7, '0')}` }),
});

/** Returns a hash of the code that builds sites. */
function codeHash(): string {
  const hash = createHash('sha256');
  for (const folder of ['src', 'templates']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)));
    }
  }
  return hash.digest('hex');
}

/**
 * Builds an archive with the product's command line. A site that the same code built from the same
 * articles is reused.
 *
 * @throws Error where the build fails
 */
export async function builtSite(
  lab: string,
  name: string,
  archive: Archive,
  say: (line: string) => void,
): Promise<BuiltSite> {
  const base = join(lab, 'sites', name);
  const [site, out, cache] = [join(base, 'site'), join(base, 'dist'), join(base, 'cache')];
  const stamp = join(base, 'stamp');
  const expected = `${codeHash()} ${archive.count} ${archive.source.name}`;
  const built = { name, folder: out, archive };
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === expected) return built;
  say(`building ${name}: ${archive.count} articles`);
  rmSync(base, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  writeArchive(join(site, product.contentFolder), archive, product.form);
  writeSettings(site, 'on');
  const log = join(base, 'log');
  const { exitCode } = await measure(product.build({ site, out, cache }), log, limitSeconds);
  if (exitCode !== 0) throw new Error(`The build of ${name} failed: see ${log}.errors.`);
  rmSync(cache, { recursive: true, force: true });
  writeFileSync(stamp, expected);
  return built;
}
