/** Returns an output path with its segments percent-encoded (RFC 3986). */
export const encodePath = (path: string): string =>
  /^[\w./-]*$/.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');

/**
 * Returns the URL of an output path.
 *
 * @param baseUrl where the archive is published, with a slash at its end
 * @param outputPath not percent-encoded
 */
export const address = (baseUrl: string, outputPath: string): string =>
  baseUrl + encodePath(outputPath);
