import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** A package of which code is in the bundle. */
interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** The folder of the package that a module belongs to. */
const packageFolder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The text of the ISC licence, for packages that name the licence and do not have its text. */
const iscText = (author: string): string => `Copyright (c) ${author}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

/** Reads name, version and licence of a package. Throws where it has no licence or no text of it. */
function readPackage(folder: string): BundledPackage {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license, author } = manifest as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || typeof version !== 'string' || typeof license !== 'string') {
    throw new Error(`${folder}: no name, version or licence`);
  }
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file !== undefined) {
    return { name, version, license, text: readFileSync(join(folder, file), 'utf8').trim() };
  }
  if (license !== 'ISC' || typeof author !== 'string')
    throw new Error(`${folder}: no licence text`);
  return { name, version, license, text: iscText(author) };
}

/** Returns the list of packages, with the text of each licence. */
function licenseList(packages: readonly BundledPackage[]): string {
  const parts = packages.map(
    ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`,
  );
  const line = `${'-'.repeat(80)}\n\n`;
  return ['The program contains code of these packages.\n\n', ...parts].join(line);
}

/**
 * Writes the licences of the packages whose code is in the bundle.
 *
 * @param fileName name of the file, in the output folder
 */
export const listLicenses = (fileName: string): Plugin => ({
  name: 'list-licenses',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk' ? file.moduleIds : [],
    );
    const folders = new Set(
      modules.flatMap((id) => packageFolder.exec(id.replaceAll('\\', '/'))?.[1] ?? []),
    );
    const packages = [...folders]
      .map(readPackage)
      .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
    this.emitFile({ type: 'asset', fileName, source: licenseList(packages) });
  },
});
