import type { Block, BlockKind } from '../model/block.ts';
import type { Metadata } from '../model/metadata.ts';
import { isLegible, withCarriedMarks } from './legible-title.ts';
import { asTitle, deriveDescription, deriveTitle } from './titles.ts';
import { firstBlockText, visibleText, withoutNotes } from './visible-text.ts';

/** The sources of a title and a description. */
export interface HeadlineSource {
  readonly blocks: readonly Block[];
  /** The text of all blocks. */
  readonly text: string;
  readonly metadata: Pick<Metadata, 'title' | 'standfirst' | 'description'>;
  /** The title line of the text, where it has one. */
  readonly ownTitle: string | undefined;
  /** Masthead, byline and dateline lines above the body, in order. */
  readonly headerLines: readonly string[];
  /** Whether the title line may follow the header lines. */
  readonly isBelowHeader: boolean;
  readonly id: string;
}

/** The title and the description of an article, with its blocks. */
export interface Headline {
  readonly title: string;
  readonly titleDerived: boolean;
  /** What was wrong with the title that the article has; undefined where nothing was. */
  readonly titleFault: 'title-invisible' | 'title-marks' | undefined;
  readonly description: string;
  readonly descriptionDerived: boolean;
  /** The blocks, with the line that repeats the title hidden. */
  readonly blocks: readonly Block[];
  /** Whether the hidden line was a heading, which then starts no section. */
  readonly isHeadingHidden: boolean;
}

/** Blocks with the line that repeats the title hidden. */
interface TitledBlocks {
  readonly blocks: readonly Block[];
  /** The kind of the hidden block, where there is one. */
  readonly hidden?: BlockKind;
  /** The title without the numbers of its notes, which no list explains. */
  readonly bare?: string;
}

/**
 * Hides the line that repeats the title. The line stays in its place, so that the page keeps every word of
 * the source, but is not shown twice.
 *
 * @param before number of header lines that may precede it
 */
function hideTitleLine(blocks: readonly Block[], title: string, before: number): TitledBlocks {
  for (let at = 0; at <= before && at < blocks.length - 1; at += 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph' && block?.kind !== 'heading') break;
    if (asTitle(block.text) === title) {
      const { text, markup } = block;
      const hidden: Block = {
        ...{ kind: 'paragraph', text, hidden: true },
        ...(markup === undefined ? {} : { markup }),
      };
      return {
        blocks: blocks.with(at, hidden),
        hidden: block.kind,
        bare: asTitle(withoutNotes(block)),
      };
    }
    if (block.kind === 'heading') break;
  }
  return { blocks };
}

/** Returns the blocks from the first one on that shows anything and is not the title line of the text. */
function belowTitle({ blocks, ownTitle }: HeadlineSource): readonly Block[] {
  const from = blocks.findIndex(
    (block) => !('text' in block) || (asTitle(block.text) !== ownTitle && isLegible(block.text)),
  );
  return from <= 0 ? blocks : blocks.slice(from);
}

/** Returns a title derived from a text; another one where that shows nothing. */
function legibleOr(other: string, text: string): string {
  const derived = deriveTitle(text);
  return isLegible(derived) ? derived : other;
}

/**
 * Returns what was wrong with a title that the article has.
 *
 * @param given the titles of its metadata and its text, in order
 * @param legible the first of them that shows anything
 * @param shown the title as it is shown
 */
function titleFault(
  [first]: readonly string[],
  legible: string | undefined,
  shown: string,
): Headline['titleFault'] {
  if (first === undefined) return undefined;
  if (first !== legible) return 'title-invisible';
  return first === shown ? undefined : 'title-marks';
}

/** Returns the title and the description of an article: from its metadata, else derived from its text. */
export function headline(source: HeadlineSource): Headline {
  const { text, metadata, ownTitle, headerLines, isBelowHeader, id } = source;
  // A text without words is titled by its id, so that lists can link to it.
  const given = [metadata.title, ownTitle].filter((one) => one !== undefined);
  const legible = given.find(isLegible);
  const full = legible ?? legibleOr(id, firstBlockText(belowTitle(source), headerLines) || text);
  const titleDerived = legible === undefined;
  const { blocks, hidden, bare } =
    ownTitle === full
      ? hideTitleLine(source.blocks, full, isBelowHeader ? headerLines.length : 0)
      : { blocks: source.blocks };
  const title = withCarriedMarks(bare ?? full);
  const body = visibleText(blocks, headerLines) || text;
  const stated = metadata.description ?? metadata.standfirst;
  return {
    ...{
      title,
      titleDerived,
      blocks,
      titleFault: titleFault(given, legible, bare === undefined ? title : withCarriedMarks(full)),
    },
    description: stated ?? deriveDescription(body, titleDerived ? title : undefined),
    descriptionDerived: stated === undefined,
    isHeadingHidden: hidden === 'heading',
  };
}
