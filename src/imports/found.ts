import type { Diagnostic } from '../model/diagnostic.ts';
import type { LeftOut } from '../model/import-figures.ts';

export type { LeftOut } from '../model/import-figures.ts';

import type { MetadataKey } from '../model/metadata.ts';

/** The kinds of archives that are brought along, by the name that `--from` takes. */
export const importKinds = ['wordpress', 'feed', 'csv', 'html', 'warc'] as const;

/** A kind of archive. */
export type ImportKind = (typeof importKinds)[number];

/** Metadata as a seed says them: one text, or a list of texts. */
export type SeedMetadata = { readonly [K in MetadataKey]?: string | readonly string[] };

/** An article as another program kept it. */
export interface ImportedArticle {
  /** What names it there and stays when its words change: a guid, an address. */
  readonly key: string;
  /** Where it was published; undefined where that is not told. Tells two apart that have one key. */
  readonly address: string | undefined;
  /** Names that its seed may bear, the best first; they come from content and may be anything. */
  readonly names: readonly string[];
  readonly metadata: SeedMetadata;
  readonly body: string;
  /** `markdown` where the author marked more than paragraphs. */
  readonly format: 'text' | 'markdown';
}

/** What was found in an archive: an article, an item that stays there, or only something to tell. */
export interface Found {
  readonly article?: ImportedArticle;
  readonly leftOut?: LeftOut;
  /** The line of its file on which it begins, from 1. */
  readonly line?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns metadata without the keys that say nothing. */
export const filledMetadata = (
  metadata: {
    readonly [K in MetadataKey]?: string | readonly string[] | undefined;
  },
): SeedMetadata =>
  Object.fromEntries(
    Object.entries(metadata).filter(([, value]) => value !== undefined && value.length > 0),
  );
