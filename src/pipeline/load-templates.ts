import { realpathSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { messageOf } from '../model/system-error.ts';
import { type PageKind, pageKinds } from '../pages/kinds.ts';
import { builtInTemplates, type Templates } from '../pages/templates.ts';
import { exists } from '../publish/exists.ts';
import { Html } from '../render/html.ts';
import { withRemovedFields } from '../render/removed-fields.ts';
import { TemplateError } from '../render/template-error.ts';

/** The name under which the template file of a page kind exports its function: `notFound` of `not-found`. */
const exportName = (kind: PageKind): string =>
  kind.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

let hooked = false;

/** Files that were loaded since templates of a site were. */
const loaded = new Set<string>();

/**
 * Lets a site's template say `import { html } from 'warraq'` where the package is not installed
 * beside it, as with `npx`: the name then means the program that is running. Notes what is loaded.
 */
function hookImports(): void {
  if (hooked) return;
  hooked = true;
  const self = new URL('../index.ts', import.meta.url);
  const url = exists(fileURLToPath(self))
    ? self.href
    : new URL('../index.js', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'warraq' ? { url, shortCircuit: true } : next(specifier, context),
    load(url, context, next) {
      if (url.startsWith('file:')) loaded.add(fileURLToPath(url));
      return next(url, context);
    },
  });
}

type AnyTemplate = (...shown: readonly unknown[]) => Html;

/** A site's template that names itself where it throws, or makes something else than HTML. */
const guarded =
  (file: string, template: (...shown: readonly unknown[]) => unknown): AnyTemplate =>
  (...shown) => {
    let made: unknown;
    try {
      made = template(...shown.map(withRemovedFields));
    } catch (error) {
      throw new TemplateError(file, messageOf(error), error);
    }
    if (made instanceof Html) return made;
    throw new TemplateError(file, 'a template returns html`…`, at once');
  };

/** Returns the function that a site's template file exports, or undefined where there is no file. */
async function siteTemplate(
  folder: string,
  name: string,
  exported: string,
): Promise<AnyTemplate | undefined> {
  const file = ['.ts', '.js'].map((end) => join(folder, name + end)).find(exists);
  if (file === undefined) return undefined;
  hookImports();
  let module: Record<string, (...shown: readonly unknown[]) => unknown>;
  try {
    module = await import(pathToFileURL(realpathSync(file)).href);
  } catch (error) {
    throw new TemplateError(file, messageOf(error), error);
  }
  const template = module[exported];
  if (typeof template === 'function') return guarded(file, template);
  throw new TemplateError(file, `export function ${exported}`);
}

/**
 * Returns the templates of a site: ours, with those replaced that stand in its `templates/` folder
 * under the same file name (`article.ts` or `article.js`, exporting `article`).
 *
 * @throws TemplateError where a file does not load or lacks the function.
 */
export async function loadTemplates(folder: string): Promise<Templates> {
  const pages: Record<string, unknown> = { ...builtInTemplates.pages };
  for (const { kind } of pageKinds) {
    pages[kind] = (await siteTemplate(folder, kind, exportName(kind))) ?? pages[kind];
  }
  const layout = (await siteTemplate(folder, 'layout', 'layout')) ?? builtInTemplates.layout;
  // Each value is a function; that it takes what its page shows is for the site's type check.
  return { layout, pages } as Templates;
}

/**
 * Returns the files from which the templates of a site are made, its own and those that they import.
 *
 * @throws TemplateError as `loadTemplates`
 */
export async function templateFiles(folder: string): Promise<readonly string[]> {
  await loadTemplates(folder);
  return [...loaded].sort();
}
