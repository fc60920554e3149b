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

test('a site without templates has ours', async () => {
  expect(await loadTemplates(join(folder, 'none'))).toEqual(builtInTemplates);
  expect(await loadTemplates(folder)).toEqual(builtInTemplates);
});

test('a template of the site takes the place of ours of the same name, and only that', async () => {
  writeFileSync(join(folder, 'not-found.js'), 'export function notFound() { return "mine"; }');
  const { layout, pages } = await loadTemplates(folder);
  expect(layout).toBe(builtInTemplates.layout);
  expect(pages.home).toBe(builtInTemplates.pages.home);
  expect(pages['not-found']).not.toBe(builtInTemplates.pages['not-found']);
});

test('a file that is no template of ours is not loaded', async () => {
  writeFileSync(join(folder, 'other.js'), 'throw new Error("loaded")');
  expect(await loadTemplates(folder)).toEqual(builtInTemplates);
});

test('a template that throws as it loads is named with what it threw', async () => {
  writeFileSync(join(folder, 'home.js'), 'throw new Error("قالب معطل")');
  const error = await loadTemplates(folder).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(TemplateError);
  expect(String(error)).toContain('قالب معطل');
});

test('a template without its function is told which function it must export', async () => {
  writeFileSync(join(folder, 'articles.js'), 'export const articles = 7;');
  await expect(loadTemplates(folder)).rejects.toThrow('export function articles');
});
