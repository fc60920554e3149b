import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import sirv from 'sirv';
import { fixture } from '../paths.ts';
import { recordedRun } from '../recorded-run.ts';

/** Articles added to the fixture, so that its list fills more than one page. */
export const numberedArticles = 90;

/** Copies the fixture site into `root`, with numbered articles; `config` replaces its own. */
export function copyFixture(root: string, config?: string): void {
  cpSync(fixture('browser-site'), root, { recursive: true });
  if (config !== undefined) writeFileSync(join(root, 'warraq.yaml'), config);
  // Addresses without an article: withdrawn, and deleted with `gone: page`.
  writeFileSync(
    join(root, 'seeds/withdrawn.txt'),
    '---\nwithdrawn: { date: 2020-05-01, reason: بطلب من صاحب الصورة }\n---\n',
  );
  writeFileSync(join(root, 'addresses.jsonl'), '{"path":"articles/deleted.html","id":"deleted"}\n');
  appendFileSync(join(root, 'warraq.yaml'), 'gone: page\n');
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
 * Builds a site in this process with an empty cache, which is removed afterwards. Returns the exit code
 * and the output.
 */
export async function buildSite(
  root: string,
  out: string,
  cache = join(root, '.cache-of-test'),
): Promise<{ readonly code: number; readonly said: string }> {
  const argv = ['build', '--root', root, '--out', out, '--cache', cache];
  const { code, out: said, err } = await recordedRun(argv);
  rmSync(cache, { recursive: true, force: true });
  return { code, said: err + said };
}

/** A plain static host. */
export interface StaticHost {
  readonly origin: string;
  close(): Promise<void>;
}

/** The subfolder under which the host serves the archive. */
export const subfolder = '/deep/archive/';

/**
 * Serves `dist` under the subfolder on 127.0.0.1, with `404.html` for missing files; the root is empty.
 * `dist` may be built after the host has started.
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
