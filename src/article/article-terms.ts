import { authorityOf, type Mention, mentions } from '../arabic/authority.ts';
import { fieldTermKind } from '../arabic/field-terms.ts';
import { termSlug } from '../arabic/slug.ts';
import type { ArticleTerm } from '../model/article.ts';
import type { Authority } from '../model/authority.ts';
import type { FieldSetting } from '../model/field.ts';
import type { Metadata } from '../model/metadata.ts';
import type { TermKind } from '../model/term-kind.ts';

/** Greatest number of spellings of a name that are kept as evidence. */
const maxForms = 5;

/** Collects the terms of one article; equal slugs are one term. */
class TermCollector {
  readonly #terms = new Map<string, ArticleTerm>();

  add(kind: TermKind, name: string, printed: string): void {
    const slug = termSlug(name);
    const key = `${kind} ${slug}`;
    if (this.#terms.has(key)) return;
    this.#terms.set(key, { kind, slug, name, ...(printed === name ? {} : { printed }) });
  }

  addMention({ entry: { kind, name }, written }: Mention): void {
    const slug = termSlug(name);
    const key = `${kind} ${slug}`;
    const term = this.#terms.get(key) ?? { kind, slug, name };
    const { times = 0, forms = [] } = term.found ?? {};
    const isNew = !forms.includes(written) && forms.length < maxForms;
    const found = { times: times + 1, forms: isNew ? [...forms, written] : forms };
    this.#terms.set(key, { ...term, found });
  }

  all(): readonly ArticleTerm[] {
    return [...this.#terms.values()];
  }
}

/**
 * Returns the terms of an article: those of its metadata, under the preferred names of the authority file,
 * and the entries of that file that its text mentions, with the evidence.
 *
 * @param ownFields the fields of the site's own, of which those that are counted give terms
 * @param text returns title, standfirst and text; called only where there is an authority file
 */
export function articleTerms(
  { source, section, authors, topics, people, places, fields = {} }: Metadata,
  text: () => string,
  authority: readonly Authority[],
  ownFields: readonly FieldSetting[] = [],
): readonly ArticleTerm[] {
  const terms = new TermCollector();
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
  for (const { name, type, taxonomy } of ownFields) {
    const value = taxonomy ? (fields[name] ?? []) : [];
    for (const printed of typeof value === 'string' ? [value] : value) {
      const known = type === 'place' ? authorityOf(authority, 'place', printed)?.name : undefined;
      terms.add(fieldTermKind(name), known ?? printed, printed);
    }
  }
  if (authority.length > 0) {
    for (const mention of mentions(text(), authority)) terms.addMention(mention);
  }
  return terms.all();
}
