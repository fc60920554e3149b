import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { type Archive, originalEdition, writeArchive, writeEdition } from '../archive/archive.ts';
import { articleAt } from '../archive/article.ts';
import { contentOf, type Form, pathOf } from '../archive/content.ts';
import { type Cost, measure } from '../archive/measure.ts';
import { fileSystemTime, inspect } from '../archive/output.ts';
import { emptyVolume } from '../archive/volume.ts';
import { product, writeSettings } from './site.ts';

/**
 * The change before a build: everything removed, nothing, a sentence added to an article, an article
 * added to the newest day, an article added to a later day.
 */
export const changes = ['cold', 'unchanged', 'article', 'newest', 'day'] as const;

/** One of {@link changes}. */
export type Change = (typeof changes)[number];

/** One build of the archive, with or without search. */
export interface Build {
  readonly change: Change;
  readonly search: 'on' | 'off';
  readonly repeat: number;
  readonly load: number;
  readonly cost: Cost;
  /** Number of files written, and of index files among them. */
  readonly written: number;
  readonly writtenIndexFiles: number;
}

/** All builds, and the file system of the sites. */
export interface BuildFigures {
  readonly articles: number;
  readonly volume: string;
  readonly builds: readonly Build[];
}

const limitSeconds = 1800;

/** A number greater than the articles of any day. */
const articlesPerDay = 100;

/** A seed format with one file for each article. */
const form: Exclude<Form, 'records'> = 'seeds';

/** Applies a change to the content that both sites share. */
function applyChange(content: string, archive: Archive, kind: Change, repeat: number): void {
  if (kind === 'cold') writeEdition(content, archive, form, originalEdition);
  if (kind === 'article')
    writeEdition(content, archive, form, { ...originalEdition, body: repeat });
  if (kind !== 'newest' && kind !== 'day') return;
  const later = kind === 'day' ? articlesPerDay : 0;
  const article = articleAt(archive.source, archive.count + later + repeat - 1);
  const file = join(content, pathOf(article, form));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contentOf(article, form));
}

/**
 * Builds an archive with and without search, alternately, each time in a fresh process: from nothing,
 * after a change, and after one more article.
 *
 * @throws Error where a build fails
 */
export async function measureBuilds(
  lab: string,
  archive: Archive,
  repeats: number,
  wantsVolume: boolean,
  say: (line: string) => void,
): Promise<BuildFigures> {
  const volume = emptyVolume(lab, wantsVolume);
  const builds: Build[] = [];
  try {
    const content = join(volume.folder, 'content');
    writeArchive(content, archive, form);
    const logs = join(lab, 'logs');
    mkdirSync(logs, { recursive: true });
    for (const search of ['off', 'on'] as const) {
      const site = join(volume.folder, search);
      mkdirSync(site);
      symlinkSync(content, join(site, product.contentFolder));
      writeSettings(site, search);
    }
    for (let repeat = 1; repeat <= repeats; repeat += 1) {
      const order = repeat % 2 === 1 ? (['off', 'on'] as const) : (['on', 'off'] as const);
      for (const kind of changes) {
        applyChange(content, archive, kind, repeat);
        for (const search of order) {
          const site = join(volume.folder, search);
          const out = join(volume.folder, `${search}-out-${repeat}`);
          const cache = join(volume.folder, `${search}-cache-${repeat}`);
          // Flushes the writes of earlier builds, which would count as this build's.
          spawnSync('sync');
          const load = loadavg()[0] ?? 0;
          const since = fileSystemTime(join(volume.folder, 'moment'));
          const log = join(logs, `${kind}-${search}-${repeat}.log`);
          const { exitCode, cost } = await measure(
            product.build({ site, out, cache }),
            log,
            limitSeconds,
          );
          if (exitCode !== 0) throw new Error(`A build failed: see ${log}.errors.`);
          const written = inspect(out, since, '', false).written;
          const ofIndex = inspect(join(out, 'search'), since, '', false).written;
          const { wallSeconds, peakBytes = 0 } = cost;
          say(
            `${kind}, search ${search}: ${wallSeconds.toFixed(2)} s, ${Math.round(peakBytes / 1e6)} MB, ${written} files written`,
          );
          builds.push({
            change: kind,
            search,
            repeat,
            load,
            cost,
            written,
            writtenIndexFiles: ofIndex,
          });
        }
      }
    }
    return { articles: archive.count, volume: volume.kind, builds };
  } finally {
    volume.remove();
  }
}
