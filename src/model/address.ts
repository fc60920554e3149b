import { keepRecent } from './recent.ts';

/** Output paths that need no encoding. */
const plainPath = /^[\w./-]*$/;

/** Kept, since the pages of terms are linked to again and again, and encoding an Arabic name takes microseconds. */
const encoded = keepRecent(2048, (path: string) =>
  path.split('/').map(encodeURIComponent).join('/'),
);

/** Returns an output path with its segments percent-encoded (RFC 3986). */
export const encodePath = (path: string): string => (plainPath.test(path) ? path : encoded(path));

/**
 * Returns the URL of an output path.
 *
 * @param baseUrl where the archive is published, with a slash at its end
 * @param outputPath not percent-encoded
 */
export const address = (baseUrl: string, outputPath: string): string =>
  baseUrl + encodePath(outputPath);
