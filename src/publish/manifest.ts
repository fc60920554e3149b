import { lstatSync, mkdirSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eachLine } from './lines.ts';
import { decodeManifestPath, isInside } from './manifest-path.ts';
import { withFile } from './open-file.ts';
import { hashOfFile } from './sha256.ts';

/** Name of the manifest under `dist/`: BagIt's (RFC 8493, 2.1.3), so other tools can check it. */
export const manifestName = 'manifest-sha256.txt';

/** Parses one line; undefined if it is malformed or its path leads out of the folder. */
function parseLine(line: string): readonly [outputPath: string, contentHash: string] | undefined {
  const match = /^([0-9a-f]{64}) {1,2}(.+)$/.exec(line);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const path = decodeManifestPath(match[2]);
  return isInside(path) ? [path, match[1]] : undefined;
}

/** Yields the output paths and content hashes of a manifest; malformed lines are skipped. */
export function* parseManifest(
  text: string,
): Generator<readonly [outputPath: string, contentHash: string]> {
  for (const line of text.split('\n')) {
    const parsed = parseLine(line);
    if (parsed !== undefined) yield parsed;
  }
}

/** As `parseManifest` for a file, which is read in chunks. Throws the file system's error. */
export function* eachManifestLine(
  file: string,
): Generator<readonly [outputPath: string, contentHash: string]> {
  for (const line of eachLine(file)) {
    const parsed = parseLine(line);
    if (parsed !== undefined) yield parsed;
  }
}

/** Tells whether an output path is that of the site's style sheet, which every archive has. */
export const isOurSheet = (outputPath: string): boolean =>
  /^assets\/site\.[0-9a-f]{10}\.css$/.test(outputPath);

/**
 * Stages the manifest: as a changed file if `out` has one, as a new file otherwise.
 *
 * @param staging the staging folder
 * @param hasChanges whether other files change; otherwise the manifest is staged only if the site's is missing
 *   or another
 * @returns whether it is staged
 * @throws the file system's error
 */
export function stageManifest(
  staging: string,
  out: string,
  chunks: Iterable<string>,
  hasChanges: boolean,
): boolean {
  const published = join(out, manifestName);
  const isPublished = lstatSync(published, { throwIfNoEntry: false })?.isFile() === true;
  const staged = join(staging, isPublished ? 'changed' : 'new', manifestName);
  mkdirSync(dirname(staged), { recursive: true });
  withFile(staged, 'w', (descriptor) => {
    for (const chunk of chunks) {
      const bytes = Buffer.from(chunk);
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    }
  });
  if (hasChanges || !isPublished || hashOfFile(staged) !== hashOfFile(published)) return true;
  rmSync(staged);
  return false;
}
