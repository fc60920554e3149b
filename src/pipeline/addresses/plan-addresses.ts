import { grantAliases } from '../../catalogue/aliases.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { type AddressChange, updateAddresses } from '../../catalogue/moved-articles.ts';
import { planRedirects, type RedirectRules } from '../../catalogue/redirects.ts';
import { inTransaction } from '../../catalogue/transaction.ts';
import type { Config } from '../../model/config.ts';
import { isReservedPath } from '../../pages/kinds.ts';

/** The plan of a site's addresses. */
export interface AddressPlan {
  /** What changed in the record of addresses. */
  readonly change: AddressChange;
  /** Whether a page of an old address has come, gone or changed. */
  readonly hasChangedRedirects: boolean;
}

/** Brings the record of addresses up to date with the archive, and plans the pages of old addresses. */
export function planAddresses(
  catalogue: Catalogue,
  { gone }: Config,
  rules: Pick<RedirectRules, 'keepsPages' | 'rendersAll'>,
): AddressPlan {
  const change = updateAddresses(catalogue);
  const hasChangedRedirects = planRedirects(catalogue, {
    ...rules,
    hasGonePages: gone === 'page',
    isReserved: isReservedPath,
  });
  return { change, hasChangedRedirects };
}

/** Returns the folder of the site on its host, with a slash at its end; empty at the root. */
const siteFolderOf = (baseUrl: string | undefined): string =>
  baseUrl === undefined ? '' : decodeURIComponent(new URL(baseUrl).pathname).slice(1);

/**
 * Decides which aliases are answered, and reports the others.
 *
 * @param name returns the path of a seed as the user knows it
 */
export function decideAliases(
  catalogue: Catalogue,
  { baseUrl, redirects }: Config,
  name: (seed: string) => string,
): void {
  inTransaction(catalogue, () => {
    grantAliases(catalogue, {
      siteFolder: siteFolderOf(baseUrl),
      isReserved: isReservedPath,
      hasHostRedirects: redirects !== 'none',
      name,
    });
  });
}
