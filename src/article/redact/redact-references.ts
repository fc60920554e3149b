import type { Reference } from '../../model/reference.ts';
import type { Redactor } from './redactor.ts';

/** References of a text without the addresses that hold a name. */
export interface RedactedReferences {
  readonly references: readonly Reference[];
  /** Also finds a name in the link of a reference whose address holds one, so that only its words stay. */
  readonly redactor: Redactor;
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    // Not percent-encoded text.
    return href;
  }
}

/** Returns the references of a text without the addresses that hold a name. */
export function redactReferences(
  references: readonly Reference[],
  redactor: Redactor,
): RedactedReferences {
  const named = references.map(({ href }) => redactor.has(href) || redactor.has(decoded(href)));
  if (!named.includes(true)) return { references, redactor };
  const isNamedLink = (text: string): boolean => {
    const number = /^<a[^>]* href="ref:(\d+)"/.exec(text)?.[1];
    return number !== undefined && named[Number(number)] === true;
  };
  return {
    references: references.map((reference, index) =>
      // No link leads to this number any more; the numbers of the others stay.
      named[index] ? { kind: 'url', href: '' } : reference,
    ),
    redactor: { ...redactor, has: (text) => redactor.has(text) || isNamedLink(text) },
  };
}
