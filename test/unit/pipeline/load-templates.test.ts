import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { builtInTemplates } from '../../../src/pages/templates.ts';
import { loadTemplates } from '../../../src/pipeline/load-templates.ts';
import { TemplateError } from '../../../src/render/template-error.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
});

test('a site without templates has the built-in ones', async () => {
  expect(await loadTemplates(join(folder, 'none'))).toEqual(builtInTemplates);
  expect(await loadTemplates(folder)).toEqual(builtInTemplates);
});

test('a template of the site replaces only the built-in one of the same name', async () => {
  writeFileSync(join(folder, 'not-found.js'), 'export function notFound() { return "mine"; }');
  const { layout, pages } = await loadTemplates(folder);
  expect(layout).toBe(builtInTemplates.layout);
  expect(pages.home).toBe(builtInTemplates.pages.home);
  expect(pages['not-found']).not.toBe(builtInTemplates.pages['not-found']);
});

test('a file without the name of a built-in template is not loaded', async () => {
  writeFileSync(join(folder, 'other.js'), 'throw new Error("loaded")');
  expect(await loadTemplates(folder)).toEqual(builtInTemplates);
});

test('an error while a template loads is reported with its message', async () => {
  writeFileSync(join(folder, 'home.js'), 'throw new Error("قالب معطل")');
  const error = await loadTemplates(folder).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(TemplateError);
  expect(String(error)).toContain('قالب معطل');
});

test('a template file without its function is reported with the name to export', async () => {
  writeFileSync(join(folder, 'articles.js'), 'export const articles = 7;');
  await expect(loadTemplates(folder)).rejects.toThrow('export function articles');
});
