/** Output paths as lists of the site's files name them. */

/** RFC 8493, 2.1.3: CR, LF and the percent sign itself are percent-encoded. */
export const encodeManifestPath = (outputPath: string): string =>
  outputPath.replace(/[%\r\n]/g, (letter) =>
    letter === '%' ? '%25' : letter === '\r' ? '%0D' : '%0A',
  );

/** Returns the output path that a line of a list names. */
export const decodeManifestPath = (path: string): string =>
  path.replace(/%(25|0D|0A)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Longest output path in bytes, as systems allow (Linux: 4096 with the path of the output folder). */
const maxPath = 4096;

/** Longest name of a file or folder in bytes. */
const maxName = 255;

/** Tells whether a path may be that of a published file: in the output folder, and none of our own marks. */
export function isInside(outputPath: string): boolean {
  if (outputPath === '' || Buffer.byteLength(outputPath) > maxPath) return false;
  if (outputPath.includes('\0') || outputPath.startsWith('.warraq-')) return false;
  return outputPath
    .split('/')
    .every(
      (name) => name !== '' && name !== '.' && name !== '..' && Buffer.byteLength(name) <= maxName,
    );
}
