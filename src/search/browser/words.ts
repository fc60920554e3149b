import type { CountedNoun, SearchWords } from '../../model/messages.ts';

/** Settings that the page passes to the script. */
export interface Settings {
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
  number(count: number): string;
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
