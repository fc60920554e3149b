import { symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArchiveServer, startServer } from '../../src/serve/server.ts';
import type { Vector } from '../support/hostile/markup.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Content of files outside the archive and of hidden files in it, which no answer may hold. */
const secret = 'سر خارج الأرشيف';

let root = '';
let server: ArchiveServer;
let port = 0;

beforeAll(async () => {
  root = temporaryFolder({
    'secret.txt': secret,
    'secret.html': secret,
    'dist-other/secret.html': secret,
    'dist/index.html': '<!doctype html><body><p>الأولى</p></body>',
    'dist/404.html': '<!doctype html><body><p>لم نجدها</p></body>',
    'dist/articles/a.html': '<!doctype html><body><p>خبر</p></body>',
    'dist/.git/config': secret,
    'dist/.git/index.html': secret,
    'dist/.env': secret,
    'dist/articles/.draft.html': secret,
    'dist/.well-known/security.txt': 'Contact: mailto:a@example.org',
    'dist/.well-known/.hidden': secret,
    'dist/articles/.well-known/x.txt': secret,
  });
  symlinkSync('.git', join(root, 'dist/git'));
  symlinkSync('../secret.html', join(root, 'dist/link.html'));
  symlinkSync('..', join(root, 'dist/up'));
  server = await startServer(join(root, 'dist'), 0);
  port = Number(new URL(server.address).port);
});

afterAll(async () => {
  await server.close();
});

/** Sends bytes and returns the answer; the server may also close the connection without one. */
function send(bytes: string | Uint8Array): Promise<string> {
  return new Promise((done) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.setTimeout(5000, () => socket.destroy());
    socket.setEncoding('utf8').on('data', (part: string) => {
      answer += part;
    });
    socket.on('error', () => {}).on('close', () => done(answer));
  });
}

const request = (target: string, headers = `Host: 127.0.0.1:${port}`, method = 'GET'): string =>
  `${method} ${target} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`;

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** Checks that the server still answers. */
async function expectAlive(): Promise<void> {
  const answer = await send(request('/'));
  expect(statusOf(answer)).toBe(200);
  expect(answer).toContain('الأولى');
}

const targets: readonly Vector[] = [
  ['dots', '/../secret.txt'],
  ['dots many times', `/${'../'.repeat(40)}etc/passwd`],
  ['dots encoded', '/%2e%2e/secret.html'],
  ['dots half encoded', '/.%2e/secret.html'],
  ['slash encoded', '/..%2fsecret.html'],
  ['slash encoded in capitals', '/..%2Fdist-other%2Fsecret.html'],
  ['encoded twice', '/%252e%252e%252fsecret.html'],
  ['backslash', '/..\\secret.html'],
  ['backslash encoded', '/..%5csecret.html'],
  ['overlong UTF-8', '/%c0%ae%c0%ae/secret.html'],
  ['UTF-8 of UTF-16', '/%u002e%u002e/secret.html'],
  ['NUL', '/index.html%00.png'],
  ['NUL before the end', '/../secret.html%00'],
  ['folder beside with the same beginning', '/../dist-other/secret.html'],
  ['a path from the root', '//etc/passwd'],
  ['a whole address', 'http://evil.example.net/../secret.html'],
  ['a file address', 'file:///etc/passwd'],
  ['only a star', '*'],
  ['no slash', 'secret.html'],
  ['dots before the first slash', '../secret.html'],
  ['a question before the dots', '/?/../secret.html'],
  ['a hash before the dots', '/#/../secret.html'],
  ['a link out of the archive', '/link.html'],
  ['a folder that is a link', '/up/secret.html'],
  ['a folder that is a link, by text', '/up/secret.txt'],
  ['a file in a hidden folder', '/.git/config'],
  ['the index of a hidden folder', '/.git/'],
  ['a hidden folder, the dot encoded', '/%2egit/config'],
  ['a hidden folder after a detour', '/articles/../.git/config'],
  ['a hidden folder after an empty name', '//.git/config'],
  ['a link to a hidden folder', '/git/config'],
  ['a hidden file', '/.env'],
  ['a hidden page', '/articles/.draft.html'],
  ['a hidden file in .well-known', '/.well-known/.hidden'],
  ['a .well-known that is not at the root', '/articles/.well-known/x.txt'],
  ['half an escape', '/%'],
  ['an escape of nothing', '/%zz'],
  ['a byte that is no UTF-8', '/%ff.html'],
  ['a target of 10 KB', `/${'a'.repeat(10_000)}`],
  ['a name of 300 bytes', `/${'a'.repeat(300)}.html`],
  ['line feeds encoded', '/%0d%0aSet-Cookie:%20a=b'],
  ['markup', '/<script>alert(1)</script>'],
  ['markup encoded', '/%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
  ['the prototype', '/__proto__'],
  ['our own folder', '/.warraq/../../secret.html'],
  ['the events with more', '/.warraq/events/../../../secret.html'],
];

describe('no path leads out of the archive or to a hidden file', () => {
  test.each(targets)('%s', async (_, target) => {
    const answer = await send(request(target));
    expect(answer).not.toContain(secret);
    expect(answer).not.toMatch(/root:x:|set-cookie|<script>alert/i);
    expect([200, 400, 404, 414, 431]).toContain(statusOf(answer));
    if (statusOf(answer) === 200) expect(answer).toContain('الأولى');
    await expectAlive();
  });
});

test('.well-known is served although its name starts with a dot', async () => {
  const answer = await fetch(`${server.address}.well-known/security.txt`);
  expect([answer.status, await answer.text()]).toEqual([200, 'Contact: mailto:a@example.org']);
});

const hosts: readonly Vector[] = [
  ['another name', 'evil.example.net'],
  ['our name as the beginning of another', '127.0.0.1.evil.example.net'],
  ['our name as the end of another', 'evil.example.net.localhost.evil'],
  ['a name and ours', 'evil.example.net, localhost'],
  ['a user before ours', 'evil@localhost'],
  ['a tab after ours', 'localhost\tevil'],
  ['an address of this machine in another form', '2130706433'],
  ['an address of this machine in octal', '0177.0.0.1'],
  ['the address of all', '0.0.0.0'],
  ['another address of this machine', '127.0.0.2'],
  ['an IPv6 address of this machine by IPv4', '[::ffff:127.0.0.1]'],
  ['a port that is none', 'localhost:x'],
  ['a dot after ours', 'localhost.'],
  ['nothing', ''],
];

describe('foreign Host headers are refused, against DNS rebinding', () => {
  test.each(hosts)('%s', async (_, host) => {
    const answer = await send(request('/', `Host: ${host}`));
    expect([400, 421]).toContain(statusOf(answer));
    expect(answer).not.toContain('الأولى');
  });

  test('no Host header', async () => {
    const answer = await send('GET / HTTP/1.0\r\n\r\n');
    expect(answer).not.toContain('الأولى');
  });

  test('two Host headers', async () => {
    const answer = await send(request('/', `Host: localhost\r\nHost: evil.example.net`));
    expect(answer).not.toContain('evil');
    await expectAlive();
  });

  test('another origin may not read responses', async () => {
    for (const path of ['/', '/.warraq/reload.js', '/articles/a.html']) {
      const answer = await send(
        request(path, `Host: localhost\r\nOrigin: https://evil.example.net`),
      );
      expect(answer.toLowerCase()).not.toContain('access-control-allow');
    }
  });
});

const malformed: readonly (readonly [name: string, bytes: string | Uint8Array])[] = [
  ['nothing', ''],
  ['a line feed', '\n'],
  ['words', 'خبر عاجل\r\n\r\n'],
  ['half a request', 'GET / HT'],
  ['another protocol', 'SSH-2.0-OpenSSH_9.0\r\n'],
  ['TLS', new Uint8Array([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03])],
  ['zeros', new Uint8Array(4096)],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['HTTP/9', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n'],
  ['a method of its own', 'ÿGET / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['a header without a name', 'GET / HTTP/1.1\r\n: x\r\nHost: localhost\r\n\r\n'],
  ['a header with a NUL', 'GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n'],
  ['a folded header', 'GET / HTTP/1.1\r\nHost: local\r\n host\r\n\r\n'],
  ['headers of 100 KB', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`],
  ['ten thousand headers', `GET / HTTP/1.1\r\nHost: localhost\r\n${'X: a\r\n'.repeat(10_000)}\r\n`],
  [
    'two lengths',
    'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
  ],
  [
    'a length and chunks',
    'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a negative length', 'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n'],
  [
    'an upgrade',
    'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  ],
  ['a tunnel', 'CONNECT evil.example.net:443 HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  [
    'a range without sense',
    'GET /articles/a.html HTTP/1.1\r\nHost: localhost\r\nRange: bytes=9-1,-,x\r\nConnection: close\r\n\r\n',
  ],
  ['a hundred requests at once', 'GET /none HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(100)],
];

describe('malformed requests do no harm', () => {
  test.each(malformed)('%s', async (_, bytes) => {
    const answer = await send(bytes);
    expect(answer).not.toContain(secret);
    await expectAlive();
  });
});

test('closed event streams are removed', async () => {
  for (let i = 0; i < 50; i += 1) {
    await new Promise<void>((done) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(request('/.warraq/events')));
      socket.on('data', () => socket.destroy()).on('close', () => done());
    });
  }
  server.showErrors('خلل');
  server.showErrors('');
  await expectAlive();
});
