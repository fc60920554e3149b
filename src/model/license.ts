/** A licence as pages show it. */
export interface License {
  readonly name: string;
  /** Address of its text, where it is known. */
  readonly url: string | undefined;
}

/** A licence of Creative Commons by its address. */
const deedUrl =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)(?:\/|$)/i;

/** The same by its name: «CC BY-SA 4.0», `CC-BY-NC-ND-3.0`, `cc_by_4.0`. */
const deedName =
  /^cc[ _-](by(?:[ _-](?:nc|sa|nd))*)(?:[ _-]v?(\d\.\d))?(?:[ _-](?:intl?|international))?$/i;

const zeroName = /^cc[ _-]?(?:0|zero)(?:[ _-]1\.0)?(?:[ _-]universal)?$/i;

/** The version that a name without one means: the current one. */
const currentVersion = '4.0';

function ofUrl(url: string): License {
  const [, kind = '', code = '', version = ''] = deedUrl.exec(url) ?? [];
  const name = code.toLowerCase();
  if (kind.toLowerCase() === 'licenses')
    return { name: `CC ${name.toUpperCase()} ${version}`, url };
  if (name === 'zero') return { name: `CC0 ${version}`, url };
  return { name: name === 'mark' ? 'Public Domain Mark' : url, url };
}

/**
 * Returns a licence by its name or its address; those of Creative Commons have both. The name of another licence stays
 * as written.
 */
export function licenseOf(written: string): License {
  if (/^https?:\/\//i.test(written)) return ofUrl(written);
  if (zeroName.test(written)) {
    return { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
  }
  const [, code, version = currentVersion] = deedName.exec(written.trim()) ?? [];
  if (code === undefined) return { name: written, url: undefined };
  const parts = code.toLowerCase().split(/[ _-]/).join('-');
  const url = `https://creativecommons.org/licenses/${parts}/${version}/`;
  return { name: `CC ${parts.toUpperCase()} ${version}`, url };
}
