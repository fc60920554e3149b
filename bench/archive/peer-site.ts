import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the peers' sites are looked for: beside the repository, as the shared articles are. */
export const peerSites = resolve(import.meta.dirname, '../../../shared/peers/sites');

/** Copies a peer's site as it is, without what was installed beside it. */
export function copySite(name: string, site: string): void {
  cpSync(join(peerSites, name), site, {
    recursive: true,
    filter: (path) => !path.endsWith('node_modules') && !path.endsWith('package-lock.json'),
  });
}

/**
 * Replaces what a pattern finds in a file.
 *
 * @throws Error where it finds nothing
 */
export function edit(file: string, pattern: RegExp, by: string): void {
  const text = readFileSync(file, 'utf8');
  if (!pattern.test(text)) throw new Error(`${file}: no ${pattern}`);
  writeFileSync(
    file,
    text.replace(pattern, () => by),
  );
}

/** Puts a peer's template back as it was copied, with a mark at the article's end unless it is empty. */
export function markTemplate(file: string, mark: string): void {
  const before = /<!--mark-->.*<!--\/mark-->/;
  const text = readFileSync(file, 'utf8').replace(before, '');
  const marked = text.replace('</article>', () => `${around(mark)}</article>`);
  writeFileSync(file, mark === '' ? text : marked);
}

const around = (mark: string): string => `<!--mark--><p>${mark}</p><!--/mark-->`;

/** Lets a site use packages that are installed elsewhere. */
export function linkPackages(site: string, packages: string): void {
  const link = join(site, 'node_modules');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(packages, link);
}
