/** A page that took longer to come is from a server far away, in milliseconds. */
const farAway = 80;

/** Time after the first frame in which fonts may come, in milliseconds: from a server near by, and from one far away. */
const [near, far] = [3000, 100];

/** Tells whether the page took long to come, or is still coming. */
function isFar(): boolean {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return !!visit && (!visit.responseEnd || visit.responseEnd - visit.requestStart > farAway);
}

/** Tells whether a font of the site has come. */
const hasFont = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => /\.(?:woff2?|[ot]tf)$/.test(name));

/**
 * Keeps the faces of the system on a page whose fonts come late, so that nothing moves while it is read. The fonts
 * are fetched all the same, and stand ready for the next page. On a disk they are never late.
 */
export function keepFaces(): void {
  if (!location.protocol.startsWith('http')) return;
  requestAnimationFrame(() =>
    setTimeout(
      () => {
        if (!hasFont()) document.documentElement.dataset.faces = 'system';
      },
      isFar() ? far : near,
    ),
  );
}
