import type { License } from '../../src/model/license.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolateName } from './language.ts';

/**
 * The name of a licence, with a link to its text where the address is known.
 *
 * @param isOfPage whether it is that of the page's content, which programs read from the link
 */
export function licenseLink({ name, url }: License, isOfPage: boolean): Html {
  if (url === undefined) return isolateName(name);
  return html`<a${isOfPage && html` rel="license"`} href="${url}">${isolateName(name)}</a>`;
}
