import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** Usual milliseconds without changes before they are reported: editors write a file in several steps. */
const debounce = 80;

/** Watched paths, absolute. */
export interface Watched {
  readonly folders: readonly string[];
  readonly files: readonly string[];
  /** Folders that builds write to, whose changes are ignored. */
  readonly ignored: readonly string[];
  /** Milliseconds without changes before they are reported. */
  readonly quiet?: number;
}

/**
 * Calls `changed` after changes in the given folders or files, once for simultaneous changes, with
 * their absolute paths. A file is watched through its folder, because editors replace files; so is a
 * folder that does not exist yet.
 *
 * @returns a function that ends the watch
 */
export function watchSources(
  { folders, files, ignored, quiet = debounce }: Watched,
  changed: (paths: readonly string[]) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const paths = new Set<string>();
  function report(): void {
    const changedPaths = [...paths];
    paths.clear();
    changed(changedPaths);
  }
  function record(path: string): void {
    paths.add(path);
    clearTimeout(timer);
    timer = setTimeout(report, quiet);
  }
  function watchFolder(folder: string): void {
    if (!existsSync(folder)) return;
    watchers.get(folder)?.close();
    const watcher = watch(folder, { recursive: true }, (_, name) => {
      const path = join(folder, name ?? '');
      if (ignored.some((other) => path === other || path.startsWith(other + sep))) return;
      record(path);
    });
    // Only the server keeps the process alive. (On Linux `unref` of a recursive watcher returns nothing.)
    watcher.unref();
    watchers.set(folder, watcher);
  }
  function watchName(path: string, onEvent: () => void): void {
    const watcher = watch(dirname(path), (_, name) => {
      if (name !== basename(path)) return;
      onEvent();
      record(path);
    });
    watcher.unref();
    watchers.set(`${path} by name`, watcher);
  }
  for (const folder of folders) {
    watchFolder(folder);
    if (existsSync(dirname(folder))) watchName(folder, () => watchFolder(folder));
  }
  for (const file of files) if (existsSync(dirname(file))) watchName(file, () => {});
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

/** A watch whose changes are kept until something follows them. */
export interface RecordedChanges {
  /** Calls `changed` with what has changed so far, where anything has, and after each further change. */
  follow(changed: (paths: readonly string[]) => void): void;
  /** Ends the watch; returns whether anything has changed that nothing followed. */
  end(): boolean;
}

/** Watches sources from now on, so that no change is missed while the archive is built for the first time. */
export function recordChanges(watched: Watched): RecordedChanges {
  const early = new Set<string>();
  let report = (paths: readonly string[]): void => {
    for (const path of paths) early.add(path);
  };
  const end = watchSources(watched, (paths) => report(paths));
  return {
    follow(changed) {
      report = changed;
      if (early.size > 0) changed([...early]);
      early.clear();
    },
    end() {
      end();
      return early.size > 0;
    },
  };
}
