import type { TermKind } from './term-kind.ts';

/** A part of the archive that exists once an article belongs to it: articles, the index of dates, an index of terms. */
export type SectionName = 'articles' | 'dates' | TermKind;
