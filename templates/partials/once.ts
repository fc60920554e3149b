import type { Site } from '../../src/model/site.ts';

/**
 * Returns a function that makes what depends on the site alone once for each site. The pages of a folder have the same
 * site: their links to other pages are the same.
 */
export function oncePerSite<V extends object>(make: (site: Site) => V): (site: Site) => V {
  const made = new WeakMap<Site, V>();
  return (site) => {
    const known = made.get(site);
    if (known !== undefined) return known;
    const value = make(site);
    made.set(site, value);
    return value;
  };
}
