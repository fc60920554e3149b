import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Editors write a file in several steps; one build follows after this many quiet milliseconds. */
const quiet = 80;

/**
 * Calls `changed` after anything changes in the folders or files given, once for changes that come
 * together. A file is watched through its folder, because editors replace files; so is a folder that
 * does not exist yet.
 *
 * @returns a function that ends the watch.
 */
export function watchSources(
  folders: readonly string[],
  files: readonly string[],
  changed: () => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  function notice(): void {
    clearTimeout(timer);
    timer = setTimeout(changed, quiet);
  }
  function watchFolder(folder: string): void {
    if (!existsSync(folder)) return;
    watchers.get(folder)?.close();
    watchers.set(folder, watch(folder, { recursive: true }, notice));
  }
  function watchName(path: string, appeared: () => void): void {
    const watcher = watch(dirname(path), (_, name) => {
      if (name !== basename(path)) return;
      appeared();
      notice();
    });
    watchers.set(`${path} by name`, watcher);
  }
  for (const folder of folders) {
    watchFolder(folder);
    if (existsSync(dirname(folder))) watchName(folder, () => watchFolder(folder));
  }
  for (const file of files) watchName(file, () => {});
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
