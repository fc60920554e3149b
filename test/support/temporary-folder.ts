import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, TestRunner } from 'vitest';

/** Files by their paths below a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Folders made outside of a test (in `beforeAll`, or while tests are collected). */
const ofTestFile = new Set<string>();

/** Writes files below a folder, with the folders that they need. */
export function writeFiles(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Removes a folder with everything in it; one that does not exist is no error. */
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/**
 * Makes a folder with these files in the system's temporary folder and returns its path. The folder is
 * removed when the current test has finished, or, where none is running, at the end of the test file.
 */
export function temporaryFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  if (TestRunner.getCurrentTest() === undefined) ofTestFile.add(folder);
  else onTestFinished(() => removeFolder(folder));
  writeFiles(folder, files);
  return folder;
}

/** Removes the folders that were made outside of tests; `setup.ts` calls it after each test file. */
export function removeFoldersOfTestFile(): void {
  for (const folder of ofTestFile) removeFolder(folder);
  ofTestFile.clear();
}
