import type { Element, Text } from 'hast';
import { captionCredit } from '../../article/caption-credit.ts';
import { figureWords, hasFigure, type Illustrable, mapFigures } from '../../article/map-figures.ts';
import { inlineHtml } from '../../article/markdown/inline-pipeline.ts';
import type { Article } from '../../model/article.ts';
import type { Block, Figure } from '../../model/block.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { PictureMention, PictureUse } from '../../model/picture.ts';
import { picturePlaces } from '../../pictures/picture-address.ts';
import { pictureMediaTypes } from '../../pictures/picture-kind.ts';
import {
  type Attaching,
  groupedDiagnostics,
  type PictureContext,
  readNamedPicture,
} from './named-pictures.ts';
import type { ReadPicture } from './picture-reader.ts';
import { sizesOf } from './publishable.ts';

/** What gets pictures: an article, or a page of the site's own. */
interface Picturable extends Illustrable {
  readonly metadata: Pick<Article['metadata'], 'images'>;
  readonly pictures?: Article['pictures'];
}

/** An article with its pictures. */
export interface IllustratedArticle<T = Article> {
  readonly article: T;
  readonly uses: readonly PictureUse[];
  readonly diagnostics: readonly Diagnostic[];
}

const isRemote = (address: string): boolean => /^\s*(?:https?:)?\/\//i.test(address);

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
  const picture = readNamedPicture(attaching, source, line ?? attaching.context.line, false);
  return picture === undefined ? figureWords(figure) : [attached(attaching, figure, picture)];
}

/** Returns a link to a picture on another site. */
function remoteLink(attaching: Attaching, { src, alt, caption }: PictureMention): Block {
  attaching.remote += 1;
  const file = picturePlaces('', src).shown.replace(/^.*\//s, '');
  const text = caption ?? alt ?? (file === '' ? src : file);
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
    const picture = readNamedPicture(attaching, mention.src, line, isPath);
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
function around<T extends Illustrable>(
  article: T,
  above: readonly Block[],
  below: readonly Block[],
): T {
  const lead = above.length === 0 ? article.lead : [...above, ...article.lead];
  const last = article.sections.at(-1);
  if (below.length === 0) return { ...article, lead };
  if (last === undefined) return { ...article, lead: [...lead, ...below] };
  const sections = article.sections.with(-1, { ...last, blocks: [...last.blocks, ...below] });
  return { ...article, lead, sections };
}

/** Tells whether an article may have pictures. */
export const mayHavePictures = (article: Picturable, siblings: readonly string[]): boolean =>
  siblings.length > 0 || article.metadata.images !== undefined || hasFigure(article);

/**
 * Finds the pictures of an article and puts them in their places: those of its text, then those of its metadata and of
 * its file's name. One that cannot be shown gives way to its caption, else its text alternative.
 */
export function attachPictures<T extends Picturable>(
  article: T,
  context: PictureContext,
): IllustratedArticle<T> {
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
const withoutFirst = <T extends Illustrable>(article: T): T =>
  mapFigures(article, ({ isFirst: _, ...figure }) => [figure]);
