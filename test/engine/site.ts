import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../src/build/build.ts';
import type { BuildOptions, BuildResult } from '../../src/build/options.ts';
import { loadConfig } from '../../src/config/load.ts';

/** The program as people start it. */
export const program = fileURLToPath(new URL('../../src/cli/warraq.js', import.meta.url));

/** Makes a folder for a site; the caller removes it. */
export const makeRoot = (name: string): string => {
  const root = mkdtempSync(join(tmpdir(), `warraq-${name}-`));
  mkdirSync(join(root, 'seeds'));
  return root;
};

/** Writes files under a folder. */
export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Builds a site in this process. */
export function buildHere(root: string, options: Partial<BuildOptions> = {}): Promise<BuildResult> {
  return build({
    root,
    seeds: join(root, 'seeds'),
    out: join(root, 'dist'),
    cache: join(root, '.cache'),
    config: loadConfig({ root }),
    strict: false,
    workers: 0,
    ...options,
  });
}

/** Builds the same sources with nothing known of them, beside the site; returns what comes out. */
export async function coldTree(root: string): Promise<ReadonlyMap<string, string>> {
  const apart = mkdtempSync(join(tmpdir(), 'warraq-cold-'));
  try {
    const out = join(apart, 'dist');
    await buildHere(root, { out, cache: join(apart, 'cache') });
    return treeOf(out);
  } finally {
    rmSync(apart, { recursive: true, force: true });
  }
}

/** Returns a short hash of a content. */
export const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12);

/** Returns every file under a folder with a hash of its content, in order. */
export function treeOf(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [relative(folder, file), hashOf(readFileSync(file))]),
  );
}

/**
 * Copies a folder with all times of its files, to the nanosecond: a site whose files have other times is
 * not trusted. Node's own copying rounds them.
 */
export function copyFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  execFileSync('cp', ['-a', from, to]);
}

/** Runs the program in a process of its own; returns its result as JSON. */
export function runProgram(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Pick<BuildResult, 'written' | 'removed' | 'articles'> {
  const out = execFileSync(process.execPath, [program, 'build', '--json', ...argv], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(out.toString()) as BuildResult;
}

/** Links of a page of ours, whose attributes are all in double quotes. */
const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );

/**
 * Returns the links that lead nowhere from any page that readers can come to from the front page;
 * a site that does not exist has none.
 */
export function deadLinks(dist: string): readonly string[] {
  if (!existsSync(join(dist, 'index.html'))) return [];
  const dead: string[] = [];
  const seen = new Set(['index.html']);
  for (const url of seen) {
    const html = readFileSync(join(dist, url), 'utf8');
    if (!html.trimEnd().endsWith('</html>')) dead.push(`${url} is cut short`);
    for (const link of linksOf(html)) {
      if (/^[a-z]+:|^#/i.test(link)) continue;
      const target = normalize(join(dirname(url), decodeURIComponent(link.replace(/[?#].*/, ''))));
      if (!existsSync(join(dist, target))) dead.push(`${url} → ${target}`);
      else if (target.endsWith('.html')) seen.add(target);
    }
  }
  return dead;
}
