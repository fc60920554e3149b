/**
 * Forms of a counted noun by plural category (CLDR plural rules); `{n}` stands for the number. A language has
 * the forms of its categories.
 */
export interface CountedNoun {
  readonly zero: string;
  /** مقال واحد */
  readonly one: string;
  /** مقالان */
  readonly two?: string;
  /** 3 to 10: ٣ مقالات */
  readonly few?: string;
  /** 11 to 99: ١١ مقالًا */
  readonly many?: string;
  /** 100, 200, …: ١٠٠ مقال; also for categories without a form */
  readonly other: string;
}
