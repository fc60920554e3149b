import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { main } from '../../src/cli/main.ts';

/** The repository. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

const fixture = fileURLToPath(new URL('../browser-site', import.meta.url));

/** Articles added to the fixture, so that its list fills more than one page. */
export const numberedArticles = 60;

/** Makes an empty folder under the system's temporary one. */
export const temporaryFolder = (name: string): string =>
  mkdtempSync(join(tmpdir(), `warraq-${name}-`));

export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** Copies the fixture site into `root`, with sixty numbered articles; `config` replaces its own. */
export function copyFixture(root: string, config?: string): void {
  cpSync(fixture, root, { recursive: true });
  if (config !== undefined) writeFileSync(join(root, 'warraq.yaml'), config);
  mkdirSync(join(root, 'seeds/numbered'));
  for (let i = 1; i <= numberedArticles; i += 1) {
    const day = String((i % 28) + 1).padStart(2, '0');
    const month = String((i % 12) + 1).padStart(2, '0');
    writeFileSync(
      join(root, `seeds/numbered/issue-${i}.txt`),
      `---\ntitle: افتتاحية العدد ${i}\ndate: 1999-${month}-${day}\nsource: جريدة السوق\n---\nافتتح المحرر العدد ${i} بكلمة قصيرة عن شؤون المدينة وأسواقها وأهلها.\n`,
    );
  }
}

/**
 * Builds a site in this process, with nothing in its cache, which is gone afterwards. Returns the exit
 * code and everything that was said.
 */
export async function buildSite(
  root: string,
  out: string,
  cache = join(root, '.cache-of-test'),
): Promise<{ readonly code: number; readonly said: string }> {
  let said = '';
  const say = (text: string): void => {
    said += text;
  };
  const code = await main(['build', '--root', root, '--out', out, '--cache', cache], {
    out: say,
    err: say,
    live: false,
    now: () => performance.now(),
  });
  removeFolder(cache);
  return { code, said };
}

/** A plain static host, as an archive is published on. */
export interface StaticHost {
  readonly origin: string;
  close(): Promise<void>;
}

/** The subfolder under which the host serves the archive. */
export const subfolder = '/deep/archive/';

/**
 * Serves `dist` under the subfolder on 127.0.0.1, with `404.html` for what does not exist; nothing
 * stands at the root. `dist` may be built after the host has started.
 */
export async function startHost(dist: string): Promise<StaticHost> {
  const files = sirv(dist, { dev: true });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const missing = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(url.startsWith(subfolder) ? readFileSync(join(dist, '404.html')) : '');
    };
    if (!url.startsWith(subfolder)) return missing();
    request.url = url.slice(subfolder.length - 1);
    files(request, response, missing);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const require = createRequire(import.meta.url);

/** Scripts that tests evaluate in a page. */
export const probesSource = readFileSync(new URL('./page-probes.js', import.meta.url), 'utf8');
export const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
