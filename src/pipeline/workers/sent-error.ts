import { TemplateError } from '../../render/template-error.ts';

/** An error as plain data: structured cloning between threads drops the class and the fields of an error. */
export interface SentFault {
  readonly message: string;
  readonly stack: string | undefined;
  /** A template's file, where it is a TemplateError. */
  readonly template: string | undefined;
  /** `code`, `syscall` and the like of the system's errors. */
  readonly fields: Readonly<Record<string, string | number>>;
}

/** Returns an error as plain data. */
export function sendFault(fault: unknown): SentFault {
  const error = fault instanceof Error ? fault : new Error(String(fault));
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
export function receiveFault({ message, stack, template, fields }: SentFault): Error {
  if (template !== undefined) return new TemplateError(template, message);
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return Object.assign(error, fields);
}
