import type { CountedNoun } from '../../model/counted-noun.ts';
import type { SearchWords } from '../../model/search-words.ts';

/** Settings that the page passes to the script, as JSON. */
export interface Settings {
  /** The index manifest, as `writeIndexManifest` writes it. */
  readonly directory: string;
  readonly digits: 'arab' | 'latn';
  readonly language: string;
  readonly listSeparator: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly words: SearchWords;
}

/** Formats numbers as the rest of the archive does. */
export interface Numbers {
  /** Formats a number. */
  number(count: number): string;
  /** Formats a number with its noun in the right form. */
  count(count: number, noun: CountedNoun): string;
}

/** Returns the number formats of a language and its digits. */
export function numbersOf({ language, digits }: Settings): Numbers {
  const format = new Intl.NumberFormat(`${language}-u-nu-${digits}`);
  const rules = new Intl.PluralRules(language);
  return {
    number: (count) => format.format(count),
    count: (count, noun) =>
      (noun[rules.select(count)] ?? noun.other).replace('{n}', format.format(count)),
  };
}
