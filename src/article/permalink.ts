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

/**
 * Returns the output path of an article's page. Unknown parts of the date are zeros;
 * `{shard}` is two hexadecimal digits of the id's hash, for hosts that limit files in a folder.
 */
export function permalink(pattern: string, values: PermalinkValues): string {
  const tokens: Record<(typeof permalinkTokens)[number], () => string> = {
    id: () => values.id,
    slug: () => slug(values.slug ?? values.title) || slug(values.title) || values.id,
    year: () => padded(values.date?.year ?? 0, 4),
    month: () => padded(values.date?.month ?? 0, 2),
    day: () => padded(values.date?.day ?? 0, 2),
    shard: () => hash32(values.id).slice(0, 2),
  };
  return pattern.replace(/\{(id|slug|year|month|day|shard)\}/g, (_, name: keyof typeof tokens) =>
    tokens[name](),
  );
}

/** The origin of a document, from which an id is derived where none is given. */
export type DocumentOrigin = Pick<Provenance, 'path' | 'record'>;

/**
 * Returns the article's id: the one given, else the seed's file stem where it is
 * `[A-Za-z0-9._-]{1,80}`, else a short hash of its NFC path. A record's id ends with its number in
 * the seed. The id does not depend on title or date.
 *
 * @param by `path` prefixes the names of the folders, with hyphens: `1998-07-page1`
 */
export function articleId(
  given: string | undefined,
  { path, record }: DocumentOrigin,
  by: Config['ids'] = 'name',
): string {
  if (given !== undefined) return given;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const name = by === 'path' ? path.replaceAll('/', '-') : file;
  const stem =
    record === undefined
      ? name.replace(/\.[^.]*$/, '')
      : `${name.replace(/\.[^.]*(?:\.gz)?$/i, '')}-${record.ordinal}`;
  if (isArticleId(stem)) return stem;
  const normal = path.normalize('NFC') + (record === undefined ? '' : `#${record.ordinal}`);
  // Two 32-bit hashes of different strings: 64 bits, so that a million paths do not collide.
  return hash32(normal) + hash32(`${normal.length}/${normal}`);
}
