/** Why an old address is answered: its article has moved, names it as an alias, or was deleted. */
export type RedirectOrigin = 'moved' | 'alias' | 'gone';

/** An old address. */
export interface Redirect {
  readonly outputPath: string;
  /** Output path of the article's page; undefined where the article was deleted. */
  readonly target: string | undefined;
  readonly origin: RedirectOrigin;
}

/** Hosts for which a list of redirects can be written. */
export const redirectHosts = ['netlify', 'cloudflare'] as const;

/** The name of such a host. */
export type RedirectHost = (typeof redirectHosts)[number];
