/** What stands right before a heading; `glued` is a full stop without the space that belongs there. */
export type Seam = 'start' | 'line' | 'mark' | 'stop' | 'glued' | 'running';

/** How the text after a heading opens. */
export type OpeningForm = 'conjunction-verb' | 'verb' | 'opener' | 'other' | 'heading' | 'nothing';

/**
 * A fact about a heading that a person can check by looking at the text. None of them is taken from
 * the model, so that the two can be held against each other.
 */
export type Evidence =
  | { readonly kind: 'before'; readonly seam: Seam }
  | { readonly kind: 'length'; readonly words: number }
  /** `words` are the first two after the heading. */
  | { readonly kind: 'opening'; readonly form: OpeningForm; readonly words: string }
  /** Words of the heading, as written there, that come back in the text under it. */
  | { readonly kind: 'echo'; readonly words: readonly string[] }
  /** How many other headings the article shows. */
  | { readonly kind: 'others'; readonly count: number };
