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
