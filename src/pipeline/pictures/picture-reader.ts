import type { Asset } from '../../model/asset.ts';
import type { PictureProblem } from '../../model/picture.ts';
import { cleanPicture } from '../../pictures/clean-picture.ts';
import { PictureError } from '../../pictures/picture-bytes.ts';
import { keepPicture } from './own-pictures.ts';
import { type PictureLibrary, readPictureFile } from './picture-library.ts';
import { type KnownPicture, knownPicture, readKnownPicture } from './publishable.ts';

/** A picture that can be shown. */
export interface ReadPicture {
  readonly state: 'read';
  /** Its path under the seeds folder; empty where it comes out of the seed. */
  readonly path: string;
  readonly known: KnownPicture;
}

/** The result of looking for a picture and reading it. */
export type PictureResult =
  | ReadPicture
  | { readonly state: 'missing'; readonly path: ''; readonly nearest: string }
  | { readonly state: 'outside'; readonly path: '' }
  | {
      readonly state: 'unusable';
      readonly path: string;
      readonly problem: PictureProblem;
      readonly detail: string;
    };

/** How a picture is named. */
export interface PictureName {
  /** Whether the address is a path under the seeds folder. */
  readonly isPath: boolean;
  /** Pictures that the seed holds itself, by their names. */
  readonly assets: readonly Asset[];
}

/** Looks for the pictures of seeds and reads what is known of them. */
export interface PictureReader {
  /** Never throws but the file system's error of the cache. */
  readonly read: (seed: string, address: string, name: PictureName) => PictureResult;
}

/** Most pictures that are remembered: a paper's logo stands in every article. */
const maxRemembered = 1000;

/** What reading a file gave. */
type Reading = KnownPicture | PictureError;

/** Returns what reading gives, an error too. */
function attempt(read: () => KnownPicture): Reading {
  try {
    return read();
  } catch (error) {
    if (error instanceof PictureError) return error;
    throw error;
  }
}

/** Returns the reader of the pictures of a library; pictures that seeds hold themselves are kept in the cache. */
export function pictureReader(library: PictureLibrary, cache: string): PictureReader {
  const remembered = new Map<string, Reading>();

  function readFile(file: string): Reading {
    const before = remembered.get(file);
    if (before !== undefined) return before;
    const reading = attempt(() => readKnownPicture(readPictureFile(file)));
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(file, reading);
    return reading;
  }

  const readAsset = (bytes: Uint8Array): Reading =>
    attempt(() => {
      const picture = cleanPicture(bytes);
      const known = knownPicture(picture);
      keepPicture(cache, known.outputPath, Buffer.concat(picture.parts));
      return known;
    });

  const resultOf = (path: string, reading: Reading): PictureResult => {
    if (!(reading instanceof PictureError)) return { state: 'read', path, known: reading };
    const { problem, detail } = reading;
    return { state: 'unusable', path, problem, detail };
  };

  return {
    read(seed, address, { isPath, assets }) {
      const asset = isPath ? undefined : assets.find(({ name }) => name === address);
      if (asset !== undefined) return resultOf('', readAsset(asset.bytes));
      const found = isPath ? library.at(address) : library.find(seed, address);
      if (found.state === 'found') return resultOf(found.path, readFile(found.file));
      return { ...found, path: '' };
    },
  };
}
