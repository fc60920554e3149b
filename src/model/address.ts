/** Returns a place under `dist/` with its parts percent-encoded, as RFC 3986 has it. */
export const encodePath = (path: string): string =>
  /^[\w./-]*$/.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');

/**
 * Returns the whole address of a place under `dist/`.
 *
 * @param baseUrl where the archive is published, with a slash at its end
 * @param url the place, `/` between folders, as it is written on the disk
 */
export const address = (baseUrl: string, url: string): string => baseUrl + encodePath(url);
