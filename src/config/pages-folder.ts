import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxOwnPages, maxSeedBytes } from '../model/limits.ts';
import { hasCode } from '../model/system-error.ts';
import { isPictureName } from '../pictures/picture-kind.ts';
import type { RawFile } from '../sources/read-document.ts';
import { kindOf } from '../sources/seed-file.ts';

/** Endings of own pages. */
const pageFile = /\.(?:md|markdown)$/i;

/** Names that editors and systems leave behind. */
const passedOver = /^\.|~$|^Thumbs\.db$/i;

/**
 * Reads the Markdown files of the folder of own pages. Links are not followed.
 *
 * @param label the folder as shown to the user
 * @returns their bytes, empty where there is no folder; with a diagnostic for each other file but pictures
 * @throws the file system's error, where the folder exists and cannot be listed
 */
export function readPagesFolder(folder: string, label: string): Outcome<readonly RawFile[]> {
  const diagnostics: Diagnostic[] = [];
  const files: RawFile[] = [];
  let entries: ReturnType<typeof listFolder>;
  try {
    entries = listFolder(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return { value: [], diagnostics };
    throw error;
  }
  for (const entry of entries) {
    if (passedOver.test(entry.name)) continue;
    const path = `${label}/${entry.name}`;
    const at = { severity: 'warning', file: path } as const;
    if (isPictureName(entry.name) && !entry.isDirectory()) continue;
    if (entry.isDirectory() && !pageFile.test(entry.name)) {
      if (holdsPages(join(folder, entry.name)))
        diagnostics.push({ ...at, rule: 'own-page-folder', values: {} });
      continue;
    }
    if (!pageFile.test(entry.name)) {
      diagnostics.push({ ...at, rule: 'own-page-format', values: {} });
    } else if (!entry.isFile()) {
      diagnostics.push({ ...at, rule: 'seed-not-a-file', values: { kind: kindOf(entry) } });
    } else if (files.length === maxOwnPages) {
      diagnostics.push({ ...at, rule: 'own-pages-too-many', values: { limit: maxOwnPages } });
      break;
    } else {
      const { size } = statSync(join(folder, entry.name));
      const values = { bytes: size, limit: maxSeedBytes };
      if (size <= maxSeedBytes) files.push({ path, bytes: readFileSync(join(folder, entry.name)) });
      else diagnostics.push({ ...at, severity: 'error', rule: 'seed-too-large', values });
    }
  }
  return { value: files, diagnostics };
}

/** Tells whether a folder has Markdown files. */
function holdsPages(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => pageFile.test(name));
  } catch {
    return false;
  }
}

/** Returns the entries of a folder in the order of their names. */
const listFolder = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : Number(a.name > b.name),
  );
