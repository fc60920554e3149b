import type { LearnedFrom, LearnedHeadings } from './learned-headings.ts';

/** What learning did for the articles of one source. */
export interface SourceLearning extends LearnedFrom {
  /** The name of the source; empty for articles without one. */
  readonly source: string;
  /** Whether its articles have an adaptation of their own, that of the archive, or none. */
  readonly adaptation: 'own' | 'archive' | 'none';
  /** Its flattened articles, and how many headings they show more and fewer than without it. */
  readonly flattened: number;
  readonly more: number;
  readonly fewer: number;
}

/** The result of learning from an archive. */
export interface LearningResult {
  readonly learned: LearnedHeadings;
  /** By the number of headings gained, then by name. */
  readonly sources: readonly SourceLearning[];
  /** Articles that were read, those of known structure among them, and those in another language. */
  readonly articles: number;
  readonly known: number;
  readonly otherLanguage: number;
  /** Editors' headings that their texts lack. */
  readonly missing: number;
}
