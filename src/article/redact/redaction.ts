import type { SourceDocument } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import type { Metadata } from '../../model/metadata.ts';
import { redactBlock } from './redact-block.ts';
import { redactMetadata } from './redact-metadata.ts';
import type { Redactor } from './redactor.ts';

/** How the names of an article are withheld while it is converted. */
export interface Redaction {
  readonly redactor: Redactor;
  /**
   * Returns the id in place of one that shows a name.
   *
   * @param title the title, where the article has one, without its names
   * @returns undefined where the id stays
   */
  readonly newId: (title: string | undefined) => string | undefined;
  /** Whether the output path shows a name; then it holds no title. */
  readonly isMoved: boolean;
}

/** Returns a document with the names in its metadata, assets and given blocks replaced; its text is unchanged. */
export function redactAroundText(
  document: SourceDocument,
  { redactor }: Redaction,
): SourceDocument {
  const { metadata, blocks, assets } = document;
  return {
    ...document,
    metadata: redactMetadata(metadata, redactor),
    ...(blocks === undefined ? {} : { blocks: redactBlocks(blocks, redactor) }),
    ...(assets === undefined
      ? {}
      : { assets: assets.map((asset) => ({ ...asset, name: redactor.text(asset.name) })) }),
  };
}

/** Returns blocks with their names replaced. */
export const redactBlocks = (blocks: readonly Block[], redactor: Redactor): readonly Block[] =>
  blocks.map((block) => redactBlock(block, redactor));

/** Returns metadata without the keys that say what is withheld. */
export function withoutPrivacyKeys({ withdrawn: _, redact: __, ...metadata }: Metadata): Metadata {
  return metadata;
}
