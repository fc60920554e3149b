import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { maxManifestLine } from '../model/limits.ts';
import { exists } from './exists.ts';
import { withFile, withPath } from './open-file.ts';

/** Name of the manifest under `dist/`: BagIt's (RFC 8493, 2.1.3), so other tools can check it. */
export const manifestName = 'manifest-sha256.txt';

const decodePath = (path: string): string =>
  path.replace(/%(25|0D|0A)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Parses one line; undefined if it is malformed or its path leads out of the folder. */
function parseLine(line: string): readonly [outputPath: string, contentHash: string] | undefined {
  const match = /^([0-9a-f]{64}) {1,2}(.+)$/.exec(line);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const path = decodePath(match[2]);
  return path.startsWith('/') || path.split('/').includes('..') ? undefined : [path, match[1]];
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

/** As `parseManifest` for a file, which is read in chunks, since a large archive's has a million lines. */
export function* eachManifestLine(
  file: string,
): Generator<readonly [outputPath: string, contentHash: string]> {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(1 << 16);
    let rest: Buffer = Buffer.alloc(0);
    for (let size = 1; size > 0; ) {
      size = withPath(file, () => readSync(descriptor, buffer));
      const text = Buffer.concat([rest, buffer.subarray(0, size)]);
      const end = size > 0 ? text.lastIndexOf(0x0a) + 1 : text.length;
      yield* parseManifest(text.toString('utf8', 0, end));
      // Of a line over the limit only its end is kept, which is no line of a manifest.
      rest = Buffer.from(text.subarray(Math.max(end, text.length - maxManifestLine)));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Tells whether an output path is that of the site's style sheet, which every archive has. */
export const isOurSheet = (outputPath: string): boolean =>
  /^assets\/site\.[0-9a-f]{10}\.css$/.test(outputPath);

/**
 * Stages the manifest: as a changed file if `out` has one, as a new file otherwise.
 *
 * @param staging the staging folder
 * @throws the file system's error
 */
export function writeManifest(staging: string, out: string, chunks: Iterable<string>): void {
  const state = exists(join(out, manifestName)) ? 'changed' : 'new';
  withFile(join(staging, state, manifestName), 'w', (descriptor) => {
    for (const chunk of chunks) {
      const bytes = Buffer.from(chunk);
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    }
  });
}
