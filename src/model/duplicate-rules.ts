/** Rules on articles with the same text, with the values of their messages. */
export interface DuplicateRuleValues {
  /** Several articles have one text word for word; `others` names some of them, without the first. */
  'same-text': { readonly count: number; readonly others: string };
}
