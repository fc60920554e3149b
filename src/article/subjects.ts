import { authorityOf, type Mention, mentions } from '../arabic/authority.ts';
import { termSlug } from '../arabic/slug.ts';
import type { ArticleTerm } from '../model/article.ts';
import type { Authority } from '../model/authority.ts';
import type { Metadata } from '../model/metadata.ts';
import type { TermKind } from '../model/term-kind.ts';

/** Ways of writing a name that are kept as evidence. */
const evidenceLimit = 5;

/** Gathers the terms of one article; terms of one slug are one. */
class Terms {
  readonly #terms = new Map<string, ArticleTerm>();

  add(kind: TermKind, name: string, printed: string): void {
    const slug = termSlug(name);
    const key = `${kind} ${slug}`;
    if (this.#terms.has(key)) return;
    this.#terms.set(key, { kind, slug, name, ...(printed === name ? {} : { printed }) });
  }

  mention({ entry: { kind, name }, written }: Mention): void {
    const slug = termSlug(name);
    const key = `${kind} ${slug}`;
    const known = this.#terms.get(key) ?? { kind, slug, name };
    const { times = 0, forms = [] } = known.found ?? {};
    const isNew = !forms.includes(written) && forms.length < evidenceLimit;
    const found = { times: times + 1, forms: isNew ? [...forms, written] : forms };
    this.#terms.set(key, { ...known, found });
  }

  all(): readonly ArticleTerm[] {
    return [...this.#terms.values()];
  }
}

/**
 * Returns what an article is gathered under: what its metadata name, under the names that the
 * authority file gives them, and what of that file its text names, with the evidence.
 *
 * @param text what the readers read: title, standfirst and text
 */
export function articleTerms(
  { source, section, authors, topics, people, places }: Metadata,
  text: () => string,
  authority: readonly Authority[],
): readonly ArticleTerm[] {
  const terms = new Terms();
  function add(kind: TermKind, names: readonly (string | undefined)[] = []): void {
    for (const printed of names) {
      if (printed === undefined) continue;
      const name = authorityOf(authority, kind, printed)?.name ?? printed;
      terms.add(kind, name, printed);
    }
  }
  add('source', [source]);
  add('section', [section]);
  add('author', authors);
  add('subject', topics);
  add('person', people);
  add('place', places);
  if (authority.length > 0) {
    for (const mention of mentions(text(), authority)) terms.mention(mention);
  }
  return terms.all();
}
