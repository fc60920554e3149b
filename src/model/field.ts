/** What the values of a declared field are. */
export const fieldTypes = ['text', 'list', 'date', 'number', 'place'] as const;

/** The name of a field's type. */
export type FieldType = (typeof fieldTypes)[number];

/** A field of the site's own: an entry of `fields` in `warraq.yaml`. */
export interface FieldSetting {
  /** The key in metadata, records and exports. */
  readonly name: string;
  readonly type: FieldType;
  /** Names on the pages by language; `''` is the name in every other language. */
  readonly label: Readonly<Record<string, string>>;
  /** Whether the article's page shows it. */
  readonly show: boolean;
  /** Whether its values have pages of their articles and an index, as subjects do. */
  readonly taxonomy: boolean;
  /** Whether its words are found by the search. */
  readonly search: boolean;
  /** Whether the exports have it. */
  readonly export: boolean;
}

/** The value of a declared field: a list for the types `list` and `place`, else a text in normal form. */
export type FieldValue = string | readonly string[];

/** Returns the name of a field on the pages of a language. */
export const fieldLabel = ({ name, label }: FieldSetting, language: string): string =>
  label[language] ?? label[''] ?? Object.values(label)[0] ?? name.replaceAll('_', ' ');
