import { readFileSync } from 'node:fs';
import type { Catalogue } from '../../catalogue/database.ts';
import { contentHashAt } from '../../catalogue/pages.ts';
import { pictureGroup, type SitePicture, sitePictures } from '../../catalogue/pictures.ts';
import type { PictureSize } from '../../model/block.ts';
import type { OwnPage } from '../../model/own-page.ts';
import { cleanPicture } from '../../pictures/clean-picture.ts';
import { PictureError } from '../../pictures/picture-bytes.ts';
import { DamagedFileError } from '../../publish/checked-file.ts';
import { exists } from '../../publish/exists.ts';
import { addCounts, noCounts, recordAll, type StageCounts } from '../render/record-files.ts';
import type { StageContext } from '../render/stages.ts';
import { cachedPicture, keepPicture } from './own-pictures.ts';
import { readPictureFile } from './picture-library.ts';
import { hashOfParts } from './publishable.ts';

/**
 * Returns the published bytes of a picture: its source without metadata.
 *
 * @throws DamagedFileError where the source is not what was read any more, so that the build begins again
 */
function publishedBytes(
  { outputPath, sha256, file }: SitePicture,
  cache: string,
): readonly Uint8Array[] {
  const source = file ?? cachedPicture(cache, outputPath);
  try {
    const parts =
      file === undefined ? [readFileSync(source)] : cleanPicture(readPictureFile(file)).parts;
    if (hashOfParts(parts) === sha256) return parts;
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error;
    if (!(error instanceof PictureError) && !isAbsent) throw error;
  }
  throw new DamagedFileError(source);
}

/** Makes the smaller copies of a picture that the cache lacks; of one that cannot be decoded, the picture itself. */
async function makeSizes(
  picture: SitePicture,
  sizes: readonly PictureSize[],
  cache: string,
): Promise<void> {
  const missing = sizes.filter(({ outputPath }) => !exists(cachedPicture(cache, outputPath)));
  if (missing.length === 0) return;
  const { scalePicture } = await import('./scale-picture.ts');
  const bytes = Buffer.concat(publishedBytes(picture, cache));
  for (const { outputPath, width } of missing) {
    keepPicture(cache, outputPath, (await scalePicture(bytes, width)) ?? bytes);
  }
}

/** Yields the pictures of the articles in the archive and of the site's own pages, each once. */
function* allPictures(catalogue: Catalogue, pages: readonly OwnPage[]): Generator<SitePicture> {
  const ofPages = pages.flatMap(({ pictures = [] }) => pictures);
  const left = new Map<string, SitePicture>(ofPages.map((one) => [one.outputPath, one]));
  for (const picture of sitePictures(catalogue)) {
    left.delete(picture.outputPath);
    yield picture;
  }
  yield* left.values();
}

/**
 * Stages the pictures of the articles in the archive and of the site's own pages. One that the site has is neither read nor written: its name is its
 * content hash.
 *
 * @throws DamagedFileError, the file system's error, the signal's reason
 */
export async function stagePictures(context: StageContext): Promise<StageCounts> {
  const { catalogue, setup, writer, journal, streamStage, signal, renderSetup } = context;
  const published = contentHashAt(catalogue);
  const isTrusted = renderSetup.known === 'catalogue';
  let counts = noCounts;
  const stage = (outputPath: string, content: () => Iterable<Uint8Array>): void => {
    if (isTrusted && published(outputPath) !== undefined) {
      writer.markPlanned(outputPath, pictureGroup);
      counts = addCounts(counts, { ...noCounts, files: 1 });
      return;
    }
    const file = streamStage(outputPath, pictureGroup, content());
    counts = addCounts(counts, recordAll({ writer, journal }, [file]));
  };
  for (const picture of allPictures(catalogue, setup.config.pages)) {
    signal?.throwIfAborted();
    stage(picture.outputPath, () => publishedBytes(picture, setup.cache));
    const unmade = picture.sizes.filter(
      ({ outputPath }) => !isTrusted || published(outputPath) === undefined,
    );
    if (unmade.length > 0) await makeSizes(picture, unmade, setup.cache);
    for (const { outputPath } of picture.sizes) {
      stage(outputPath, () => [readFileSync(cachedPicture(setup.cache, outputPath))]);
    }
  }
  return counts;
}
