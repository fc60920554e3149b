/** A place in a file: 1-based line and column. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

/**
 * An error in a site's own template or style sheet: it does not load, throws, or refers to a missing file.
 */
export class TemplateError extends Error {
  /** Absolute path. */
  readonly file: string;
  readonly place: FilePlace | undefined;

  constructor(file: string, reason: string, options: { cause?: unknown; place?: FilePlace } = {}) {
    super(reason, { cause: options.cause });
    this.name = 'TemplateError';
    this.file = file;
    this.place = options.place;
  }
}

/** A file that the settings or a style sheet refer to is missing. The message is the reference. */
export class MissingAssetError extends TemplateError {
  constructor(file: string, reference: string, options: { cause?: unknown } = {}) {
    super(file, reference, options);
    this.name = 'MissingAssetError';
  }
}
