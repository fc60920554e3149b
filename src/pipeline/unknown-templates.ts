import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { pageKinds } from '../pages/kinds.ts';
import { exists } from '../publish/exists.ts';
import { nearestKey } from '../sources/nearest-key.ts';

/** Names of the templates that a site may replace. */
const templateNames: readonly string[] = ['layout', ...pageKinds.map(({ kind }) => kind)];

/** A module in the folder of templates, and what it holds. */
const moduleName = /^(.+)\.(?:ts|js)$/;

/**
 * Returns a warning for each module in a site's folder of templates that replaces no template and that no
 * other module in the folder imports.
 *
 * @param label the folder as shown to the user
 * @throws the file system's error
 */
export function unknownTemplates(folder: string, label: string): readonly Diagnostic[] {
  if (!exists(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && moduleName.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const nameOf = (file: string): string => moduleName.exec(file)?.[1] ?? '';
  const unknown = files.filter((file) => !templateNames.includes(nameOf(file)));
  if (unknown.length === 0) return [];
  const sources = files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  return unknown
    .filter(
      (file) =>
        !sources.some((one) => one.file !== file && one.text.includes(`./${nameOf(file)}.`)),
    )
    .map((file) => ({
      rule: 'template-unknown',
      severity: 'warning',
      file: `${label}/${file}`,
      values: { nearest: nearestKey(nameOf(file), templateNames) ?? '' },
    }));
}
