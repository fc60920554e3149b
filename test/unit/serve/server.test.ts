import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArchiveServer, startServer } from '../../../src/serve/server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const secret = 'سر لا يُقرأ';
const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n';
const html = (words: string): string =>
  `<!doctype html><html><head>${policy}</head><body><p>${words}</p></body></html>\n`;

let root = '';
let server: ArchiveServer;
let port = 0;

beforeAll(async () => {
  root = temporaryFolder({
    'secret.txt': secret,
    'secret.html': secret,
    'dist-other/secret.html': secret,
    'dist/index.html': html('الصفحة الأولى'),
    'dist/404.html': html('لم نجد هذه الصفحة'),
    'dist/articles/خبر.html': html('خبر'),
    'dist/assets/site.css': 'body {}',
  });
  server = await startServer(join(root, 'dist'), 0);
  port = Number(new URL(server.address).port);
});

afterAll(async () => {
  await server.close();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Sends a request with the path unchanged; `fetch` would normalise it. */
function ask(path: string, method = 'GET', headers: OutgoingHttpHeaders = {}): Promise<Answer> {
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on('error', failed).end();
  });
}

test('pages are served by name, a folder by its index, Arabic names encoded', async () => {
  for (const path of ['/', '/index.html', '/index.html?x=1']) {
    expect(await ask(path), path).toMatchObject({
      status: 200,
      body: expect.stringContaining('الصفحة الأولى'),
    });
  }
  const article = await ask(`/articles/${encodeURIComponent('خبر')}.html`);
  expect([article.status, article.headers['content-type']]).toEqual([
    200,
    'text/html; charset=utf-8',
  ]);
  const sheet = await ask('/assets/site.css');
  expect([sheet.status, sheet.headers['content-type'], sheet.body]).toEqual([
    200,
    'text/css',
    'body {}',
  ]);
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e/secret.html',
  '/..%2fsecret.txt',
  '/..%2fsecret.html',
  '/..%2Fdist-other%2Fsecret.html',
  '/../dist-other/secret.html',
  '/articles/../../secret.html',
  '/articles/%2e%2e/%2e%2e/secret.txt',
  '/..%5csecret.txt',
  '/%5c..%5csecret.html',
  '/%252e%252e/secret.txt',
  '/secret.txt%00.html',
  '/index.html%00',
  '/%00',
  '/%ff',
  '/%ff.html',
  '/%',
  '/..%c0%afsecret.txt',
  '//127.0.0.1/../secret.txt',
  '/articles/%2e%2e%2f%2e%2e%2fsecret.html?x',
])('nothing outside the archive is served: %s', async (path) => {
  const { status, body } = await ask(path);
  expect(body).not.toContain(secret);
  expect([400, 404]).toContain(status);
});

test('a missing path gets 404.html', async () => {
  for (const path of ['/none.html', '/articles/none', '/none/none/none.css']) {
    expect(await ask(path), path).toMatchObject({
      status: 404,
      body: expect.stringContaining('لم نجد هذه الصفحة'),
    });
  }
});

test('a folder without an index is not found', async () => {
  expect((await ask('/articles/')).status).toBe(404);
  expect((await ask('/articles')).status).toBe(404);
});

test('a foreign Host header is refused, against DNS rebinding', async () => {
  for (const host of [
    'evil.example.net',
    'localhost.evil.example.net',
    '127.0.0.1.evil.net',
    'x@localhost',
  ]) {
    const { status, body } = await ask('/', 'GET', { host });
    expect(status, host).toBe(421);
    expect(body).toBe('');
  }
  for (const host of ['localhost', `127.0.0.1:${port}`, '[::1]:80', 'LOCALHOST:1']) {
    expect((await ask('/', 'GET', { host })).status, host).toBe(200);
  }
});

test('only GET and HEAD are allowed', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await ask('/', method);
    expect([status, headers.allow], method).toEqual([405, 'GET, HEAD']);
  }
  expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('a served page has the reload script; the file on the disk has not', async () => {
  const { body } = await ask('/');
  expect(body).toMatch(
    /<script src="\/\.warraq\/reload\.js" data-page-hash="[0-9a-f]{16}"><\/script>/,
  );
  expect(body).not.toContain('Content-Security-Policy');
  expect(html('x')).not.toContain('script');
  expect((await ask('/.warraq/reload.js')).body).toContain('EventSource');
  expect((await ask('/none.html')).body).toContain('reload.js');
});

test('a served page has a content security policy', async () => {
  const { headers, body } = await ask('/');
  const stated = headers['content-security-policy'] ?? body;
  expect(stated).toContain("default-src 'none'");
});

test('errors are sent to every open page', async () => {
  const reported = new Promise<string>((done, failed) => {
    const asked = request({ host: '127.0.0.1', port, path: '/.warraq/events' }, (response) => {
      expect(response.headers['content-type']).toBe('text/event-stream');
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        if (text === '') server.showErrors('خلل في «القالب»');
        text += part;
        if (!text.includes('خلل')) return;
        done(text);
        asked.destroy();
      });
    });
    asked.on('error', failed).end();
  });
  // First the current state, then every change.
  expect(await reported).toBe(
    `data: {"errors":""}\n\ndata: ${JSON.stringify({ errors: 'خلل في «القالب»' })}\n\n`,
  );
  server.showErrors('');
});

test('a port in use gives the system error EADDRINUSE', async () => {
  await expect(startServer(join(root, 'dist'), port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('the server listens on 127.0.0.1 only', () => {
  expect(server.address).toBe(`http://127.0.0.1:${port}/`);
});

test('closing ends open event streams', async () => {
  const other = await startServer(join(root, 'dist'), 0);
  const ended = new Promise<void>((done) => {
    request(`${other.address}.warraq/events`, (response) => {
      response
        .resume()
        .on('data', () => void other.close())
        .on('close', done);
    })
      .on('error', () => done())
      .end();
  });
  await ended;
  await expect(fetch(other.address)).rejects.toThrow();
});
