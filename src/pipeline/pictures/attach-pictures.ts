import type { Element, Text } from 'hast';
import { captionCredit } from '../../article/caption-credit.ts';
import { figureWords, hasFigure, mapFigures } from '../../article/map-figures.ts';
import { inlineHtml } from '../../article/markdown/inline-pipeline.ts';
import { pictureNameOf } from '../../catalogue/pictures.ts';
import type { Article } from '../../model/article.ts';
import type { Asset } from '../../model/asset.ts';
import type { Block, Figure } from '../../model/block.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { largePictureBytes, maxPictures } from '../../model/limits.ts';
import type {
  PictureMention,
  PictureSettings,
  PictureUse,
  ShownPicture,
} from '../../model/picture.ts';
import { picturePlaces } from '../../pictures/picture-address.ts';
import { kindOfName, pictureMediaTypes } from '../../pictures/picture-kind.ts';
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

/** An article with its pictures. */
export interface IllustratedArticle {
  readonly article: Article;
  readonly uses: readonly PictureUse[];
  readonly diagnostics: readonly Diagnostic[];
}

const isRemote = (address: string): boolean => /^\s*(?:https?:)?\/\//i.test(address);

/** What is collected while the pictures of an article are attached. */
interface Attaching {
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
function read(
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

/** Returns a figure with its picture, caption and credit. */
function attached(attaching: Attaching, figure: Figure, { known }: ReadPicture): Figure {
  const { asset, caption, credit } = figure;
  const { outputPath, sha256, width, height, kind, bytes } = known;
  const { source = '', description } = asset;
  const parted =
    caption === undefined || caption.markup !== undefined || credit !== undefined
      ? { caption: caption?.text ?? '', credit }
      : captionCredit(caption.text);
  const sizes = sizesOf(known, attaching.context.settings);
  const words = caption?.markup !== undefined ? caption : { text: parted.caption };
  if (description === '') attaching.withoutAlt.push(asset.line ?? attaching.context.line ?? 0);
  const isFirst = attaching.shown.length === 0;
  if (!attaching.outputPaths.has(outputPath))
    attaching.shown.push({
      ...{ outputPath, source, mediaType: pictureMediaTypes[kind], width, height, bytes },
      ...(description === '' ? {} : { alt: description }),
      ...(words.text === '' ? {} : { caption: words.text }),
      ...(parted.credit === undefined ? {} : { credit: parted.credit }),
      ...(sizes.length === 0 ? {} : { sizes }),
    });
  attaching.outputPaths.add(outputPath);
  return {
    kind: 'figure',
    ...(figure.id === undefined ? {} : { id: figure.id }),
    asset: {
      ...{ sha256, outputPath, description, source, width, height },
      ...(sizes.length === 0 ? {} : { sizes }),
    },
    ...(words.text === '' ? {} : { caption: words }),
    ...(parted.credit === undefined ? {} : { credit: parted.credit }),
    ...(isFirst ? { isFirst } : {}),
  };
}

/** Returns what stands for a figure: itself with its picture, or its words. */
function figureBlocks(attaching: Attaching, figure: Figure): readonly Block[] {
  const { source = '', line } = figure.asset;
  const picture = read(attaching, source, line ?? attaching.context.line, false);
  return picture === undefined ? figureWords(figure) : [attached(attaching, figure, picture)];
}

/** Returns a link to a picture on another site. */
function remoteLink(attaching: Attaching, { src, alt, caption }: PictureMention): Block {
  attaching.remote += 1;
  const text = caption ?? alt ?? src;
  const href = src.trim().startsWith('//') ? `https:${src.trim()}` : src.trim();
  const words: Text = { type: 'text', value: text };
  const link: Element = {
    ...{ type: 'element', tagName: 'a', properties: { href }, children: [words] },
  };
  return { kind: 'paragraph', text, markup: inlineHtml([link]) };
}

/** Returns the blocks of the pictures that metadata and names give, without those that the text shows itself. */
function ownBlocks(attaching: Attaching, images: readonly PictureMention[]): readonly Block[] {
  const { siblings, line } = attaching.context;
  const mentions = [
    ...images.map((mention) => ({ mention, isPath: false })),
    ...siblings.map((path) => ({ mention: { src: path } as PictureMention, isPath: true })),
  ];
  return mentions.flatMap(({ mention, isPath }): readonly Block[] => {
    if (!isPath && isRemote(mention.src)) return [remoteLink(attaching, mention)];
    const picture = read(attaching, mention.src, line, isPath);
    const { src, alt = '', caption, credit } = mention;
    const figure: Figure = {
      kind: 'figure',
      asset: { sha256: '', outputPath: '', description: alt, source: src },
      ...(caption === undefined ? {} : { caption: { text: caption } }),
      ...(credit === undefined ? {} : { credit }),
    };
    if (picture === undefined) return [];
    if (attaching.outputPaths.has(picture.known.outputPath)) return [];
    return [attached(attaching, figure, picture)];
  });
}

/** Puts blocks before and after the text of an article. */
function around(article: Article, above: readonly Block[], below: readonly Block[]): Article {
  const lead = above.length === 0 ? article.lead : [...above, ...article.lead];
  const last = article.sections.at(-1);
  if (below.length === 0) return { ...article, lead };
  if (last === undefined) return { ...article, lead: [...lead, ...below] };
  const sections = article.sections.with(-1, { ...last, blocks: [...last.blocks, ...below] });
  return { ...article, lead, sections };
}

/** Returns the diagnostics of the whole article. */
function* groupedDiagnostics(attaching: Attaching): Generator<Diagnostic> {
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

/** Tells whether an article may have pictures. */
export const mayHavePictures = (article: Article, siblings: readonly string[]): boolean =>
  siblings.length > 0 || article.metadata.images !== undefined || hasFigure(article);

/**
 * Finds the pictures of an article and puts them in their places: those of its text, then those of its metadata and of
 * its file's name. One that cannot be shown gives way to its caption, else its text alternative.
 */
export function attachPictures(article: Article, context: PictureContext): IllustratedArticle {
  const attaching: Attaching = {
    ...{ context, uses: [], shown: [], diagnostics: [], outputPaths: new Set(), told: new Set() },
    ...{ count: 0, remote: 0, withoutAlt: [] },
  };
  const { images = [] } = article.metadata;
  // Those of the text first, so that none is shown twice.
  const illustrated = mapFigures(article, (figure) => figureBlocks(attaching, figure));
  const inText = attaching.shown.splice(0);
  const own = ownBlocks(attaching, images);
  const [first, ...others] = attaching.shown;
  const above = own.find((block) => block.kind === 'figure');
  const below = own.filter((block) => block !== above);
  const shown = [...(first === undefined ? [] : [first]), ...inText, ...others];
  const placed =
    above === undefined
      ? around(illustrated, [], below)
      : around(withoutFirst(illustrated), [{ ...above, isFirst: true }], below);
  return {
    article: shown.length === 0 ? placed : { ...placed, pictures: shown },
    uses: attaching.uses,
    diagnostics: [...attaching.diagnostics, ...groupedDiagnostics(attaching)],
  };
}

/** Returns an article none of whose figures is the first of the page. */
const withoutFirst = (article: Article): Article =>
  mapFigures(article, ({ isFirst: _, ...figure }) => [figure]);
