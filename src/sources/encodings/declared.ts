import type { LegacyEncoding } from '../../model/article.ts';

/**
 * Returns the encoding declared for a file, for the nearest folder that holds it, or for all files;
 * undefined where none is.
 *
 * @param path path under the seeds folder
 * @param encodings encodings by path; the empty path is the seeds folder
 */
export function declaredEncoding(
  path: string,
  encodings: Readonly<Record<string, LegacyEncoding>>,
): LegacyEncoding | undefined {
  if (Object.keys(encodings).length === 0) return undefined;
  for (let part = path; ; part = part.slice(0, Math.max(0, part.lastIndexOf('/')))) {
    if (Object.hasOwn(encodings, part)) return encodings[part];
    if (part === '') return undefined;
  }
}
