/** Returns the address of a place in the page; that of the published page where the page states it. */
export function placeAddress(place: Element | null | undefined): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const page = canonical ?? location.href.replace(/[?#].*$/s, '');
  return place ? `${page}#${encodeURIComponent(place.id)}` : page;
}
