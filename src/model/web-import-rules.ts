/** Rules of imports of pages, XML and JSON, and of the files in a folder, with the values of their messages. */
export interface WebImportRuleValues {
  /** `reason`: a kind of files of which nothing is imported, where it is known. */
  'import-unknown-kind': { readonly reason?: string };
  'import-no-main-text': { readonly address?: string };
  /** `kinds`: kinds of furniture, separated by spaces; `text`: the beginning of the longest part. */
  'import-left-out': { readonly letters: number; readonly kinds: string; readonly text: string };
  'import-embedded': {
    readonly video: number;
    readonly audio: number;
    readonly frame: number;
    /** Those without an address that can be followed. */
    readonly lost: number;
  };
  /** `declared` is what the page, the feed or the server says. */
  'import-declared-encoding': { readonly declared: string; readonly address?: string };
  /** `reason`: a kind of files of which nothing is imported. */
  'import-passed-over': { readonly reason: string };
  'import-nothing-found': { readonly files: number };
  /** `kind`: the name of the XML, or of its first element. */
  'import-xml-kind': { readonly kind: string };
  'import-json-part': Record<never, never>;
  /** `option`: that by which a build reads the folder, or by which another is written. */
  'import-unread-folder': { readonly option: string };
}

/** A rule of an import of pages, XML or JSON, or of the files in a folder. */
export type WebImportRule = keyof WebImportRuleValues;
