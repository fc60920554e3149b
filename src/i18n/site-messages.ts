import { fieldTermKind } from '../arabic/field-terms.ts';
import type { Config } from '../model/config.ts';
import { fieldLabel } from '../model/field.ts';
import type { Messages, TermWords } from '../model/messages.ts';
import { messagesFor } from './languages.ts';

/** Returns the texts of a site's pages: those of its language, with the words of its own fields. */
export function siteMessages({ language, fields }: Pick<Config, 'language' | 'fields'>): Messages {
  const messages = messagesFor(language);
  const counted = fields.filter(({ taxonomy }) => taxonomy);
  if (counted.length === 0) return messages;
  const { count, articlesOf } = messages.fieldTerms;
  const words = counted.map((field): [string, TermWords] => {
    const all = fieldLabel(field, language);
    return [
      fieldTermKind(field.name),
      { all, count, articlesOf: articlesOf.replace('{label}', () => all) },
    ];
  });
  return { ...messages, terms: { ...messages.terms, ...Object.fromEntries(words) } };
}
