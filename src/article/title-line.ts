import type { Block, BlockKind } from '../model/block.ts';
import { blockText } from '../model/block-text.ts';
import { asTitle } from './derive.ts';

/** Blocks of a text after its title's line was looked for. */
export interface TitledBlocks {
  readonly blocks: readonly Block[];
  /** What the line was, where there is one that says what the title says. */
  readonly hidden?: BlockKind;
}

/**
 * The line that says what the page's title says stays in its place, so that no word of the source is
 * lost, but is not shown twice.
 *
 * @param before how many lines of a head may stand before it
 */
export function hideTitleLine(
  blocks: readonly Block[],
  title: string,
  before: number,
): TitledBlocks {
  for (let at = 0; at <= before && at < blocks.length - 1; at += 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph' && block?.kind !== 'heading') break;
    if (asTitle(block.text) === title) {
      const { text, markup } = block;
      const hidden: Block = {
        ...{ kind: 'paragraph', text, hidden: true },
        ...(markup === undefined ? {} : { markup }),
      };
      return { blocks: blocks.with(at, hidden), hidden: block.kind };
    }
    if (block.kind === 'heading') break;
  }
  return { blocks };
}

/**
 * Takes what opens a text, a masthead or a dateline, off the texts with which it begins.
 *
 * @param opening what opens it, in order, as it stands there
 * @returns the texts without it; as they are where they begin otherwise
 */
function withoutOpening(texts: readonly string[], opening: readonly string[]): readonly string[] {
  let rest = texts;
  for (const piece of opening) {
    const [first = '', ...others] = rest;
    const text = first.trimStart();
    if (!text.startsWith(piece)) return rest;
    const after = text.slice(piece.length).trim();
    rest = after === '' ? others : [after, ...others];
  }
  return rest;
}

/** Returns the paragraphs that a reader sees, for a description: neither headings nor what opens them. */
export function shownText(blocks: readonly Block[], opening: readonly string[]): string {
  const shown: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph' && !block.hidden) shown.push(block.text);
  }
  return withoutOpening(shown, opening).join(' ');
}

/**
 * Returns the text of the first block behind what opens a text, for a title: it is not made of two lines
 * of verse or of a table.
 */
export function firstBlock(blocks: readonly Block[], opening: readonly string[]): string {
  const few: string[] = [];
  for (const block of blocks) {
    if (few.length > opening.length) break;
    const text = blockText(block);
    if (text.trim() !== '') few.push(text);
  }
  return withoutOpening(few, opening)[0] ?? '';
}

/** Blocks of either end of a text that may hold what it says of itself. */
const outerBlocks = 8;

/**
 * Returns the first and last lines of a text whose blocks are known, with each block on lines of its own:
 * of headings and paragraphs alone, as a quotation or a table is not the paper's word.
 */
export function outerLines(blocks: readonly Block[]): string {
  const outer =
    blocks.length <= outerBlocks * 2
      ? blocks
      : [...blocks.slice(0, outerBlocks), ...blocks.slice(-outerBlocks)];
  return outer
    .map((block) => (block.kind === 'paragraph' || block.kind === 'heading' ? block.text : '…'))
    .join('\n');
}
