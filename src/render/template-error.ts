/** A site's own template or style sheet is wrong: it does not load, or refers to what is not there. */
export class TemplateError extends Error {
  /** Absolute path. */
  readonly file: string;

  constructor(file: string, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = 'TemplateError';
    this.file = file;
  }
}
