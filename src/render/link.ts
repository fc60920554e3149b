/**
 * Returns the relative link from one place under `dist/` to another, percent-encoded: it works in
 * any subfolder and from a disk. Both are `/`-separated and name a file.
 */
export function relativeLink(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) {
    shared += 1;
  }
  return [
    ...here.slice(shared).map(() => '..'),
    ...there.slice(shared).map(encodeURIComponent),
  ].join('/');
}
