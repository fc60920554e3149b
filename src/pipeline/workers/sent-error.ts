import { type FilePlace, TemplateError } from '../../render/template-error.ts';

/** An error as plain data: structured cloning between threads drops an error's class and fields. */
export interface SentError {
  readonly message: string;
  readonly stack: string | undefined;
  /** The template's file; only of a TemplateError. */
  readonly template: string | undefined;
  /** The place in that file. */
  readonly place: FilePlace | undefined;
  /** `code`, `syscall` and other fields of a system error. */
  readonly fields: Readonly<Record<string, string | number>>;
}

/** Returns anything thrown as plain data. */
export function serializeError(thrown: unknown): SentError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const fields = Object.entries(error).filter(
    (field): field is [string, string | number] =>
      typeof field[1] === 'string' || typeof field[1] === 'number',
  );
  return {
    message: error.message,
    stack: error.stack,
    template: error instanceof TemplateError ? error.file : undefined,
    place: error instanceof TemplateError ? error.place : undefined,
    fields: Object.fromEntries(fields),
  };
}

/** Returns the error that `serializeError` was given. */
export function deserializeError({ message, stack, template, place, fields }: SentError): Error {
  if (template !== undefined) {
    return new TemplateError(template, message, place === undefined ? {} : { place });
  }
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return Object.assign(error, fields);
}
