import { realpathSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pageKinds } from '../pages/kinds.ts';
import { builtInTemplates, type Templates } from '../pages/templates.ts';
import { exists } from '../publish/exists.ts';
import {
  guardTemplate,
  type TemplateModule,
  templateError,
  templateExport,
  type UncheckedTemplate,
} from './guard-template.ts';

let areImportsHooked = false;

/** Files loaded since the first template of a site was. */
const loadedFiles = new Set<string>();

/**
 * Lets a site's template `import { html } from 'warraq'` if the package is not installed beside it, as
 * with `npx`: the name then resolves to the running program. Records the files that are loaded.
 */
function hookImports(): void {
  if (areImportsHooked) return;
  areImportsHooked = true;
  const source = new URL('../index.ts', import.meta.url);
  const url = exists(fileURLToPath(source))
    ? source.href
    : new URL('../index.js', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'warraq' ? { url, shortCircuit: true } : next(specifier, context),
    load(url, context, next) {
      if (url.startsWith('file:')) loadedFiles.add(fileURLToPath(url));
      return next(url, context);
    },
  });
}

async function importModule(file: string): Promise<TemplateModule> {
  hookImports();
  try {
    return await import(pathToFileURL(realpathSync(file)).href);
  } catch (error) {
    throw templateError(file, error);
  }
}

/** Returns the function that a site's template file exports; undefined if there is no file. */
async function siteTemplate(
  folder: string,
  name: string,
  exported: string,
): Promise<UncheckedTemplate | undefined> {
  const file = ['.ts', '.js'].map((extension) => join(folder, name + extension)).find(exists);
  return file === undefined ? undefined : guardTemplate(file, await importModule(file), exported);
}

/**
 * Returns the templates of a site: the built-in ones, except those replaced by a file of the same name in
 * its `templates/` folder (`article.ts` or `article.js`, exporting `article`).
 *
 * @throws TemplateError if a file does not load or lacks the function
 */
export async function loadTemplates(folder: string): Promise<Templates> {
  const pages: Record<string, unknown> = { ...builtInTemplates.pages };
  for (const { kind } of pageKinds) {
    pages[kind] = (await siteTemplate(folder, kind, templateExport(kind))) ?? pages[kind];
  }
  const layout = (await siteTemplate(folder, 'layout', 'layout')) ?? builtInTemplates.layout;
  // Each value is a function; its parameters are left to the site's type check.
  return { layout, pages } as Templates;
}

/**
 * Returns the files that the templates of a site consist of: its own and those that they import.
 *
 * @throws TemplateError as `loadTemplates`
 */
export async function templateFiles(folder: string): Promise<readonly string[]> {
  await loadTemplates(folder);
  return [...loadedFiles].sort();
}
