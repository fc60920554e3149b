import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReaderWords } from '../model/reader-words.ts';
import type { Preload, PreviewPicture } from '../model/site.ts';
import { hasCode } from '../model/system-error.ts';
import type { Theme } from '../model/theme.ts';
import { browserScript, readerScript, searchPanelsScript, searchScript } from './browser-script.ts';
import { minifyCss } from './minify-css.ts';
import { MissingAssetError } from './template-error.ts';
import { themeSheet } from './theme.ts';

/** A file that pages refer to: style sheet, font, picture or script. */
export interface SiteAsset {
  /** Output path; contains a hash of the content, so it may be cached indefinitely. */
  readonly outputPath: string;
  readonly bytes: Uint8Array;
}

/** All assets of a site. */
export interface SiteAssets {
  readonly files: readonly SiteAsset[];
  readonly styles: readonly string[];
  readonly preloads: readonly Preload[];
  readonly logo: string | undefined;
  /** Output path of the favicon. */
  readonly icon: string;
  /** The picture of the site for link previews: its cover, else its logo where that is no drawing. */
  readonly preview: PreviewPicture | undefined;
  /** Output path of the search page's style sheet, which it has in place of `styles`; undefined without search. */
  readonly searchStyle: string | undefined;
  /** Output path of the search page's script; undefined without search. */
  readonly script: string | undefined;
  /** Output path of the second script of the search page; undefined without search. */
  readonly panels: string | undefined;
  /** Output path of the reader script; undefined where none was asked for. */
  readonly reader: string | undefined;
}

/** Absolute path of the built-in style sheets, in the repository and in the package. */
export const builtInStyles = fileURLToPath(new URL('../../templates/styles', import.meta.url));

const require = createRequire(import.meta.url);

const fontTypes: Readonly<Record<string, string>> = {
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/** Names a file with a hash of its content: `name.1a2b3c4d5e.ext`. */
function fingerprinted(folder: string, name: string, bytes: Uint8Array): SiteAsset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const extension = extname(name);
  return { outputPath: `${folder}/${basename(name, extension)}.${hash}${extension}`, bytes };
}

/** Error codes of a missing file, which is the site's error; others are system errors. */
const missingFileCodes = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'];

const isSystemFailure = (error: unknown): boolean =>
  error instanceof Error &&
  'syscall' in error &&
  'code' in error &&
  !hasCode(error, ...missingFileCodes);

/** Names of the entries of a folder; none where it does not exist. */
function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isSystemFailure(error)) throw error;
    return [];
  }
}

/** Paths of the built-in style sheets, then the site's; one of the same name replaces the built-in one. */
function styleSheets(siteStyles: string | undefined): readonly string[] {
  const sheets = new Map<string, string>();
  for (const folder of [builtInStyles, ...(siteStyles === undefined ? [] : [siteStyles])]) {
    const names = readNames(folder).filter((name) => name.endsWith('.css'));
    for (const name of names.sort()) sheets.set(name, join(folder, name));
  }
  return [...sheets.values()];
}

/**
 * Reads a file that a style sheet refers to.
 *
 * @throws MissingAssetError naming the sheet, where the file or package does not exist.
 */
function readReference(sheet: string, reference: string): { name: string; bytes: Uint8Array } {
  try {
    const file = reference.startsWith('npm:')
      ? require.resolve(reference.slice('npm:'.length))
      : resolve(sheet, '..', reference);
    return { name: basename(file), bytes: readFileSync(file) };
  } catch (error) {
    if (isSystemFailure(error)) throw error;
    throw new MissingAssetError(sheet, `url("${reference}")`, { cause: error });
  }
}

/** Reads a picture of the theme. Throws MissingAssetError where the file does not exist. */
function readPicture(
  templates: string,
  setting: 'logo' | 'cover',
  name: string | undefined,
): SiteAsset | undefined {
  if (name === undefined) return undefined;
  const file = join(templates, name);
  try {
    return fingerprinted('assets', name, readFileSync(file));
  } catch (error) {
    if (isSystemFailure(error)) throw error;
    throw new MissingAssetError(file, `look.${setting}: ${name}`, { cause: error });
  }
}

const pictureTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

/** Returns a picture for link previews; undefined for a drawing, which they do not show. */
function previewOf(picture: SiteAsset | undefined): PreviewPicture | undefined {
  if (picture === undefined) return undefined;
  const { outputPath } = picture;
  const mediaType = pictureTypes[extname(outputPath).toLowerCase()];
  return mediaType === undefined ? undefined : { outputPath, mediaType };
}

/** The favicon, a sheet of paper. */
const iconSource =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="2" y="1" width="12" height="14" rx="1" fill="#7b1e1e"/><path d="M5 5h6M7 8h4M5 11h6" stroke="#fcfaf5" stroke-width="1.4"/></svg>\n';

/** Returns the reader script with its texts, in a block, so that it defines no global name. */
const readerWith = (words: ReaderWords): string =>
  `{const readerWords=${JSON.stringify(words)};${browserScript(readerScript)}}\n`;

/** A reference in a style sheet to a file; not to a URL, `data:` or a fragment. */
const reference =
  /url\(\s*["']?(?!\s*(?:data:|https?:|#|\/\/))([^"')?\s]+)(\?preload(?:=(ltr|rtl))?)?["']?\s*\)/g;

/**
 * Collects the style sheets and the files that they refer to. In a sheet `url("npm:package/file")` is a
 * file of an installed package and `url("file")` one beside the sheet; `?preload` makes pages preload
 * it, `?preload=ltr` those of an interface in that direction. All sheets are joined in one file, to save requests; the
 * search page has one with those whose names begin with `search-` too, which other pages do without.
 *
 * @param templates the site's templates folder, where it has one
 * @param theme the site's colours, fonts and logo, where it sets any
 * @param search whether the site has a search page
 * @param words texts of the reader script; there is none without them
 * @throws MissingAssetError where the logo, or a file that a sheet refers to, does not exist.
 */
export function collectAssets(
  templates: string | undefined,
  theme?: Theme,
  search: boolean = true,
  words?: ReaderWords,
): SiteAssets {
  const siteStyles = templates === undefined ? undefined : join(templates, 'styles');
  const files = new Map<string, SiteAsset>();
  const preloads: Preload[] = [];
  const sheets = styleSheets(siteStyles).map((sheet) => ({
    ofSearch: basename(sheet).startsWith('search-'),
    css: minifyCss(
      readFileSync(sheet, 'utf8').replace(
        reference,
        (_, path: string, preload?: string, direction?: 'ltr' | 'rtl') => {
          const { name, bytes } = readReference(sheet, path);
          const asset = fingerprinted('assets', name, bytes);
          files.set(asset.outputPath, asset);
          const type = fontTypes[extname(name)];
          if (preload !== undefined && type !== undefined)
            preloads.push({ outputPath: asset.outputPath, type, ...(direction && { direction }) });
          return `url("${basename(asset.outputPath)}")`;
        },
      ),
    ),
  }));
  const themeCss = theme === undefined ? '' : minifyCss(themeSheet(theme));
  const joined = (name: string, own: typeof sheets): SiteAsset => {
    const css = [...own.map((sheet) => sheet.css), themeCss].join('\n');
    return fingerprinted('assets', name, Buffer.from(css));
  };
  const sheet = joined(
    'site.css',
    sheets.filter(({ ofSearch }) => !ofSearch),
  );
  const searchSheet = search ? joined('search-page.css', sheets) : undefined;
  const logo = readPicture(templates ?? '', 'logo', theme?.logo);
  const cover = readPicture(templates ?? '', 'cover', theme?.cover);
  for (const picture of [logo, cover]) {
    if (picture !== undefined) files.set(picture.outputPath, picture);
  }
  const [script, panels] = search
    ? [
        fingerprinted('assets', 'search.js', Buffer.from(browserScript(searchScript))),
        fingerprinted('assets', 'panels.js', Buffer.from(browserScript(searchPanelsScript))),
      ]
    : [];
  const reader = words && fingerprinted('assets', 'reader.js', Buffer.from(readerWith(words)));
  const icon = fingerprinted('assets', 'icon.svg', Buffer.from(iconSource));
  const others = [icon, searchSheet, script, panels, reader].filter((file) => file !== undefined);
  return {
    files: [...files.values(), sheet, ...others],
    ...{ styles: [sheet.outputPath], searchStyle: searchSheet?.outputPath },
    ...{ preloads, logo: logo?.outputPath, icon: icon.outputPath },
    preview: previewOf(cover) ?? previewOf(logo),
    ...{ script: script?.outputPath, panels: panels?.outputPath, reader: reader?.outputPath },
  };
}
