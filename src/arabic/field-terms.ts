import type { FieldTermKind } from '../model/term-kind.ts';
import { termSlug } from './slug.ts';

/** Returns the kind of the terms of a declared field. */
export const fieldTermKind = (name: string): FieldTermKind => `field-${termSlug(name)}`;
