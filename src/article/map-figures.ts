import type { Article } from '../model/article.ts';
import type { Block, Figure } from '../model/block.ts';

/** Tells whether blocks hold a figure. */
const holdFigure = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => {
    if (block.kind === 'figure') return true;
    if (block.kind === 'list') return block.items.some(holdFigure);
    return (block.kind === 'quotation' || block.kind === 'note') && holdFigure(block.blocks);
  });

/** Tells whether an article has a figure. */
export const hasFigure = ({ lead, sections }: Pick<Article, 'lead' | 'sections'>): boolean =>
  holdFigure(lead) || sections.some(({ blocks }) => holdFigure(blocks));

/** Returns what stands in the place of a figure. */
export type ReplaceFigure = (figure: Figure) => readonly Block[];

function mapBlocks(blocks: readonly Block[], replace: ReplaceFigure): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'figure') return replace(block);
    if (block.kind === 'list')
      return [{ ...block, items: block.items.map((item) => mapBlocks(item, replace)) }];
    if (block.kind === 'quotation' || block.kind === 'note')
      return [{ ...block, blocks: mapBlocks(block.blocks, replace) }];
    return [block];
  });
}

/** Returns an article with each figure replaced, in reading order. */
export function mapFigures(article: Article, replace: ReplaceFigure): Article {
  if (!hasFigure(article)) return article;
  return {
    ...article,
    lead: mapBlocks(article.lead, replace),
    sections: article.sections.map((section) => ({
      ...section,
      blocks: mapBlocks(section.blocks, replace),
    })),
  };
}

/** Returns the paragraphs that stand for a figure whose picture is not shown: its text alternative, and its caption. */
export function figureWords({ asset: { description }, caption }: Figure): readonly Block[] {
  const words = [{ text: description }, ...(caption === undefined ? [] : [caption])];
  return words
    .filter(({ text }, i) => text.trim() !== '' && text.trim() !== words[i + 1]?.text.trim())
    .map((one) => ({ kind: 'paragraph', ...one }));
}

/** An article without its pictures, and how many it had. */
export interface WithoutPictures {
  readonly article: Article;
  readonly count: number;
}

/** Leaves out the pictures of an article: only the captions stay, without text alternatives and addresses. */
export function withoutPictures(article: Article): WithoutPictures {
  let count = 0;
  const bare = mapFigures(article, (figure) => {
    count += 1;
    const { caption } = figure;
    return caption === undefined ? [] : [{ kind: 'paragraph', ...caption }];
  });
  const { images = [], ...metadata } = bare.metadata;
  return {
    article: images.length === 0 ? bare : { ...bare, metadata },
    count: count + images.length,
  };
}
