/** A picture's number at the end of its name: `port-1`, `port_02`, `port (3)`. */
const numbered = /^(.*[^\d\s_-])(?:[-_]|\s?\()(\d{1,2})\)?$/su;

const stemOf = (path: string): string => path.replace(/\.[^./]*$/, '');

/** Returns the last number in a stem, and the stem without it; undefined where it has none. */
function withoutNumber(stem: string): string | undefined {
  const base = numbered.exec(stem)?.[1];
  return base === undefined || base.endsWith('/') ? undefined : base;
}

/**
 * Returns the pictures of a folder by the stem of the text that they belong to: `port.jpg` and `port-1.jpg` beside
 * `port.txt`. A stem of two texts (`port.txt`, `port.md`) has none, and a numbered picture whose own stem is that of a
 * text is that text's.
 *
 * @param pictures paths, in order
 * @param texts how many texts have a stem
 */
export function siblingPictures(
  pictures: readonly string[],
  texts: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of pictures) {
    const stem = stemOf(path);
    const base = texts.has(stem) ? stem : withoutNumber(stem);
    if (base === undefined || texts.get(base) !== 1) continue;
    const list = found.get(base);
    if (list === undefined) found.set(base, [path]);
    else list.push(path);
  }
  return found;
}
