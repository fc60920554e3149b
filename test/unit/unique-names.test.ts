import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** An exported name has one meaning, so that an import is clear without its path. */
const root = fileURLToPath(new URL('../../', import.meta.url));

const declaration =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|class|interface|type|enum|function\*?) +([\p{L}_$][\p{L}\p{N}_$]*)/gmu;
const destructured = /^export (?:const|let) (?:\[([^\]]*)\]|\{([^}]*)\})/gm;
/** Matches an export list without `from`. */
const listed = /^export (?:type )?\{([^}]*)\}(?! from)/gm;

/** Returns the names that a module declares and exports, without re-exports. */
function exportedNames(text: string): readonly string[] {
  const last = (name: string): string =>
    name
      .split(/:| as /)
      .at(-1)
      ?.trim() ?? '';
  const lists = [...text.matchAll(destructured), ...text.matchAll(listed)].flatMap(
    ([, first, second]) => (first ?? second ?? '').split(',').map(last),
  );
  return [...[...text.matchAll(declaration)].map(([, name = '']) => name), ...lists].filter(
    (name) => name !== '',
  );
}

test('no name is exported by two files', () => {
  const files = new Map<string, string[]>();
  for (const entry of readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.[tj]s$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    for (const name of exportedNames(readFileSync(file, 'utf8'))) {
      files.set(name, [...(files.get(name) ?? []), relative(root, file)]);
    }
  }
  expect(files.size).toBeGreaterThan(500);
  const twice = [...files].filter(([, paths]) => paths.length > 1);
  expect(twice.map(([name, paths]) => `${name}: ${paths.join(', ')}`)).toEqual([]);
});

test('every form of export is detected, except re-exports', () => {
  const text = [
    'export const a = 1;',
    'export type B = string;',
    'export async function c() {}',
    'export function* d() {}',
    'export const [e, f] = [1, 2];',
    'export const { g: h } = i;',
    'export { j, k as l };',
    "export { m } from './m.ts';",
    "export type { N } from './n.ts';",
    "export * from './o.ts';",
  ].join('\n');
  expect(exportedNames(text).toSorted()).toEqual(['B', 'a', 'c', 'd', 'e', 'f', 'h', 'j', 'l']);
});
