/** What precedes a heading; `glued` is a full stop without a space after it. */
export type BreakEvidence = 'start' | 'line' | 'mark' | 'stop' | 'glued' | 'running';

/** The kind of opening of the text after a heading. */
export type OpeningForm = 'conjunction-verb' | 'verb' | 'opener' | 'other' | 'heading' | 'nothing';

/**
 * A fact about a heading that a reader can verify in the text. None is taken from the model, so that
 * the two are independent.
 */
export type Evidence =
  | { readonly kind: 'before'; readonly seam: BreakEvidence }
  | { readonly kind: 'length'; readonly words: number }
  /** `words` are the first two words after the heading. */
  | { readonly kind: 'opening'; readonly form: OpeningForm; readonly words: string }
  /** Words of the heading, as spelled there, that recur in the text under it. */
  | { readonly kind: 'echo'; readonly words: readonly string[] }
  /** Number of other headings in the article. */
  | { readonly kind: 'others'; readonly count: number };
