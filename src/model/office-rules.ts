/** What is wrong with a file of an office program, as `OfficeFault` says; `program`: LibreOffice failed. */
export type OfficeFaultName = 'zip' | 'bomb' | 'entities' | 'encrypted' | 'damaged' | 'program';

/** Rules of files of office programs, with the values of their messages. */
export interface OfficeRuleValues {
  'office-unreadable': { readonly fault: OfficeFaultName; readonly reason: string };
  'office-macros': Record<never, never>;
  'office-left-out': { readonly elements: string };
  /** Letters that are not part of the text, by where they stand. */
  'office-unseen': {
    readonly hidden: number;
    /** Deleted text of tracked changes. */
    readonly deleted: number;
    readonly contents: number;
    readonly margins: number;
    readonly comments: number;
  };
  /** A seed that is not offered for download, for what it holds beside its text. */
  'office-original': Record<never, never>;
  'office-picture-missing': { readonly count: number };
  'office-no-program': { readonly extension: string };
}
