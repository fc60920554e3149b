import { fieldTermKind } from '../arabic/field-terms.ts';
import { parseEdtf } from '../calendar/edtf.ts';
import type { Article } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import { type FieldSetting, fieldLabel } from '../model/field.ts';
import type { OwnFieldFact } from '../model/page.ts';
import { termPath } from './output-paths.ts';

/** Returns the values of a field as a page shows them. */
function valuesOf({ fields = {} }: Article['metadata'], field: FieldSetting, article: Article) {
  const value = fields[field.name] ?? [];
  const names = typeof value === 'string' ? [value] : value;
  const terms = article.terms.filter(({ kind }) => kind === fieldTermKind(field.name));
  return names.map((name): OwnFieldFact['values'][number] => {
    const date = field.type === 'date' ? parseEdtf(name) : undefined;
    const term = terms.find((one) => (one.printed ?? one.name) === name);
    return {
      name,
      ...(date === undefined ? {} : { date }),
      ...(term === undefined ? {} : { outputPath: termPath(term.kind, term.slug) }),
    };
  });
}

/** Returns what the page of an article shows of the site's own fields, in the order of the settings. */
export function ownFieldFacts(
  article: Article,
  { fields, language }: Pick<Config, 'fields' | 'language'>,
): readonly OwnFieldFact[] {
  if (article.metadata.fields === undefined) return [];
  return fields
    .filter(({ show }) => show)
    .map((field) => ({
      field: field.name,
      label: fieldLabel(field, language),
      values: valuesOf(article.metadata, field, article),
    }))
    .filter(({ values }) => values.length > 0);
}
