import { spawnSync } from 'node:child_process';
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

// The script of the search page is bundled from TypeScript by rolldown, a native addon and a development dependency:
// - The package contains the bundled script in place of its entry module, and needs no bundler.
// - In a checkout, `npm ci` bundles (the `prepare` script runs this file) and caches the result in `node_modules`, keyed
//   by a hash of its inputs. A build reads the cache: it may run under `node --permission`, which allows neither addons
//   nor other processes.
// - After an edit of the script's modules the next build bundles again, in a child process, to keep the bundler out of
//   the build's memory.

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The bundled script, in the package. */
const packaged = pathOf('../search/browser/main.js');

const sources = pathOf('..');
const checkout = pathOf('../..');
const rolldown = join(checkout, 'node_modules/rolldown');
const config = pathOf('../search/browser/rolldown.config.ts');
const cache = join(checkout, 'node_modules/.cache/warraq/scripts');

/** Folders under `src/` whose modules may be in the script: those that `src/search/` may import from. */
export const scriptSources: readonly string[] = ['arabic', 'model', 'search'];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Hash of the script's inputs: its modules, the options, and the version of the bundler. */
function sourceHash(): string {
  const names = scriptSources.flatMap((folder) =>
    readdirSync(join(sources, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  const hash = createHash('sha256').update(readFileSync(join(rolldown, 'package.json')));
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
 * Bundles the script from its modules. Returns one classic script that defines no global names.
 *
 * @throws Error with the bundler's output; the system's error where no process may be started.
 */
export function bundleBrowserScript(): string {
  if (process.permission?.has('child') === false) {
    const message = 'run "npm run prepare" first: it bundles the script of the search page';
    throw Object.assign(new Error(message), { code: 'ERR_ACCESS_DENIED' });
  }
  const folder = mkdtempSync(join(tmpdir(), 'warraq-script-'));
  try {
    const file = join(folder, 'main.js');
    const cli = join(rolldown, 'bin/cli.mjs');
    const args = ['--config', config, '--configLoader', 'native', '--file', file];
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, ...args], {
      cwd: checkout,
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`The search page's script: ${stdout}${stderr}`);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The cached script, or a new bundle, which is cached. */
function checkoutScript(): string {
  const file = join(cache, `${sourceHash()}.js`);
  const cached = cachedScript(file);
  if (cached !== undefined) return cached;
  const script = bundleBrowserScript();
  cacheScript(file, script);
  return script;
}

/** Key of the environment data by which a thread passes the script to its workers. */
const environmentKey = 'warraq: script of the search page';

/**
 * Returns the script of the search page: the packaged one, else the cached one, else a new bundle. It is read or
 * bundled once in a run, whatever the number of threads.
 *
 * @throws the system's error where the bundler is missing or may not be started; Error with the bundler's output.
 */
export function browserScript(): string {
  const passed = getEnvironmentData(environmentKey);
  if (typeof passed === 'string') return passed;
  const script = existsSync(packaged) ? readFileSync(packaged, 'utf8') : checkoutScript();
  setEnvironmentData(environmentKey, script);
  return script;
}

if (import.meta.main) browserScript();
