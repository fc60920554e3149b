import type { ArchiveCounts } from '../model/archive.ts';
import type { HeadingOrigin } from '../model/structure.ts';

/** Texts of the report file of a build. */
export interface BuildReportMessages {
  readonly language: string;
  readonly direction: 'rtl' | 'ltr';
  readonly title: string;
  readonly archive: (counts: ArchiveCounts) => string;
  readonly notPublished: string;
  readonly contents: string;
  readonly diagnostics: string;
  readonly leftOut: string;
  /** Under `leftOut`, before the rules by which files were left out. */
  readonly leftOutNote: string;
  readonly held: string;
  readonly headings: string;
  readonly nothing: string;
  readonly number: (count: number) => string;
  readonly origins: Readonly<Record<HeadingOrigin, string>>;
  readonly confidence: (confidence: number) => string;
  readonly notShown: string;
  /** The line of the terminal that names the file. */
  readonly written: (file: string, errors: number, warnings: number) => string;
}
