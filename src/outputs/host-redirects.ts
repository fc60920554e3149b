import { encodePath } from '../model/address.ts';
import type { Redirect, RedirectHost } from '../model/redirect.ts';
import type { Output } from './output.ts';

/**
 * Most redirects in a list: Cloudflare Pages takes 2,000 static ones; Netlify advises against more than 10,000,
 * with which a deployment may fail.
 */
export const redirectLimits: Readonly<Record<RedirectHost, number>> = {
  netlify: 10_000,
  cloudflare: 2000,
};

/** Most characters in a line (Cloudflare Pages). */
const maxLine = 1000;

/** Returns an address on the host; one of a folder as readers write it, with a slash at its end. */
const addressOn = (folder: string, outputPath: string): string =>
  folder + encodePath(outputPath).replace(/(?:^|(?<=\/))index\.html$/i, '');

/** Tells whether a host would read a part of an address as a placeholder. */
const isPattern = (address: string): boolean => /\*|\/:/.test(address);

/**
 * Returns the lines of `_redirects`, which Netlify and Cloudflare Pages read.
 *
 * @param folder of the site on its host, with slashes around it
 */
export function* redirectLines(
  redirects: Iterable<Redirect>,
  folder: string,
  host: RedirectHost,
): Generator<string> {
  // Netlify leads away from an address with a page only where forced to; Cloudflare always does.
  const status = host === 'netlify' ? '301!' : '301';
  let lines = 0;
  for (const { outputPath, target } of redirects) {
    if (target === undefined) continue;
    const from = addressOn(folder, outputPath);
    const line = `${from} ${folder}${encodePath(target)} ${status}\n`;
    if (isPattern(from) || line.length > maxLine) continue;
    if (lines === redirectLimits[host]) return;
    lines += 1;
    yield line;
  }
}

/** `_redirects`: the old addresses for the host that the settings name; none without one. */
export const hostRedirectsOutput: Output = {
  name: 'redirects',
  reserves: /^_redirects$/,
  changesWith: 'archive',
  *files({ config: { baseUrl, redirects: host }, redirects }) {
    if (host === 'none') return;
    const folder = baseUrl === undefined ? '/' : new URL(baseUrl).pathname;
    const content = [...redirectLines(redirects(), folder, host)].join('');
    yield { outputPath: '_redirects', content };
  },
};
