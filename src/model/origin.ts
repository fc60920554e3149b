/** The address of an article on the site that it was first published on, in the form in which two are compared. */
export interface Origin {
  /** In lower case, without `www.`. */
  readonly host: string;
  /** Decoded path and query, without a slash at the end. */
  readonly path: string;
}

/** Parameters that name the way to a page and not the page. */
const trackingParameter = /^(?:utm_.*|fbclid|gclid|ref|share)$/i;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text;
  }
}

/**
 * Returns the origin that a URL names; undefined where it is no http or https URL. The scheme, `www.`, the
 * fragment, the last slash and `index.html` make no difference.
 *
 * @param base URL of the article, for an address that is relative to it
 */
export function originOf(address: string, base?: string): Origin | undefined {
  const url = URL.parse(address, base);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const path = decoded(url.pathname).replace(/\/(?:index\.(?:html?|php))?$/i, '');
  const query = [...url.searchParams]
    .filter(([name]) => !trackingParameter.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return {
    host: url.host.toLowerCase().replace(/^www\./, ''),
    path: query === '' ? path : `${path}?${query}`,
  };
}
