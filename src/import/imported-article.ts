import type { Diagnostic } from '../model/diagnostic.ts';
import type { ExclusionReason } from '../model/import-figures.ts';

import type { MetadataKey } from '../model/metadata.ts';
import type { FindPicture } from './imported-picture.ts';

/** The kinds of archives that can be imported, as `--from` names them. */
export const importKinds = ['wordpress', 'feed', 'csv', 'html', 'warc', 'tei', 'json'] as const;

/** A kind of archive. */
export type ImportKind = (typeof importKinds)[number];

/** Metadata as written in a seed: a text, or a list of texts. */
export type SeedMetadata = { readonly [K in MetadataKey]?: string | readonly string[] };

/** An article of another program's archive. */
export interface ImportedArticle {
  /** Its stable key in that archive: a guid or a URL. */
  readonly key: string;
  /** URL of its page; undefined where it is unknown. Distinguishes articles with the same key. */
  readonly url: string | undefined;
  /** Candidates for the seed's name, by preference; they come from content and may be any text. */
  readonly names: readonly string[];
  readonly metadata: SeedMetadata;
  /** What its system says of its publication where it is not public (`draft`); its seed is held back by it. */
  readonly status?: string;
  readonly body: string;
  /** `markdown` where the author marked more than paragraphs. */
  readonly format: 'text' | 'markdown';
  /** Finds its pictures, which are then written beside the seed; absent where the archive has none. */
  readonly pictures?: FindPicture;
}

/** An item found in an archive: an article, an excluded item, or diagnostics only. */
export interface ImportResult {
  readonly article?: ImportedArticle;
  readonly excluded?: ExclusionReason;
  /** Its first line in the file, from 1. */
  readonly line?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns metadata without empty keys. */
export const filledMetadata = (
  metadata: {
    readonly [K in MetadataKey]?: string | readonly string[] | undefined;
  },
): SeedMetadata =>
  Object.fromEntries(
    Object.entries(metadata).filter(([, value]) => value !== undefined && value.length > 0),
  );
