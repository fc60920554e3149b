import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Look } from '../model/theme.ts';
import type { Preload } from '../model/site.ts';
import { hasCode } from '../model/system-error.ts';
import { browserScript } from './browser-script.ts';
import { lookSheet } from './theme.ts';
import { squeezeCss } from './minify-css.ts';
import { TemplateError } from './template-error.ts';

/** A file that pages need besides their own HTML. */
export interface Asset {
  /** Place under `dist/`; holds a hash of the content, so it may be cached for ever. */
  readonly url: string;
  readonly bytes: Uint8Array;
}

/** All assets of a site. */
export interface Assets {
  readonly files: readonly Asset[];
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
function fingerprinted(folder: string, name: string, bytes: Uint8Array): Asset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const extension = extname(name);
  return { url: `${folder}/${basename(name, extension)}.${hash}${extension}`, bytes };
}

/** What says that there is no such file; any other fault is the machine's and not the site's. */
const absences = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'];

const isOfMachine = (fault: unknown): boolean =>
  fault instanceof Error && 'syscall' in fault && 'code' in fault && !hasCode(fault, ...absences);

/** Names of what a folder holds; none where there is no folder. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (fault) {
    if (isOfMachine(fault)) throw fault;
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
  } catch (fault) {
    if (isOfMachine(fault)) throw fault;
    throw new TemplateError(sheet, `url("${reference}")`, fault);
  }
}

/** @throws TemplateError where there is no such file. */
function logoFile(templates: string, name: string): Asset {
  const file = join(templates, name);
  try {
    return fingerprinted('assets', name, readFileSync(file));
  } catch (fault) {
    if (isOfMachine(fault)) throw fault;
    throw new TemplateError(file, `look.logo: ${name}`, fault);
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
  look?: Look,
  search: boolean = true,
): Assets {
  const siteStyles = templates === undefined ? undefined : join(templates, 'styles');
  const files = new Map<string, Asset>();
  const preloads: Preload[] = [];
  const css = styleSheets(siteStyles).map((sheet) =>
    readFileSync(sheet, 'utf8').replace(
      reference,
      (_, path: string, preload: string | undefined) => {
        const { name, bytes } = referredFile(sheet, path);
        const asset = fingerprinted('assets', name, bytes);
        files.set(asset.url, asset);
        const type = fontTypes[extname(name)];
        if (preload !== undefined && type !== undefined) preloads.push({ url: asset.url, type });
        return `url("${basename(asset.url)}")`;
      },
    ),
  );
  const own = look === undefined ? '' : lookSheet(look);
  const sheet = fingerprinted(
    'assets',
    'site.css',
    Buffer.from(squeezeCss([...css, own].join('\n'))),
  );
  const logo = look?.logo === undefined ? undefined : logoFile(templates ?? '', look.logo);
  if (logo !== undefined) files.set(logo.url, logo);
  const script = search
    ? fingerprinted('assets', 'search.js', Buffer.from(browserScript()))
    : undefined;
  return {
    files: [...files.values(), sheet, ...(script === undefined ? [] : [script])],
    ...{ styles: [sheet.url], preloads, logo: logo?.url, script: script?.url },
  };
}
