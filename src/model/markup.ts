/** Markup of other programs in the text of a seed or of a record. */
export type MarkupKind =
  | 'html'
  | 'rtf'
  | 'mediawiki'
  | 'wikiextractor'
  | 'openiti'
  | 'latex'
  | 'shortcodes'
  | 'liquid';

/** Rules on markup of other programs, and on texts that are not what an article is. */
export interface MarkupRuleValues {
  /** Markup of another program that was read; `dropped` is the number of its parts that were left out. */
  'markup-read': { readonly kind: MarkupKind; readonly dropped: number };
  /** Source of another program of which no text comes. */
  'markup-unreadable': { readonly kind: MarkupKind };
  /** All letters are question marks, which a program wrote in their place. */
  'letters-lost': { readonly words: number };
  'letters-lost-some': { readonly words: number };
  /** A text of several articles; `isSplit` where they became articles of their own. */
  'articles-several': { readonly count: number; readonly isSplit: boolean };
  /** A text that is only its title. */
  'title-only': Record<never, never>;
}
