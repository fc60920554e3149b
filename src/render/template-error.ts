/** An error in a site's own template or style sheet: it does not load, throws, or refers to a missing file. */
export class TemplateError extends Error {
  /** Absolute path. */
  readonly file: string;

  constructor(file: string, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = 'TemplateError';
    this.file = file;
  }
}
