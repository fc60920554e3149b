/** Why structure recovery has no weights: their file cannot be read, or its bytes are damaged. */
export type WeightsProblem = 'unreadable' | 'damaged';

/** Rules of structure recovery and of an editor's headings and decisions about them, with the values of their messages. */
export interface RecoveryRuleValues {
  'heading-flood': { readonly omitted: number };
  'heading-not-found': { readonly heading: string };
  'decision-not-found': { readonly heading: string };
  'decision-line': Record<never, never>;
  'weights-unusable': { readonly problem: WeightsProblem };
  'learned-ignored': { readonly isDamaged: boolean };
}
