import type { CountedNoun } from '../../model/counted-noun.ts';
import type { ExportForm } from '../../model/download.ts';
import type { SearchPeriods } from '../../model/search-page.ts';
import type { SearchPanelWords } from '../../model/search-panel-words.ts';
import type { SearchWords } from '../../model/search-words.ts';

/** Settings that the page passes to the script, as JSON. */
export interface Settings {
  /** The index manifest, as `writeIndexManifest` writes it. */
  readonly directory: string;
  /** Link to the second script. */
  readonly panels: string;
  readonly digits: 'arab' | 'latn';
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
  readonly listSeparator: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly articles: CountedNoun;
  /** Names of the months, January first. */
  readonly months: readonly string[];
  readonly periods: SearchPeriods;
  /** First and last date of the archive; empty where no article is dated. */
  readonly span: readonly string[];
  /** Links to the exports of the archive. */
  readonly exports: Readonly<Partial<Record<ExportForm, string>>>;
  readonly words: Pick<
    SearchWords,
    | 'results'
    | 'alsoSearched'
    | 'passedOver'
    | 'missing'
    | 'near'
    | 'none'
    | 'noneHelp'
    | 'searching'
    | 'failed'
    | 'reload'
  >;
  readonly panel: SearchPanelWords;
}

/** Formats numbers as the rest of the archive does. */
export interface Numbers {
  /** Formats a number. */
  number(count: number): string;
  /** Formats a year, without a separator of thousands. */
  year(year: number): string;
  /** Formats a share of 1 as a percentage. */
  share(share: number): string;
  /** Formats a number with its noun in the right form. */
  count(count: number, noun: CountedNoun): string;
  /** Returns a text with its digits as the site writes them. */
  digits(text: string): string;
}

/** Returns a function that makes a value once, when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Returns the number formats of a language and its digits. Those of the platform are made when they are needed: on a
 * phone they take longer than everything else before the first search.
 */
export function numbersOf({ language, digits }: Pick<Settings, 'language' | 'digits'>): Numbers {
  const locale = `${language}-u-nu-${digits}`;
  const grouped = once(() => new Intl.NumberFormat(locale));
  const percent = once(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 }),
  );
  const rules = once(() => new Intl.PluralRules(language));
  const zero = digits === 'arab' ? 0x0660 : 0x30;
  const inDigits = (text: string): string =>
    text.replace(/[0-9]/g, (digit) => String.fromCharCode(zero + Number(digit)));
  const number = (count: number): string =>
    count >= 0 && count < 1000 && Number.isInteger(count)
      ? inDigits(String(count))
      : grouped().format(count);
  return {
    number,
    year: (year) => inDigits(String(year)),
    share: (share) => percent().format(share),
    count(count, noun) {
      const special = count === 0 ? noun.zero : count === 2 ? noun.two : undefined;
      const form = special ?? noun[rules().select(count)] ?? noun.other;
      return form.replace('{n}', number(count));
    },
    digits: inDigits,
  };
}

/** Replaces the placeholders of a text: `filled('من {from}', { from: '٢٠١٥' })`. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
