import { relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Previews } from './previews.ts';
import type { ArchiveServer } from './server.ts';

/** Number of changed seeds up to which they are previewed; with more the build is as quick. */
const maxPreviews = 5;

/** Default time that a build waits for previews, in milliseconds; by then it is as quick. */
const defaultDelay = 2000;

/** What previews need. */
export interface PreviewSetup {
  /** Absolute path of the seeds folder. */
  readonly seeds: string;
  readonly server: Pick<ArchiveServer, 'preview' | 'endPreviews'>;
  /** Starts the worker; returns undefined while the settings have errors. */
  readonly open: () => Previews | undefined;
  /** Milliseconds that a build waits for previews. */
  readonly buildDelay?: number;
}

/** Shows the pages of changed seeds until they are built. */
export interface ShownPreviews {
  /**
   * Shows the pages of changed files; resolves when a build may begin. Pages that take longer are shown too, unless
   * the archive is built first.
   */
  show(changed: readonly string[]): Promise<void>;
  /** Starts the worker where it has ended. */
  restart(): void;
  /** Shows the built pages again. */
  end(): void;
  /** Ends the worker. */
  close(): Promise<void>;
}

const isText = (name: string): boolean =>
  !name.startsWith('..') && /\.(?:txt|md|ya?ml)$/i.test(name);

/** The worker loads settings and templates once, so a change of those ends it; `restart` starts one that has ended. */
export function showPreviews({
  seeds,
  server,
  open,
  buildDelay = defaultDelay,
}: PreviewSetup): ShownPreviews {
  let previews = open();
  let builds = 0;
  async function showPage(name: string): Promise<void> {
    const before = builds;
    const page = await previews?.render(name.split(sep).join('/'));
    // A build has shown this page, and maybe a newer one, meanwhile.
    if (page !== undefined && builds === before) server.preview(page);
  }
  async function close(): Promise<void> {
    const ended = previews;
    previews = undefined;
    await ended?.close();
  }
  return {
    async show(changed) {
      const names = changed.map((path) => relative(seeds, path));
      if (!names.every(isText)) return await close();
      const shown = Promise.all(names.slice(0, maxPreviews).map(showPage));
      await Promise.race([shown, pause(buildDelay, undefined, { ref: false })]);
    },
    restart() {
      previews ??= open();
    },
    end() {
      builds += 1;
      server.endPreviews();
    },
    close,
  };
}
