import { fieldTermKind } from '../arabic/field-terms.ts';
import type { Config } from '../model/config.ts';
import { type TermKind, termKinds } from '../model/term-kind.ts';

/** Returns the kinds of terms of a site in display order: the built-in ones, then its own fields that are counted. */
export const siteTermKinds = ({ fields }: Pick<Config, 'fields'>): readonly TermKind[] => [
  ...termKinds,
  ...fields.filter(({ taxonomy }) => taxonomy).map(({ name }) => fieldTermKind(name)),
];
