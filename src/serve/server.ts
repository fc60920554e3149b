import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import sirv from 'sirv';
import type { Preview } from '../pipeline/preview.ts';
import { eventsPath, pageScript, scriptPath } from './page-script.ts';

/** A running server of a built archive. */
export interface ArchiveServer {
  /** URL of the archive. */
  readonly address: string;
  /** Serves a preview in place of a built page. */
  preview(page: Preview): void;
  /** Serves built pages again. */
  endPreviews(): void;
  /** Shows errors in every open page, none where the text is empty; changed pages reload. */
  showErrors(text: string): void;
  /** Ends all connections and the server. */
  close(): Promise<void>;
}

/** Pages of the server itself, under a path of their own. */
export interface ServedRoute {
  /** Beginning of the URL paths; it ends in a slash. */
  readonly prefix: string;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Accepted Host headers; any other may be a DNS rebinding attack. */
const localHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** Whether a path under `dist` has a dot file or folder, except `.well-known/` (RFC 8615) at its start. */
const isHidden = (path: string): boolean =>
  path.split(sep).some((name, i) => name.startsWith('.') && (i > 0 || name !== '.well-known'));

/**
 * Returns the file at a request's path; undefined where there is none, it is hidden, or its real path
 * is hidden or outside `dist`.
 */
function fileAt(dist: string, url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
    // A path outside `dist` starts with `..`, so it counts as hidden.
    const paths = [relative(dist, file), relative(realpathSync(dist), realpathSync(file))];
    return !paths.some(isHidden) && statSync(file).isFile() ? file : undefined;
  } catch {
    // A malformed escape, a NUL, a name too long, or no such file.
    return undefined;
  }
}

/** The content security policy of a served page: that of a built page, and the reload script. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

/** Sends a page with the reload script, and the policy that permits it. */
function sendPage(response: ServerResponse, page: string, status: number): void {
  const hash = createHash('sha256').update(page).digest('hex').slice(0, 16);
  const html = page
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n?/, '')
    .replace('</body>', `<script src="${scriptPath}" data-page-hash="${hash}"></script>\n</body>`);
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
  });
  response.end(html);
}

/**
 * Serves a built archive on 127.0.0.1 only.
 *
 * @param dist absolute path of the archive
 * @param port port to listen on; 0 for any free one
 * @param routes pages of the server itself, which are no part of the archive
 * @throws the system error `EADDRINUSE` where the port is taken
 */
export async function startServer(
  dist: string,
  port: number,
  routes: readonly ServedRoute[] = [],
): Promise<ArchiveServer> {
  const listeners = new Set<ServerResponse>();
  const previews = new Map<string, string>();
  let errors = '';
  const stateEvent = (): string => `data: ${JSON.stringify({ errors })}\n\n`;
  const notify = (): void => {
    for (const listener of listeners) listener.write(stateEvent());
  };
  const files = sirv(dist, { dev: true, etag: true });

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '/';
    const route = routes.find(({ prefix }) => `${url.replace(/\?.*$/s, '')}/`.startsWith(prefix));
    if (!localHost.test(request.headers.host ?? '')) {
      response.writeHead(421).end();
    } else if (route !== undefined) {
      route.answer(request, response);
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else if (url === eventsPath) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(stateEvent());
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
    } else if (url === scriptPath) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(pageScript);
    } else {
      const file = fileAt(dist, url);
      if (file === undefined) notFound(response);
      else if (!file.endsWith('.html')) files(request, response, () => notFound(response));
      else {
        const path = relative(dist, file).split(sep).join('/');
        sendPage(response, previews.get(path) ?? readFileSync(file, 'utf8'), 200);
      }
    }
  }

  function notFound(response: ServerResponse): void {
    const page = join(dist, '404.html');
    if (existsSync(page)) sendPage(response, readFileSync(page, 'utf8'), 404);
    else response.writeHead(404).end();
  }

  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch {
      // A build may remove the file between its check and its reading.
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const boundAddress = server.address();
  const boundPort =
    typeof boundAddress === 'object' && boundAddress !== null ? boundAddress.port : port;
  return {
    address: `http://127.0.0.1:${boundPort}/`,
    preview({ outputPath, html }) {
      previews.set(outputPath, html);
      notify();
    },
    endPreviews: () => previews.clear(),
    showErrors(text) {
      errors = text;
      notify();
    },
    close() {
      for (const listener of listeners) listener.end();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
