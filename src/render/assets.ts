import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Preload } from '../model/site.ts';
import { hasCode } from '../model/system-error.ts';
import type { Theme } from '../model/theme.ts';
import { browserScript } from './browser-script.ts';
import { minifyCss } from './minify-css.ts';
import { TemplateError } from './template-error.ts';
import { themeSheet } from './theme.ts';

/** A file that pages need besides their own HTML. */
export interface SiteAsset {
  /** Place under `dist/`; holds a hash of the content, so it may be cached for ever. */
  readonly outputPath: string;
  readonly bytes: Uint8Array;
}

/** All assets of a site. */
export interface SiteAssets {
  readonly files: readonly SiteAsset[];
  readonly styles: readonly string[];
  readonly preloads: readonly Preload[];
  readonly logo: string | undefined;
  /** Place of the script that searches; undefined where the archive is not searched. */
  readonly script: string | undefined;
}

/** Where our own style sheets are, in the repository and in the package alike. */
export const builtInStyles = fileURLToPath(new URL('../../templates/styles', import.meta.url));

const require = createRequire(import.meta.url);

const fontTypes: Readonly<Record<string, string>> = {
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/** Names a file by its content: `name.1a2b3c4d5e.ext`. */
function fingerprinted(folder: string, name: string, bytes: Uint8Array): SiteAsset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const extension = extname(name);
  return { outputPath: `${folder}/${basename(name, extension)}.${hash}${extension}`, bytes };
}

/** What says that there is no such file; any other error is the machine's and not the site's. */
const absences = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'];

const isOfMachine = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && 'code' in error && !hasCode(error, ...absences);

/** Names of what a folder holds; none where there is no folder. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isOfMachine(error)) throw error;
    return [];
  }
}

/** Style sheets by name: ours, then the site's; one of the same name takes our place. */
function styleSheets(siteStyles: string | undefined): readonly string[] {
  const sheets = new Map<string, string>();
  for (const folder of [builtInStyles, ...(siteStyles === undefined ? [] : [siteStyles])]) {
    const names = namesIn(folder).filter((name) => name.endsWith('.css'));
    for (const name of names.sort()) sheets.set(name, join(folder, name));
  }
  return [...sheets.values()];
}

/**
 * Finds and reads a file that a sheet refers to.
 *
 * @throws TemplateError naming the sheet, where there is no such file or package.
 */
function referredFile(sheet: string, reference: string): { name: string; bytes: Uint8Array } {
  try {
    const file = reference.startsWith('npm:')
      ? require.resolve(reference.slice('npm:'.length))
      : resolve(sheet, '..', reference);
    return { name: basename(file), bytes: readFileSync(file) };
  } catch (error) {
    if (isOfMachine(error)) throw error;
    throw new TemplateError(sheet, `url("${reference}")`, error);
  }
}

/** @throws TemplateError where there is no such file. */
function logoFile(templates: string, name: string): SiteAsset {
  const file = join(templates, name);
  try {
    return fingerprinted('assets', name, readFileSync(file));
  } catch (error) {
    if (isOfMachine(error)) throw error;
    throw new TemplateError(file, `look.logo: ${name}`, error);
  }
}

/** A reference in a sheet that is neither an address of its own nor a place in the page. */
const reference = /url\(\s*["']?(?!\s*(?:data:|https?:|#|\/\/))([^"')?\s]+)(\?preload)?["']?\s*\)/g;

/**
 * Collects the style sheets with all that they refer to. In a sheet `url("npm:package/file")` is a
 * file of an installed package and `url("file")` one beside the sheet; `?preload` asks for it with
 * the page. The sheets become one, because each file is a request.
 *
 * @param templates the site's own templates folder, where there is one
 * @param search whether the archive is searched
 * @throws TemplateError where a sheet refers to a file that is not there, or the logo is not there.
 */
export function collectAssets(
  templates: string | undefined,
  look?: Theme,
  search: boolean = true,
): SiteAssets {
  const siteStyles = templates === undefined ? undefined : join(templates, 'styles');
  const files = new Map<string, SiteAsset>();
  const preloads: Preload[] = [];
  const css = styleSheets(siteStyles).map((sheet) =>
    readFileSync(sheet, 'utf8').replace(
      reference,
      (_, path: string, preload: string | undefined) => {
        const { name, bytes } = referredFile(sheet, path);
        const asset = fingerprinted('assets', name, bytes);
        files.set(asset.outputPath, asset);
        const type = fontTypes[extname(name)];
        if (preload !== undefined && type !== undefined)
          preloads.push({ outputPath: asset.outputPath, type });
        return `url("${basename(asset.outputPath)}")`;
      },
    ),
  );
  const own = look === undefined ? '' : themeSheet(look);
  const sheet = fingerprinted(
    'assets',
    'site.css',
    Buffer.from(minifyCss([...css, own].join('\n'))),
  );
  const logo = look?.logo === undefined ? undefined : logoFile(templates ?? '', look.logo);
  if (logo !== undefined) files.set(logo.outputPath, logo);
  const script = search
    ? fingerprinted('assets', 'search.js', Buffer.from(browserScript()))
    : undefined;
  return {
    files: [...files.values(), sheet, ...(script === undefined ? [] : [script])],
    ...{ styles: [sheet.outputPath], preloads, logo: logo?.outputPath, script: script?.outputPath },
  };
}
