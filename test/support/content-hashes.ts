/**
 * Where published files hold content hashes: in the names of search files and of assets, and at the
 * start of a line of the manifest. Names are matched first, because lines of the manifest contain them.
 */
const places: readonly RegExp[] = [
  /(?<before>search\/(?:cards|places|terms|texts)\/)(?<hash>[0-9a-z]{7})(?<after>\.js)/g,
  /(?<before>assets\/[^\s"/]*?\.)(?<hash>[0-9a-f]{10})(?<after>\.\w+)/g,
  /(?<before>^)(?<hash>[0-9a-f]{64})(?<after> {2}.+$)/gm,
];

/**
 * Returns texts with their content hashes replaced by `<hash-1>`, `<hash-2>` and so on, so that goldens do
 * not change with the bytes of a style sheet or a search file. The hashes of one name are numbered in
 * the order in which they first appear in any of the texts: the same number is the same content, in a
 * later step too.
 */
export function numberContentHashes(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, string[]>();
  const numbered = (before: string, hash: string, after: string): string => {
    const name = `${before}\0${after}`;
    const hashes = seen.get(name) ?? [];
    if (!hashes.includes(hash)) hashes.push(hash);
    seen.set(name, hashes);
    return `${before}<hash-${hashes.indexOf(hash) + 1}>${after}`;
  };
  return texts.map((text) =>
    places.reduce(
      (sofar, place) =>
        sofar.replace(place, (_, before: string, hash: string, after: string) =>
          numbered(before, hash, after),
        ),
      text,
    ),
  );
}
