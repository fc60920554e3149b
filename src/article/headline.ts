import type { Block } from '../model/block.ts';
import type { Metadata } from '../model/metadata.ts';
import { deriveDescription, deriveTitle } from './derive.ts';
import { firstBlock, hideTitleLine, shownText } from './title-line.ts';

/** What titles and descriptions are made of. */
export interface HeadlineSource {
  readonly blocks: readonly Block[];
  /** All words of the blocks. */
  readonly text: string;
  readonly metadata: Pick<Metadata, 'title' | 'standfirst'>;
  /** The text's own title, where it has one. */
  readonly ownTitle: string | undefined;
  /** What opens the text, a masthead or a dateline, in order. */
  readonly opening: readonly string[];
  /** Whether the title's line may stand behind what opens the text. */
  readonly isBehindOpening: boolean;
  readonly id: string;
}

/** The title and the description of an article, with the blocks under them. */
export interface Headline {
  readonly title: string;
  readonly titleDerived: boolean;
  readonly description: string;
  readonly descriptionDerived: boolean;
  /** The line that repeats the title is hidden. */
  readonly blocks: readonly Block[];
  /** Whether that line was a heading, which opens no section any more. */
  readonly headingTaken: boolean;
}

/** Returns the title and the description of an article: given ones, else such as its text gives. */
export function headline(source: HeadlineSource): Headline {
  const { text, metadata, ownTitle, opening, isBehindOpening, id } = source;
  // Of a text without a word there is still something to click on.
  const title =
    metadata.title ?? ownTitle ?? (deriveTitle(firstBlock(source.blocks, opening) || text) || id);
  const titleDerived = metadata.title === undefined && ownTitle === undefined;
  const { blocks, hidden } =
    ownTitle === title
      ? hideTitleLine(source.blocks, title, isBehindOpening ? opening.length : 0)
      : { blocks: source.blocks };
  const body = shownText(blocks, opening) || text;
  return {
    ...{ title, titleDerived, blocks },
    description: metadata.standfirst ?? deriveDescription(body, titleDerived ? title : undefined),
    descriptionDerived: metadata.standfirst === undefined,
    headingTaken: hidden === 'heading',
  };
}
