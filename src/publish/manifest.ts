import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { exists } from './exists.ts';
import { withFile, withPath } from './open-file.ts';

/** Name of the manifest under `dist/`: BagIt's (RFC 8493, 2.1.3), so other tools can check it. */
export const manifestName = 'manifest-sha256.txt';

const decodePath = (path: string): string =>
  path.replace(/%(25|0D|0A)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Parses one line; undefined where it is malformed, or its path leaves the folder. */
function parseLine(line: string): readonly [outputPath: string, hash: string] | undefined {
  const match = /^([0-9a-f]{64}) {1,2}(.+)$/.exec(line);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const path = decodePath(match[2]);
  return path.startsWith('/') || path.split('/').includes('..') ? undefined : [path, match[1]];
}

/** Yields the paths and hashes of a manifest's text; malformed lines are skipped. */
export function* parseManifest(
  text: string,
): Generator<readonly [outputPath: string, hash: string]> {
  for (const line of text.split('\n')) {
    const parsed = parseLine(line);
    if (parsed !== undefined) yield parsed;
  }
}

/** As `parseManifest` for a file, which is read in chunks: that of a large archive has a million lines. */
export function* eachManifestLine(
  file: string,
): Generator<readonly [outputPath: string, hash: string]> {
  const descriptor = openSync(file, 'r');
  try {
    const piece = Buffer.alloc(1 << 16);
    let rest: Buffer = Buffer.alloc(0);
    for (let size = 1; size > 0; ) {
      size = withPath(file, () => readSync(descriptor, piece));
      const text = Buffer.concat([rest, piece.subarray(0, size)]);
      const end = size > 0 ? text.lastIndexOf(0x0a) + 1 : text.length;
      yield* parseManifest(text.toString('utf8', 0, end));
      rest = Buffer.from(text.subarray(end));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Tells whether an output path is that of the site's style sheet, which every archive has. */
export const isOurSheet = (outputPath: string): boolean =>
  /^assets\/site\.[0-9a-f]{10}\.css$/.test(outputPath);

/**
 * Stages a manifest: as a changed file where `out` has one, as a new file otherwise.
 */
export function writeManifest(staging: string, out: string, pieces: Iterable<string>): void {
  const state = exists(join(out, manifestName)) ? 'changed' : 'new';
  withFile(join(staging, state, manifestName), 'w', (descriptor) => {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    }
  });
}
