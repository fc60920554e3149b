/** Words of the review page. They go to its script as JSON; `{n}` and the like are replaced there. */
export interface DeskWords {
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
  /** The ten digits, and the decimal mark. */
  readonly digits: string;
  readonly decimalMark: string;
  readonly title: string;
  /** `{done}` of `{total}`. */
  readonly progress: string;
  readonly source: string;
  readonly allSources: string;
  readonly noSource: string;
  readonly kind: string;
  readonly allKinds: string;
  readonly groups: {
    readonly 'suggested-high': string;
    readonly 'suggested-middle': string;
    readonly 'suggested-low': string;
    readonly 'shown-low': string;
    readonly 'shown-middle': string;
    readonly 'shown-high': string;
  };
  /** A suggestion and a shown heading with the confidence `{n}`. */
  readonly suggested: string;
  readonly shown: string;
  readonly accept: string;
  readonly reject: string;
  readonly lengthen: string;
  readonly shorten: string;
  readonly earlier: string;
  readonly later: string;
  /** A word more or less, on the buttons of a boundary. */
  readonly more: string;
  readonly less: string;
  readonly next: string;
  readonly previous: string;
  readonly undo: string;
  readonly end: string;
  readonly start: string;
  /** Names of keys that print no letter. */
  readonly shift: string;
  /** The letters of the keys on the Arabic layout. */
  readonly letters: Readonly<
    Record<'accept' | 'reject' | 'lengthen' | 'shorten' | 'next' | 'previous' | 'undo', string>
  >;
  readonly accepted: string;
  readonly rejected: string;
  readonly undone: string;
  readonly nothingToUndo: string;
  readonly conflict: string;
  /** `{reason}` says why. */
  readonly notSaved: string;
  readonly notLoaded: string;
  /** Reasons: the server does not answer, or is another run than that of the page. */
  readonly noServer: string;
  readonly otherServer: string;
  readonly empty: string;
  readonly finished: string;
  readonly loading: string;
  readonly otherLanguage: string;
  readonly otherLanguageCode: string;
  readonly archive: string;
  readonly needsScript: string;
}
