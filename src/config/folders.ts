import type { Config } from '../model/config.ts';
import type { FieldSetting } from '../model/field.ts';
import type { Metadata } from '../model/metadata.ts';
import { marksOfFolder, splitFolderKeys } from '../sources/folder-metadata.ts';
import { readMetadata } from '../sources/metadata.ts';
import { withoutDeclared } from '../sources/own-fields.ts';
import type { YamlMap } from '../sources/yaml/read-yaml.ts';
import type { Inspector } from './check.ts';
import { folderPath } from './encodings.ts';

/**
 * Reads the metadata of folders in the settings.
 *
 * @param settings the map under `folders`; empty where there is none
 * @param file path of the settings, for diagnostics
 * @param fields the fields that the site declares
 */
export function readFolders(
  settings: YamlMap,
  file: string,
  fields: readonly FieldSetting[],
  inspector: Inspector,
): Config['folders'] {
  const folders: [string, Metadata][] = [];
  for (const path of settings.keys()) {
    const map = inspector.mapOf(settings, path, '{section: …}', `folders.${path}`);
    const { inherited, refused } = splitFolderKeys(map, fields);
    for (const { key, line } of refused) {
      inspector.reportValue(`folders.${path}.${key}`, key, 'section, source, rights, …', line);
    }
    const { value, diagnostics } = readMetadata(inherited, file, undefined, fields);
    // Settings are trusted: what is wrong in them is an error.
    for (const diagnostic of withoutDeclared(diagnostics, fields)) {
      if (diagnostic.severity !== 'info') inspector.report({ ...diagnostic, severity: 'error' });
    }
    folders.push([folderPath(path), marksOfFolder(value, file)]);
  }
  return Object.fromEntries(folders);
}
