/** Rules on headings and an editor's decisions about them, with the values of their messages. */
export interface HeadingRuleValues {
  'heading-flood': { readonly omitted: number };
  'heading-not-found': { readonly heading: string };
  'decision-not-found': { readonly heading: string };
  'decision-line': Record<never, never>;
}
