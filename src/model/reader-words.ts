/** A setting of the reader: its name, and the name of each value; the empty value is the usual one. */
export interface ReaderSetting {
  readonly title: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Texts of the reader script; they are part of the script. */
export interface ReaderWords {
  /** Label of the button that opens the settings. */
  readonly settings: string;
  readonly size: ReaderSetting;
  readonly theme: ReaderSetting;
  /** Says that the address of a paragraph or section was copied. */
  readonly linkCopied: string;
  /** The button that copies the selected words with their citation. */
  readonly quote: string;
  readonly quoteCopied: string;
  readonly copyFailed: string;
  /** The button that saves the text of an article as plain text. */
  readonly text: string;
  /** Opening and closing quotation mark. */
  readonly quotationMarks: readonly [string, string];
  readonly listSeparator: string;
}
