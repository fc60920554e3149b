import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

// The scripts of the pages are bundled from TypeScript by rolldown, a native addon and a development dependency:
// - The package contains each bundled script in place of its entry module, and needs no bundler.
// - In a checkout, `npm ci` bundles (the `prepare` script runs this file) and caches the results in `node_modules`, keyed
//   by a hash of their inputs. A build reads the cache: it may run under `node --permission`, which allows neither addons
//   nor other processes.
// - After an edit of a script's modules the next build bundles again, in a child process, to keep the bundler out of
//   the build's memory.

/** A script of the pages. */
export interface BrowserScript {
  /** Its folder under `src/`, which holds `main.ts` and the options of the bundler. */
  readonly folder: string;
  /** Folders under `src/` whose modules may be in the script: those that its folder may import from, and its own. */
  readonly sources: readonly string[];
}

/** The script of the search page. */
export const searchScript: BrowserScript = {
  folder: 'search/browser',
  sources: ['arabic', 'model', 'search'],
};

/** The second script of the search page, which results do not wait for. */
export const searchPanelsScript: BrowserScript = {
  folder: 'search/browser/panels',
  sources: searchScript.sources,
};

/** The script of every page, without its texts. */
export const readerScript: BrowserScript = { folder: 'reader', sources: ['model', 'reader'] };

/** The script of the review page of `warraq serve`, without its words. */
export const reviewScript: BrowserScript = {
  folder: 'review/browser',
  sources: ['model', 'review/browser'],
};

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const sources = pathOf('..');
const checkout = pathOf('../..');
const rolldown = join(checkout, 'node_modules/rolldown');
const cache = join(checkout, 'node_modules/.cache/warraq/scripts');

/** A bundled script, in the package. */
const packagedFile = ({ folder }: BrowserScript): string => join(sources, folder, 'main.js');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Hash of a script's inputs: its name, its modules, the options, and the version of the bundler. */
function sourceHash({ folder, sources: folders }: BrowserScript): string {
  const names = folders.flatMap((name) =>
    readdirSync(join(sources, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(name, file)),
  );
  const hash = createHash('sha256').update(readFileSync(join(rolldown, 'package.json')));
  hash.update(`\n${folder}`);
  for (const name of names.sort()) {
    const content = readFileSync(join(sources, name));
    hash.update(`\n${name} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** A script from the cache, after its checksum; undefined where it is damaged or missing. */
function cachedScript(file: string): string | undefined {
  try {
    const cached = readFileSync(file, 'utf8');
    const script = cached.slice(65);
    return cached.startsWith(`${sha256(script)}\n`) ? script : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a script to the cache. Where that fails, each run bundles again. */
function cacheScript(file: string, script: string): void {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, `${sha256(script)}\n${script}`);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // The cache is optional.
  }
}

/**
 * Bundles a script from its modules. Returns one classic script that defines no global names.
 *
 * @throws Error with the bundler's output; the system's error where no process may be started.
 */
export function bundleBrowserScript({ folder: source }: BrowserScript): string {
  if (process.permission?.has('child') === false) {
    const message = 'run "npm run prepare" first: it bundles the scripts of the pages';
    throw Object.assign(new Error(message), { code: 'ERR_ACCESS_DENIED' });
  }
  const folder = mkdtempSync(join(tmpdir(), 'warraq-script-'));
  try {
    const file = join(folder, 'main.js');
    const cli = join(rolldown, 'bin/cli.mjs');
    const config = join(sources, source, 'rolldown.config.ts');
    const args = ['--config', config, '--configLoader', 'native', '--file', file];
    // Loaded here, because few builds bundle.
    const { spawnSync } = process.getBuiltinModule('node:child_process');
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, ...args], {
      cwd: checkout,
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`The script of ${source}: ${stdout}${stderr}`);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The cached script, or a new bundle, which is cached. */
function checkoutScript(source: BrowserScript): string {
  const file = join(cache, `${sourceHash(source)}.js`);
  const cached = cachedScript(file);
  if (cached !== undefined) return cached;
  const script = bundleBrowserScript(source);
  cacheScript(file, script);
  return script;
}

/** Key of the environment data by which a thread passes a script to its workers. */
const environmentKey = ({ folder }: BrowserScript): string => `warraq: script of ${folder}`;

/**
 * Returns a script: the packaged one, else the cached one, else a new bundle. It is read or bundled once in a run,
 * whatever the number of threads.
 *
 * @throws the system's error where the bundler is missing or may not be started; Error with the bundler's output.
 */
export function browserScript(source: BrowserScript): string {
  const key = environmentKey(source);
  const passed = getEnvironmentData(key);
  if (typeof passed === 'string') return passed;
  const packaged = packagedFile(source);
  const script = existsSync(packaged) ? readFileSync(packaged, 'utf8') : checkoutScript(source);
  setEnvironmentData(key, script);
  return script;
}

/** All scripts of the pages. */
export const browserScripts: readonly BrowserScript[] = [
  searchScript,
  searchPanelsScript,
  readerScript,
  reviewScript,
];

if (import.meta.main) for (const source of browserScripts) browserScript(source);
