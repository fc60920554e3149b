import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folder of the other generators' sites, beside the repository like the shared articles. */
export const peerSites = resolve(import.meta.dirname, '../../../shared/peers/sites');

/** Copies a generator's site without its installed packages. */
export function copySite(name: string, site: string): void {
  cpSync(join(peerSites, name), site, {
    recursive: true,
    filter: (path) => !path.endsWith('node_modules') && !path.endsWith('package-lock.json'),
  });
}

/**
 * Replaces the match of a pattern in a file.
 *
 * @throws Error if the file has no match
 */
export function edit(file: string, pattern: RegExp, replacement: string): void {
  const text = readFileSync(file, 'utf8');
  if (!pattern.test(text)) throw new Error(`${file}: no ${pattern}`);
  writeFileSync(
    file,
    text.replace(pattern, () => replacement),
  );
}

/** Restores a generator's template and adds a mark at the end of the article, unless the mark is empty. */
export function markTemplate(file: string, mark: string): void {
  const before = /<!--mark-->.*<!--\/mark-->/;
  const text = readFileSync(file, 'utf8').replace(before, '');
  const marked = text.replace('</article>', () => `${markup(mark)}</article>`);
  writeFileSync(file, mark === '' ? text : marked);
}

const markup = (mark: string): string => `<!--mark--><p>${mark}</p><!--/mark-->`;

/** Links packages that are installed elsewhere into a site. */
export function linkPackages(site: string, packages: string): void {
  const link = join(site, 'node_modules');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(packages, link);
}
