/** Why structure recovery has no weights: their file cannot be read, or its bytes are damaged. */
export type WeightsProblem = 'unreadable' | 'damaged';

/** Rules of structure recovery and of an editor's headings, with the values of their messages. */
export interface RecoveryRuleValues {
  'heading-flood': { readonly omitted: number };
  'heading-not-found': { readonly heading: string };
  'weights-unusable': { readonly problem: WeightsProblem };
}
