/** Name of the manifest under `dist/`: BagIt's (RFC 8493, 2.1.3), so other tools can check it. */
export const manifestName = 'manifest-sha256.txt';

/** SHA-256 in hexadecimal by place under `dist/`. */
export type Manifest = ReadonlyMap<string, string>;

/** Percent-encodes what RFC 8493 asks for: CR, LF and the percent sign itself. */
const encodePath = (path: string): string =>
  path.replace(/[%\r\n]/g, (c) => (c === '%' ? '%25' : c === '\r' ? '%0D' : '%0A'));

const decodePath = (path: string): string =>
  path.replace(/%(25|0D|0A)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Returns the manifest's text: one line a file, in the order of the places' code units. */
export function formatManifest(manifest: Manifest): string {
  return [...manifest]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${encodePath(path)}\n`)
    .join('');
}

/** Reads a manifest's text; lines that are not of its form, or lead out of the folder, are left out. */
export function parseManifest(text: string): Manifest {
  const manifest = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^([0-9a-f]{64}) {1,2}(.+)$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) continue;
    const path = decodePath(match[2]);
    if (path.startsWith('/') || path.split('/').includes('..')) continue;
    manifest.set(path, match[1]);
  }
  return manifest;
}

/** Tells whether a manifest is of an archive that we built, and not of some other bag of files. */
export const isOurs = (manifest: Manifest): boolean =>
  manifest.has('index.html') &&
  manifest.has('404.html') &&
  [...manifest.keys()].some((path) => /^assets\/site\.[0-9a-f]{10}\.css$/.test(path));
