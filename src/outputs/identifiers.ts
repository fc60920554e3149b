import type { Identifier } from '../model/identifier.ts';
import type { Metadata } from '../model/metadata.ts';

/** A DOI, alone or in an address of its resolver. */
const doi = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;

/** An ARK, alone or in an address of any resolver. */
const ark = /^(https?:\/\/[^\s/]+\/)?(ark:\/?[\w.]{3,16}\/\S+)$/i;

function identifierOf(written: string): Identifier {
  const [, name] = doi.exec(written) ?? [];
  if (name !== undefined) {
    return { kind: 'doi', value: name, url: `https://doi.org/${encodeURI(name)}` };
  }
  const [, resolver = 'https://n2t.net/', key] = ark.exec(written) ?? [];
  if (key !== undefined) return { kind: 'ark', value: key, url: resolver + encodeURI(key) };
  const isUrl = /^https?:\/\/\S+$/i.test(written) && URL.canParse(written);
  return isUrl
    ? { kind: 'other', value: written, url: written }
    : { kind: 'other', value: written };
}

/** Returns the persistent identifiers of an article, each once: DOI, ARK, then others. */
export function identifiersOf({
  doi: ownDoi,
  ark: ownArk,
  identifier = [],
}: Pick<Metadata, 'doi' | 'ark' | 'identifier'>): readonly Identifier[] {
  // As most articles.
  if (ownDoi === undefined && ownArk === undefined && identifier.length === 0) return [];
  const written = [ownDoi, ownArk, ...identifier].filter((text) => text !== undefined);
  const found = new Map(
    written.map((text) => {
      const one = identifierOf(text);
      return [`${one.kind} ${one.value}`, one] as const;
    }),
  );
  const kinds = ['doi', 'ark', 'other'] as const;
  return kinds.flatMap((kind) => [...found.values()].filter((one) => one.kind === kind));
}

/** Returns the DOI among identifiers. */
export const doiOf = (identifiers: readonly Identifier[] = []): string | undefined =>
  identifiers.find(({ kind }) => kind === 'doi')?.value;

/** Returns the identifiers that are no DOI, in one text; undefined where there are none. */
export function otherIdentifiers(identifiers: readonly Identifier[] = []): string | undefined {
  const others = identifiers.filter(({ kind }) => kind !== 'doi').map(({ value }) => value);
  return others.length === 0 ? undefined : others.join(', ');
}
