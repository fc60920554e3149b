/**
 * Begins the page groups of pages at the numbers of newest pages, which lead to these: they are no pages of the archive
 * and in no sitemap.
 */
export const listRedirectPrefix = 'redirect ';

/** The condition that a file is no such page; files of unknown group meet it. */
export const isNoListRedirect = `coalesce(page_group, '') NOT LIKE '${listRedirectPrefix}%'`;
