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

/** Returns the number formats of a language and its digits. */
export function numbersOf({ language, digits }: Pick<Settings, 'language' | 'digits'>): Numbers {
  const locale = `${language}-u-nu-${digits}`;
  const format = new Intl.NumberFormat(locale);
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
  const rules = new Intl.PluralRules(language);
  return {
    number: (count) => format.format(count),
    year: (year) => plain.format(year),
    share: (share) => percent.format(share),
    count(count, noun) {
      const special = count === 0 ? noun.zero : count === 2 ? noun.two : undefined;
      const form = special ?? noun[rules.select(count)] ?? noun.other;
      return form.replace('{n}', format.format(count));
    },
    digits: (text) => text.replace(/[0-9]/g, (digit) => plain.format(Number(digit))),
  };
}

/** Replaces the placeholders of a text: `filled('من {from}', { from: '٢٠١٥' })`. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
