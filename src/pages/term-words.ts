import type { Messages, TermWords } from '../model/messages.ts';
import type { TermKind } from '../model/term-kind.ts';

/** Returns the texts of a kind of terms, built in or of a declared field. */
export function termWords({ terms, fieldTerms }: Messages, kind: TermKind): TermWords {
  return terms[kind] ?? { ...fieldTerms, all: kind.replace(/^field-/, '') };
}
