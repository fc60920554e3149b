/** How a date was read that is not written as metadata are: in another form, as Hijri, or from the name of a file. */
export type DateForm = 'other' | 'hijri' | 'name';

/** Rules about dates with the values of their messages. */
export interface DateRuleValues {
  'metadata-date': {
    readonly value: string;
    readonly suggestion: string;
    /** The days that it may mean, where there are several. */
    readonly readings?: readonly string[];
  };
  /** The day of the week, or the other calendar, in a value means another day than `date`. */
  /** `hasTwo`: it has two days that are not one, and not a day of the week that is not that of the date. */
  'metadata-date-doubtful': {
    readonly value: string;
    readonly date: string;
    readonly hasTwo?: true;
  };
  /** `articles` is the number of dates that were read in this way; the others are those of the first. */
  'date-read': {
    readonly form: DateForm;
    readonly written: string;
    readonly date: string;
    readonly articles: number;
  };
  'metadata-dates-disagree': {
    readonly hijri: string;
    readonly date: string;
    /** The Hijri date of `date`: `24/3/1439`. */
    readonly reckoned: string;
  };
  'masthead-date': { readonly line: string; readonly date: string };
  'masthead-dates-disagree': { readonly line: string };
}
