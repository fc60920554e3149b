import { lstatSync, mkdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { archiveVersionPath, archiveVersionScript } from './archive-version.ts';
import { eachLine } from './lines.ts';
import { decodeManifestPath, isInside } from './manifest-path.ts';
import { withFile } from './open-file.ts';
import { hashOfFile } from './sha256.ts';

/** Name of the manifest under `dist/`: BagIt's (RFC 8493, 2.1.3), so other tools can check it. */
export const manifestName = 'manifest-sha256.txt';

/**
 * Name of the file with the hashes of the manifest and of the file that tells its version (RFC 8493, 2.2.1): the hash of
 * the manifest names a version of the whole archive. The manifest lists neither, and no page contains that hash, since
 * the manifest lists the pages.
 */
export const tagManifestName = 'tagmanifest-sha256.txt';

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

/** Returns where a file is staged: as a changed file if `out` has one, as a new file otherwise. */
function stagedAt(staging: string, out: string, name: string): string {
  const isPublished = lstatSync(join(out, name), { throwIfNoEntry: false })?.isFile() === true;
  const staged = join(staging, isPublished ? 'changed' : 'new', name);
  mkdirSync(dirname(staged), { recursive: true });
  return staged;
}

/** Tells whether a published file has other bytes than the staged one, or is missing. */
function isOther(staged: string, published: string): boolean {
  const isPublished = lstatSync(published, { throwIfNoEntry: false })?.isFile() === true;
  return !isPublished || hashOfFile(staged) !== hashOfFile(published);
}

function writeChunks(file: string, chunks: Iterable<string>): void {
  withFile(file, 'w', (descriptor) => {
    for (const chunk of chunks) {
      const bytes = Buffer.from(chunk);
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    }
  });
}

/** Files that the manifest does not list: itself, the tag manifest and what that lists. */
export const tagFiles: readonly string[] = [manifestName, tagManifestName, archiveVersionPath];

/** Tells whether a folder's tag manifest has the hashes of its manifest and of the other files that it lists. */
export function isManifestTagged(out: string): boolean {
  const tagged = join(out, tagManifestName);
  if (lstatSync(tagged, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const tags = new Map(parseManifest(readFileSync(tagged, 'utf8')));
  return (
    tags.has(manifestName) &&
    tags.entries().every(([name, hash]) => hashOfFile(join(out, name)) === hash)
  );
}

/** What the manifest and its tags are made of. */
export interface ManifestParts {
  /** The text of the manifest in pieces. */
  readonly chunks: Iterable<string>;
  /** The version in a citation: «نسخة الأرشيف {version}». */
  readonly versionWords: string;
  /** Whether other files change; otherwise they are staged only if one of the site's is missing or another. */
  readonly hasChanges: boolean;
}

/**
 * Stages the manifest, the file that tells its version, and the hashes of both.
 *
 * @param staging the staging folder
 * @returns whether they are staged
 * @throws the file system's error
 */
export function stageManifest(
  staging: string,
  out: string,
  { chunks, versionWords, hasChanges }: ManifestParts,
): boolean {
  const stagedFile = (name: string): string => stagedAt(staging, out, name);
  const [manifest, version] = [stagedFile(manifestName), stagedFile(archiveVersionPath)];
  writeChunks(manifest, chunks);
  const hash = hashOfFile(manifest) ?? '';
  writeChunks(version, [archiveVersionScript(versionWords, hash)]);
  writeChunks(stagedFile(tagManifestName), [
    `${hash}  ${manifestName}\n`,
    `${hashOfFile(version)}  ${archiveVersionPath}\n`,
  ]);
  const all = tagFiles.map((name) => ({ staged: stagedFile(name), published: join(out, name) }));
  if (hasChanges || all.some(({ staged, published }) => isOther(staged, published))) return true;
  for (const { staged } of all) rmSync(staged);
  return false;
}
