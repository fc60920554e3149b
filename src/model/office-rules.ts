/** What is wrong with a file of an office program, as `OfficeFault` says; `program`: LibreOffice failed. */
export type OfficeFaultName = 'zip' | 'bomb' | 'entities' | 'encrypted' | 'damaged' | 'program';

/** Rules of files of office programs, with the values of their messages. */
export interface OfficeRuleValues {
  'office-unreadable': { readonly fault: OfficeFaultName; readonly reason: string };
  'office-macros': Record<never, never>;
  'office-left-out': { readonly elements: string };
  'office-no-program': { readonly extension: string };
}
