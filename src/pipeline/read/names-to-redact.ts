import { namesInAuthority } from '../../arabic/authority.ts';
import { isUsableName } from '../../arabic/name-forms.ts';
import { textsOf } from '../../article/redact/redact-metadata.ts';
import { withoutPrivacyKeys } from '../../article/redact/redaction.ts';
import { type Redactor, redactor } from '../../article/redact/redactor.ts';
import { findLanguage, messagesFor } from '../../i18n/languages.ts';
import type { SourceDocument } from '../../model/article.ts';
import { visitWords } from '../../model/block-text.ts';
import type { Config } from '../../model/config.ts';

/** Names that are withheld in a document. */
export interface WithheldNames {
  readonly redactor: Redactor;
  /** An entry that is no usable name; then the document cannot be published. */
  readonly unusable?: string;
}

/** Redactors of one site by their names: most articles share that of the site. */
const redactors = new Map<string, WithheldNames>();

/** Greatest number of redactors that are kept. */
const maxRedactors = 50;

/** Code units at the start of a text whose script shows its language. */
const shownLength = 2000;

/** Returns the mark in place of a name, in the language of a document, else of the site. */
function markFor({ metadata, text }: SourceDocument, config: Config): string {
  const isArabic = /\p{Script=Arabic}/u.test(
    `${metadata.title ?? ''} ${text.slice(0, shownLength)}`,
  );
  const language = metadata.language ?? (isArabic ? 'ar' : config.language);
  const own = findLanguage(language.split('-')[0]?.toLowerCase() ?? '');
  return (own?.site ?? messagesFor(config.language)).redactedName;
}

function withheldNames(names: readonly string[], mark: string, config: Config): WithheldNames {
  const key = JSON.stringify([mark, names]);
  const known = redactors.get(key);
  if (known !== undefined) return known;
  if (redactors.size >= maxRedactors) redactors.clear();
  const all = names.flatMap((name) => [
    name,
    // Another name that is found everywhere is no reason to hold the article back.
    ...namesInAuthority(config.authority, name).filter(isUsableName),
  ]);
  const made = redactor([...new Set(all)], mark);
  // A name within the mark would be found in every mark.
  const unusable = names.find((name) => !isUsableName(name)) ?? names.find(() => made.has(mark));
  const withheld = { redactor: made, ...(unusable === undefined ? {} : { unusable }) };
  redactors.set(key, withheld);
  return withheld;
}

/** Tells whether anything that is known of a document has a name. */
function hasName(
  { received, text, blocks, metadata, assets, provenance }: SourceDocument,
  { has }: Redactor,
): boolean {
  let found = has(received ?? text) || has(provenance.path);
  for (const block of blocks ?? []) {
    found ||= block.id !== undefined && has(block.id);
    visitWords(block, (words) => {
      found ||= has(words.text) || (words.markup !== undefined && has(words.markup));
    });
  }
  for (const value of textsOf(withoutPrivacyKeys(metadata))) found ||= has(value);
  for (const { name } of assets ?? []) found ||= has(name);
  return found;
}

/**
 * Returns the names that must not be shown of a document: those of its metadata and of the settings, with the
 * other names that the authority file has for them; undefined where there are none.
 */
export function withheldNamesOf(
  document: SourceDocument,
  config: Config,
): WithheldNames | undefined {
  const own = document.metadata.redact;
  if (own === undefined && config.redact.length === 0) return undefined;
  return withheldNames([...config.redact, ...(own ?? [])], markFor(document, config), config);
}

/**
 * Returns the names that are withheld in a document.
 *
 * @returns undefined where there are none, or only those of the settings and the document has none of them
 */
export function namesToRedact(document: SourceDocument, config: Config): WithheldNames | undefined {
  const withheld = withheldNamesOf(document, config);
  if (withheld === undefined || document.metadata.redact !== undefined) return withheld;
  return hasName(document, withheld.redactor) ? withheld : undefined;
}
