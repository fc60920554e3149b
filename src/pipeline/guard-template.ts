import { realpathSync } from 'node:fs';
import { messageOf } from '../model/system-error.ts';
import type { PageKind } from '../pages/kinds.ts';
import { Html } from '../render/html.ts';
import { withRemovedFields } from '../render/removed-fields.ts';
import { TemplateError } from '../render/template-error.ts';
import { templatePlace } from './template-place.ts';

/** A template of a site; that its parameters fit the page's data is left to the site's type check. */
export type UncheckedTemplate = (...data: readonly unknown[]) => Html;

/** The exports of a site's template file. */
export type TemplateModule = Readonly<
  Record<string, ((...data: readonly unknown[]) => unknown) | undefined>
>;

/** Returns the name under which the template file of a page kind exports its function: `notFound` for `not-found`. */
export const templateExport = (kind: PageKind): string =>
  kind.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Returns the error of a template that does not load or throws, with its place where that is known. */
export function templateError(file: string, cause: unknown): TemplateError {
  const found = templatePlace(cause, realpathSync(file));
  const place = found === undefined ? {} : { place: found.place };
  return new TemplateError(found?.file ?? file, messageOf(cause), { cause, ...place });
}

/**
 * Returns the template that a site's file exports. Where the template throws or returns something other
 * than `Html`, the returned function throws a TemplateError that names the file.
 *
 * @throws TemplateError if the file does not export a function of this name
 */
export function guardTemplate(
  file: string,
  module: TemplateModule,
  exported: string,
): UncheckedTemplate {
  const template = module[exported];
  if (typeof template !== 'function') throw new TemplateError(file, `export function ${exported}`);
  return (...data) => {
    let result: unknown;
    try {
      result = template(...data.map(withRemovedFields));
    } catch (error) {
      throw templateError(file, error);
    }
    if (result instanceof Html) return result;
    throw new TemplateError(file, 'a template returns html`…`, at once');
  };
}
