import { slug } from '../arabic/slug.ts';
import { padded } from '../calendar/edtf.ts';
import type { Provenance } from '../model/article.ts';
import { isArticleId } from '../model/article-id.ts';
import type { Config } from '../model/config.ts';
import type { PlainDate } from '../model/date.ts';
import { hash32 } from '../model/fnv1a.ts';

/** Values of an article for a permalink pattern. */
export interface PermalinkValues {
  readonly id: string;
  readonly title: string;
  /** Words for `{slug}` that the metadata give. */
  readonly slug?: string | undefined;
  readonly date: PlainDate | undefined;
}

/** Tokens of a permalink pattern. */
export const permalinkTokens = ['id', 'slug', 'year', 'month', 'day', 'shard'] as const;

/** The parts of a pattern, of which every second one is a token; kept, because all articles have one pattern. */
let last: { readonly pattern: string; readonly parts: readonly string[] } | undefined;

function partsOf(pattern: string): readonly string[] {
  if (last?.pattern !== pattern) {
    last = { pattern, parts: pattern.split(/\{(id|slug|year|month|day|shard)\}/) };
  }
  return last.parts;
}

/** Returns what a token stands for. */
function tokenValue(
  token: (typeof permalinkTokens)[number],
  { id, title, slug: words, date }: PermalinkValues,
): string {
  switch (token) {
    case 'id':
      return id;
    case 'slug':
      return slug(words ?? title) || slug(title) || id;
    case 'year':
      return padded(date?.year ?? 0, 4);
    case 'month':
      return padded(date?.month ?? 0, 2);
    case 'day':
      return padded(date?.day ?? 0, 2);
    case 'shard':
      return hash32(id).slice(0, 2);
  }
}

/**
 * Returns the output path of an article's page. Unknown parts of the date are zeros;
 * `{shard}` is two hexadecimal digits of the id's hash, for hosts that limit files in a folder.
 */
export function permalink(pattern: string, values: PermalinkValues): string {
  let path = '';
  partsOf(pattern).forEach((part, i) => {
    path += i % 2 === 0 ? part : tokenValue(part as (typeof permalinkTokens)[number], values);
  });
  return path;
}

/**
 * Returns the id that the metadata give: their `id`, else a `slug` that can be one, as other programs name a page by
 * it; not where the folders' names are part of the ids.
 */
export function givenId(
  { id, slug: words }: { readonly id?: string | undefined; readonly slug?: string | undefined },
  by: Config['ids'] = 'name',
): string | undefined {
  return id ?? (by === 'name' && words !== undefined && isArticleId(words) ? words : undefined);
}

/** The origin of a document, from which an id is derived where none is given. */
export type DocumentOrigin = Pick<Provenance, 'path' | 'record'>;

/** Names of files that stand for their folder. */
const folderFile = /^(?:_?index|readme)(?=\.[^.]*(?:\.gz)?$)/i;

/** Name of the seeds folder, wherever a site keeps it: what stands for it keeps its id when the folder is renamed. */
const seedsFolderName = 'seeds';

/** Returns a file's path, in which one that stands for its folder is named like it: `a/b.md` for `a/b/index.md`. */
function pagePath(path: string, file: string): string {
  const own = folderFile.exec(file)?.[0];
  if (own === undefined) return path;
  const folder = path.slice(0, Math.max(0, path.length - file.length - 1));
  return `${folder === '' ? seedsFolderName : folder}${file.slice(own.length)}`;
}

/** As `pagePath`, without the folders. */
function pageName(path: string, file: string): string {
  const page = folderFile.test(file) ? pagePath(path, file) : file;
  return page.slice(page.lastIndexOf('/') + 1);
}

/**
 * Returns the article's id: the one given, else the seed's file stem where it is
 * `[A-Za-z0-9._-]{1,80}`, else a short hash of its NFC path. A file that stands for its folder (`index`,
 * `_index`, `README`) has the folder's name. A record's id ends with its number in
 * the seed. The id does not depend on title or date.
 *
 * @param by `path` prefixes the names of the folders, with hyphens: `1998-07-page1`
 */
export function articleId(
  given: string | undefined,
  origin: DocumentOrigin,
  by: Config['ids'] = 'name',
): string {
  const { path, record } = origin;
  if (given !== undefined) return given;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const name = by === 'path' ? pagePath(path, file).replaceAll('/', '-') : pageName(path, file);
  const stem =
    record === undefined
      ? name.replace(/\.[^.]*$/, '')
      : `${name.replace(/\.[^.]*(?:\.gz)?$/i, '')}-${record.ordinal}`;
  if (isArticleId(stem)) return stem;
  return pathHash(origin);
}

/** Returns the id of a document whose file name is none: a hash of its path. */
export const pathHash = ({ path, record }: DocumentOrigin): string =>
  hashId(path.normalize('NFC') + (record === undefined ? '' : `#${record.ordinal}`));

/** Returns an id made of a text: two 32-bit hashes of different strings, so that a million do not collide. */
export const hashId = (text: string): string => hash32(text) + hash32(`${text.length}/${text}`);
