/**
 * Returns the whole address of a place under `dist/`, percent-encoded as RFC 3986 has it.
 *
 * @param baseUrl where the archive is published, with a slash at its end
 * @param url the place, `/` between folders, as it is written on the disk
 */
export const address = (baseUrl: string, url: string): string =>
  baseUrl + url.split('/').map(encodeURIComponent).join('/');
