import { expect, test } from 'vitest';
import { templatePlace } from '../../../src/pipeline/template-place.ts';
import { temporarySite } from '../../support/temporary-site.ts';

test.each([
  ['export const home = (\n', { line: 1, column: 22 }],
  ['export const home = (;', { line: 1, column: 22 }],
  ['export const home = (\n  a b\n);\n', { line: 2, column: 5 }],
])('a syntax error has line and column, without a warning of Node: %j', (text, place) => {
  const site = temporarySite({ 'templates/home.ts': text });
  const file = site.at('templates/home.ts');
  const warned = process.emitWarning;
  expect(templatePlace(new SyntaxError('wrong'), file)).toEqual({ file, place });
  expect(process.emitWarning).toBe(warned);
});

test('an import that finds nothing has line and column', () => {
  const text = "import { a } from 'warraq';\nimport { b } from './parts.ts';\n";
  const site = temporarySite({ 'templates/home.ts': text });
  const file = site.at('templates/home.ts');
  const missing = `Cannot find module '${site.at('templates/parts.ts')}' imported from ${file}`;
  expect(templatePlace(new Error(missing), file)).toEqual({ file, place: { line: 2, column: 19 } });
  expect(templatePlace(new Error('other'), file)).toBe(undefined);
});
