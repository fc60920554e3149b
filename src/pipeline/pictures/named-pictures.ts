import { pictureNameOf } from '../../catalogue/pictures.ts';
import type { Asset } from '../../model/asset.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { largePictureBytes, maxPictures } from '../../model/limits.ts';
import type { PictureSettings, PictureUse, ShownPicture } from '../../model/picture.ts';
import { picturePlaces } from '../../pictures/picture-address.ts';
import { kindOfName } from '../../pictures/picture-kind.ts';
import type { PictureReader, ReadPicture } from './picture-reader.ts';
import { sizesOf } from './publishable.ts';

/** What the pictures of an article are attached by. */
export interface PictureContext {
  /** Path of its seed. */
  readonly seed: string;
  /** Line of its record, where it is one. */
  readonly line: number | undefined;
  /** Pictures that belong to it by their names. */
  readonly siblings: readonly string[];
  /** Pictures that its seed holds itself. */
  readonly assets: readonly Asset[];
  readonly settings: PictureSettings | undefined;
  readonly reader: PictureReader;
}

/** What is collected while the pictures of an article are attached. */
export interface Attaching {
  readonly context: PictureContext;
  readonly uses: PictureUse[];
  readonly shown: ShownPicture[];
  readonly diagnostics: Diagnostic[];
  /** Output paths of the pictures that the article shows. */
  readonly outputPaths: Set<string>;
  /** Pictures told about, each once. */
  readonly told: Set<string>;
  count: number;
  remote: number;
  /** Lines of the pictures without a text alternative; 0 where it is not known. */
  readonly withoutAlt: number[];
}

/** Reads a picture, with its diagnostics; undefined where it cannot be shown. */
export function readNamedPicture(
  attaching: Attaching,
  address: string,
  line: number | undefined,
  isPath: boolean,
): ReadPicture | undefined {
  const { context, uses, diagnostics, told } = attaching;
  const { seed, reader, settings, assets } = context;
  attaching.count += 1;
  if (attaching.count > maxPictures) return undefined;
  const at = { severity: 'warning', file: seed, ...(line === undefined ? {} : { line }) } as const;
  const picture = isPath
    ? address.slice(address.lastIndexOf('/') + 1)
    : picturePlaces(seed, address).shown;
  const isNew = !told.has(picture);
  told.add(picture);
  const tell = (diagnostic: Diagnostic): void => {
    if (isNew) diagnostics.push(diagnostic);
  };
  const result = reader.read(seed, address, { isPath, assets });
  const use = { name: pictureNameOf(picture), path: result.path };
  // A file of another of the names that the address may mean may come or go later.
  for (const name of isPath ? [] : picturePlaces(seed, address).names) {
    if (name !== use.name) uses.push({ name, path: '' });
  }
  if (result.state !== 'read') {
    uses.push(use);
    if (result.state === 'outside') tell({ ...at, rule: 'picture-outside', values: { picture } });
    else if (result.state === 'missing')
      tell({ ...at, rule: 'picture-missing', values: { picture, nearest: result.nearest } });
    else {
      const { problem, detail } = result;
      tell({ ...at, rule: 'picture-unusable', values: { picture, problem, detail } });
    }
    return undefined;
  }
  const { known } = result;
  const sizes = sizesOf(known, settings);
  const { outputPath, sha256 } = known;
  uses.push({
    ...use,
    published: { outputPath, sha256 },
    ...(sizes.length === 0 ? {} : { sizes }),
  });
  const ending = kindOfName(picture);
  if (ending !== undefined && ending !== known.kind)
    tell({ ...at, rule: 'picture-ending', values: { picture, kind: known.kind.toUpperCase() } });
  if (known.wasActive) tell({ ...at, rule: 'picture-drawing', values: { picture } });
  if (known.isLarge && settings === undefined)
    tell({
      ...at,
      rule: 'picture-large',
      values: { picture, bytes: known.bytes, limit: largePictureBytes },
    });
  return result;
}

/** Returns the diagnostics of the whole article. */
export function* groupedDiagnostics(attaching: Attaching): Generator<Diagnostic> {
  const { context, count, remote, withoutAlt } = attaching;
  const at = { severity: 'warning', file: context.seed } as const;
  if (count > maxPictures) {
    const values = { pictures: count, limit: maxPictures };
    yield { ...at, rule: 'pictures-too-many', values };
  }
  if (remote > 0) yield { ...at, rule: 'picture-remote', values: { count: remote } };
  const [line = 0] = withoutAlt;
  if (withoutAlt.length > 0) {
    const values = { count: withoutAlt.length };
    yield { ...at, ...(line === 0 ? {} : { line }), rule: 'picture-alt', values };
  }
}
