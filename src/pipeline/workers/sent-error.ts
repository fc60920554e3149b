import { TemplateError } from '../../render/template-error.ts';

/** An error as plain data: structured cloning between threads drops the class and the fields of an error. */
export interface SentError {
  readonly message: string;
  readonly stack: string | undefined;
  /** A template's file, where it is a TemplateError. */
  readonly template: string | undefined;
  /** `code`, `syscall` and the like of the system's errors. */
  readonly fields: Readonly<Record<string, string | number>>;
}

/** Returns an error as plain data. */
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
    fields: Object.fromEntries(fields),
  };
}

/** Returns the error that `sendFault` was given. */
export function deserializeError({ message, stack, template, fields }: SentError): Error {
  if (template !== undefined) return new TemplateError(template, message);
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return Object.assign(error, fields);
}
